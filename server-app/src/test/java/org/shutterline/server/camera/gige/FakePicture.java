package org.shutterline.server.camera.gige;

import java.nio.ByteBuffer;

/** What the fake camera draws: a slope that goes up by one with each pixel to the right, each row and each picture. */
final class FakePicture {
    private FakePicture() {}

    /** @throws AssertionError unless it is the one with this number, whole */
    static void assertShowsNumber(ByteBuffer pixels, int widthPx, long number) {
        if ((pixels.get(0) & 0xFF) != number % 255) {
            throw new AssertionError("begins with " + (pixels.get(0) & 0xFF) + " and not as number " + number);
        }
        assertIsWhole(pixels, widthPx);
    }

    /** @throws AssertionError if a part of it is of another picture, or of none */
    static void assertIsWhole(ByteBuffer pixels, int widthPx) {
        int first = pixels.get(0) & 0xFF;
        for (int y = 0; y < pixels.limit() / widthPx; y += 3) {
            for (int x = 0; x < widthPx; x += 7) {
                int level = pixels.get(y * widthPx + x) & 0xFF;
                if (level != (first + x + y) % 255) {
                    throw new AssertionError("torn at " + x + ", " + y + ": " + level + " after " + first);
                }
            }
        }
    }
}
