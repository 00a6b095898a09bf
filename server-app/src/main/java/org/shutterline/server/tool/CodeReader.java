package org.shutterline.server.tool;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opencv.core.Mat;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/**
 * Reads one code in a region: first as it is, then ever harder, as long as there is time. A code is not found when all
 * attempts were made; when another may not end in time the tool has not done its work. Used by one thread.
 */
final class CodeReader {
    private static final int LEAST_HALVED_PX = 60;
    private static final long MOST_DOUBLED_PX = 1_000_000;
    private static final double RESERVE = 1.5;

    private final Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    private final MultiFormatReader reader = new MultiFormatReader();

    CodeReader(List<Symbology> symbologies) {
        List<BarcodeFormat> formats =
                symbologies.stream().map(Symbology::format).toList();
        hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
        hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
    }

    /**
     * The code; empty if there is none that can be read.
     *
     * @throws ToolException if there is no time for all attempts
     */
    Optional<ReadCode> read(Mat grey, Scene scene) throws ToolException {
        // over all attempts: one that was held up for a moment says little about the next
        long spentNanos = 0;
        long lookedAtPx = 1;
        for (Attempt attempt : attempts(grey)) {
            scene.checkTime();
            long pixels = attempt.pixels();
            if (RESERVE * spentNanos / lookedAtPx * pixels > scene.nanosLeft()) {
                throw new ToolException("no time for another attempt");
            }
            long began = System.nanoTime();
            Optional<ReadCode> read = decode(attempt);
            if (read.isPresent()) {
                return read;
            }
            spentNanos += System.nanoTime() - began;
            lookedAtPx += pixels;
        }
        scene.checkTime();
        return Optional.empty();
    }

    private List<Attempt> attempts(Mat grey) {
        long pixels = (long) grey.rows() * grey.cols();
        boolean halved = Math.min(grey.rows(), grey.cols()) >= LEAST_HALVED_PX;
        boolean doubled = pixels <= MOST_DOUBLED_PX;
        List<Attempt> attempts = new ArrayList<>();
        both(attempts, pixels, () -> CodeView.plain(grey));
        attempts.add(new Attempt(() -> CodeView.plain(grey).inverted(), pixels, HybridBinarizer::new));
        if (halved) {
            both(attempts, pixels / 4, () -> CodeView.scaled(grey, 0.5));
        }
        if (doubled) {
            both(attempts, pixels * 4, () -> CodeView.scaled(grey, 2));
        }
        both(attempts, pixels, () -> CodeView.plain(grey).turned());
        both(attempts, pixels, () -> CodeView.softened(grey));
        attempts.add(new Attempt(() -> CodeView.plain(grey).inverted(), pixels, GlobalHistogramBinarizer::new));
        return attempts;
    }

    private static void both(List<Attempt> attempts, long pixels, Supplier<CodeView> view) {
        attempts.add(new Attempt(view, pixels, HybridBinarizer::new));
        attempts.add(new Attempt(view, pixels, GlobalHistogramBinarizer::new));
    }

    private Optional<ReadCode> decode(Attempt attempt) {
        CodeView view = attempt.view().get();
        try {
            Result result = reader.decode(new BinaryBitmap(attempt.binarizer().apply(view.picture())), hints);
            return Symbology.of(result.getBarcodeFormat())
                    .map(symbology -> new ReadCode(
                            result.getText(),
                            symbology,
                            CodeOutline.of(result).stream().map(view.back()).toList()));
        } catch (NotFoundException e) {
            return Optional.empty();
        } finally {
            reader.reset();
        }
    }

    /**
     * One way to look at the region.
     *
     * @param pixels how many it has to look at
     */
    private record Attempt(Supplier<CodeView> view, long pixels, Function<LuminanceSource, Binarizer> binarizer) {}
}
