package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows from the pixels of a picture that it is not older than its trigger. */
interface PictureProof {
    /** Now a trigger is sent. */
    void asked();

    /**
     * Looks at the picture that came of it.
     *
     * @param detail what the server tells of the result
     * @throws AssertionError if it is an old one, or put together of two
     */
    void check(byte[] pixels, int widthPx, String detail);

    /** In the corner stand the milliseconds of the computer's clock when it was exposed, 32 squares, the highest bit first. */
    final class OfSimulated implements PictureProof {
        private static final int SQUARE_PX = 4;
        private static final int BITS = 32;

        private int askedMs;

        @Override
        public void asked() {
            askedMs = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        /** What stands in the corner; no two pictures of a camera have the same. */
        static int exposedMs(byte[] pixels, int widthPx) {
            int exposedMs = 0;
            int row = SQUARE_PX / 2 * widthPx;
            for (int bit = 0; bit < BITS; bit++) {
                int level = pixels[row + bit * SQUARE_PX + SQUARE_PX / 2] & 0xff;
                exposedMs = exposedMs << 1 | (level > 127 ? 1 : 0);
            }
            return exposedMs;
        }

        @Override
        public void check(byte[] pixels, int widthPx, String detail) {
            assertThat(exposedMs(pixels, widthPx) - askedMs)
                    .as("ms from the trigger to %s", detail)
                    .isBetween(0, 10_000);
        }
    }

    /**
     * The fake camera draws a slope that begins with its count of pictures, of which the rest by 255 can be seen, and stamps it
     * with the time of the day. So the pixels show whose stamp it is, and the stamp when it was exposed.
     */
    final class OfFake implements PictureProof {
        private static final int LEVELS = 255;
        private static final Pattern NUMBER = Pattern.compile("\"number\":\"(\\d+)\"");
        private static final Pattern STAMP = Pattern.compile("\"cameraNanos\":\"(\\d+)\"");

        private long askedNanos;

        @Override
        public void asked() {
            Instant now = Instant.now();
            askedNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public void check(byte[] pixels, int widthPx, String detail) {
            long first = found(NUMBER, detail) % LEVELS;
            for (int at = 0; at < pixels.length; at += 7) {
                assertThat(pixels[at] & 0xff)
                        .as("the level at %d of %s", at, detail)
                        .isEqualTo((int) ((first + at % widthPx + at / widthPx) % LEVELS));
            }
            assertThat(found(STAMP, detail)).as(detail).isGreaterThanOrEqualTo(askedNanos);
        }

        private static long found(Pattern pattern, String detail) {
            Matcher matcher = pattern.matcher(detail);
            assertThat(matcher.find()).as(detail).isTrue();
            return Long.parseLong(matcher.group(1));
        }
    }
}
