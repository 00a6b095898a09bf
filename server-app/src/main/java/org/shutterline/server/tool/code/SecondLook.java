package org.shutterline.server.tool.code;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads bars again along other lines: a text that is read along one line only is not believed, nor one that another line
 * contradicts. Used by one thread.
 */
final class SecondLook {
    private static final int BANDS = 3;
    private static final double[] WITHIN_BAND = {0.5, 0.25, 0.75, 0.1, 0.9};

    private static final double[] HEIGHTS = {0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95};
    /** Modules beyond the ends: where the guard is surely over, and how far it must be quiet. */
    private static final double GUARD = 7;

    /** Px along the line for a px along the bars. */
    private static final double MOST_LEAN = 0.06;

    private static final double QUIET = 10;

    private final MultiFormatReader reader = new MultiFormatReader();

    boolean agrees(BarCode bars, ReadCode code) {
        // the shorter the code, the more of it is quiet ground
        double quiet = Math.min(0.6, Math.max(0.15, 2.0 / (code.text().length() + 1)));
        int enough = code.symbology().isUnchecked() ? 2 : 1;
        int agreeing = 0;
        // where nothing else checks the text, no line may contradict
        boolean all = code.symbology().isUnchecked();
        for (int band = 0; band < BANDS && (all || agreeing < enough); band++) {
            Optional<String> again = band(bars, band, quiet, code.symbology());
            if (again.isPresent() && !again.get().equals(code.text())) {
                return false;
            }
            agreeing += again.isPresent() ? 1 : 0;
        }
        return agreeing >= enough && (code.symbology() != Symbology.ITF || isUpright(bars) && standsAlone(bars, code));
    }

    /** A line that crosses leaning bars may leave them by their side, and a part of an ITF looks like a whole one. */
    private static boolean isUpright(BarCode bars) {
        return bars.lean() <= MOST_LEAN;
    }

    /**
     * Whether nothing goes on beyond its ends, at any height. A digit has about eight modules, the guards at the ends have up to five.
     */
    private static boolean standsAlone(BarCode bars, ReadCode code) {
        double module = 1.0 / (8 * code.text().length());
        for (double down : HEIGHTS) {
            if (bars.hasBars(down, -QUIET * module, -GUARD * module)
                    || bars.hasBars(down, 1 + GUARD * module, 1 + QUIET * module)) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> band(BarCode bars, int band, double quiet, Symbology symbology) {
        Map<DecodeHintType, Object> one = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(symbology.format()));
        for (double within : WITHIN_BAND) {
            for (boolean inverted : new boolean[] {false, true}) {
                Optional<String> text = line(bars.line((band + within) / BANDS, quiet, inverted), one);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> line(GreyPicture line, Map<DecodeHintType, Object> hints) {
        try {
            return Optional.of(reader.decode(new BinaryBitmap(new GlobalHistogramBinarizer(line)), hints)
                    .getText());
        } catch (NotFoundException nothing) {
            return Optional.empty();
        } finally {
            reader.reset();
        }
    }
}
