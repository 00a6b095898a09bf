package org.shutterline.server.guard;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.shutterline.server.spi.Frame;

/**
 * Remembers the last pictures by a checksum of each of their bands and tells whether one came before, as a whole or in part.
 * The noise of a sensor makes two true pictures differ in every band; a band of one single grey tells nothing and is left out,
 * but a picture that ends in one is half empty.
 *
 * <p>The checksum is CRC-32C (RFC 3720), which processors compute: about 0.25 ms for 1.3 megapixels.
 */
final class PictureBands {
    private static final int BANDS = 16;
    /** As many as the buffers of usual drivers. */
    private static final int KEPT = 16;

    private static final long PLAIN = -1;

    private final Deque<long[]> last = new ArrayDeque<>(KEPT);

    /** What is wrong with this picture, in words; empty if nothing is. It is remembered either way. */
    Optional<String> trouble(Frame frame) {
        long[] bands = bands(frame);
        Optional<String> trouble = trouble(bands);
        if (last.size() == KEPT) {
            last.removeLast();
        }
        last.addFirst(bands);
        return trouble;
    }

    private Optional<String> trouble(long[] bands) {
        if (Arrays.stream(bands).allMatch(band -> band == PLAIN)) {
            return Optional.empty();
        }
        int back = 0;
        for (long[] before : last) {
            back++;
            if (Arrays.equals(before, bands)) {
                return Optional.of("the camera delivered a picture again, the same as " + ago(back));
            }
            int same = same(before, bands);
            if (same > 0) {
                return Optional.of(same + " of " + bands.length + " bands of the picture are those of " + ago(back)
                        + ": it is put together of two");
            }
        }
        int empty = emptyAtTheEnd(bands);
        return empty > 0
                ? Optional.of("the last " + empty + " of " + bands.length + " bands of the picture are empty")
                : Optional.empty();
    }

    private static String ago(int back) {
        return back == 1 ? "the one before" : "the one " + back + " pictures before";
    }

    private static int same(long[] before, long[] now) {
        if (before.length != now.length) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < now.length; i++) {
            if (now[i] != PLAIN && before[i] == now[i]) {
                same++;
            }
        }
        return same;
    }

    private static int emptyAtTheEnd(long[] bands) {
        int empty = 0;
        while (empty < bands.length && bands[bands.length - 1 - empty] == PLAIN) {
            empty++;
        }
        return empty;
    }

    private static long[] bands(Frame frame) {
        ByteBuffer pixels = frame.pixels();
        int rowBytes = frame.widthPx() * frame.format().bytes();
        int count = Math.min(BANDS, frame.heightPx());
        long[] bands = new long[count];
        CRC32C sum = new CRC32C();
        for (int band = 0; band < count; band++) {
            int from = rowBytes * (int) ((long) frame.heightPx() * band / count);
            int to = rowBytes * (int) ((long) frame.heightPx() * (band + 1) / count);
            if (isPlain(pixels, from, to, frame.format().bytes())) {
                bands[band] = PLAIN;
            } else {
                pixels.limit(to).position(from);
                sum.reset();
                sum.update(pixels);
                bands[band] = sum.getValue();
            }
        }
        return bands;
    }

    /** Every pixel is as the first; of a usual picture the second already is not. */
    private static boolean isPlain(ByteBuffer pixels, int from, int to, int pixelBytes) {
        pixels.clear();
        for (int at = from + pixelBytes; at < to; at++) {
            if (pixels.get(at) != pixels.get(at - pixelBytes)) {
                return false;
            }
        }
        return true;
    }
}
