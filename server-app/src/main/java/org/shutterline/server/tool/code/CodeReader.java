package org.shutterline.server.tool.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Point;

/**
 * Reads one code in one view of a region. A text of bars is believed only if it is read along more than one line. Used by
 * one thread.
 */
final class CodeReader {
    private static final double LEAST_LENGTH_PX = 12;
    private static final double LEAST_HEIGHT_PX = 6;
    /** As a part of its length. */
    private static final double LEAST_HEIGHT = 0.03;

    private final CodeRules rules;
    private final Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    private final MultiFormatReader reader = new MultiFormatReader();
    private final SecondLook secondLook = new SecondLook();

    CodeReader(CodeRules rules) {
        this.rules = rules;
        List<BarcodeFormat> formats =
                rules.symbologies().stream().map(Symbology::format).toList();
        hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
        hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
    }

    Attempts attempts() {
        return rules.attempts();
    }

    boolean triesHarder() {
        return rules.harder();
    }

    /** What one attempt shows; empty if nothing that can be believed. */
    Optional<ReadCode> decode(Attempt attempt) {
        CodeView view = attempt.view().get();
        return result(attempt.binarizer().apply(view.picture())).flatMap(result -> believed(result, view));
    }

    private Optional<Result> result(Binarizer binarizer) {
        try {
            return Optional.of(reader.decode(new BinaryBitmap(binarizer), hints));
        } catch (NotFoundException nothing) {
            return Optional.empty();
        } catch (RuntimeException broken) {
            // a picture by which the library stumbles is one that it cannot read
            return Optional.empty();
        } finally {
            reader.reset();
        }
    }

    private Optional<ReadCode> believed(Result result, CodeView view) {
        List<Point> points = CodeOutline.of(result);
        return Symbology.of(result.getBarcodeFormat())
                .filter(symbology -> rules.believes(result.getText(), symbology))
                .flatMap(symbology -> symbology.isBars() && points.size() >= 2
                        ? bars(result.getText(), symbology, points, view)
                        : Optional.of(read(result.getText(), symbology, points, view)));
    }

    private static ReadCode read(String text, Symbology symbology, List<Point> corners, CodeView view) {
        return new ReadCode(text, symbology, corners.stream().map(view.back()).toList());
    }

    private Optional<ReadCode> bars(String text, Symbology symbology, List<Point> ends, CodeView view) {
        if (ends.get(0).distanceTo(ends.get(1)) < LEAST_LENGTH_PX) {
            return Optional.empty();
        }
        BarCode bars = BarCode.across(view.picture(), ends.get(0), ends.get(1));
        return Optional.of(read(text, symbology, bars.corners(), view))
                .filter(CodeReader::isHighEnough)
                .filter(code -> secondLook.agrees(bars, code));
    }

    private static boolean isHighEnough(ReadCode bars) {
        double length = bars.corners().get(0).distanceTo(bars.corners().get(1));
        double height = bars.corners().get(1).distanceTo(bars.corners().get(2));
        return height >= Math.max(LEAST_HEIGHT_PX, LEAST_HEIGHT * length);
    }
}
