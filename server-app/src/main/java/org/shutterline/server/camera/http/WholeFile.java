package org.shutterline.server.camera.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks whether a picture's file has its end: decoders fill what is missing with grey and say nothing. */
final class WholeFile {
    /** Some cameras send a few bytes more after the end of the picture. */
    private static final int MOST_AFTER_END = 64;

    private static final byte[] PNG_END = "IEND".getBytes(StandardCharsets.US_ASCII);

    private WholeFile() {}

    /** True also for a file of a kind that is not known here. */
    static boolean is(byte[] file) {
        if (begins(file, 0xFF, 0xD8)) {
            return ends(file, new byte[] {(byte) 0xFF, (byte) 0xD9});
        }
        if (begins(file, 0x89, 'P', 'N', 'G')) {
            return ends(file, PNG_END);
        }
        if (begins(file, 'B', 'M') && file.length >= 6) {
            return file.length
                    >= ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(2);
        }
        return true;
    }

    private static boolean begins(byte[] file, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean ends(byte[] file, byte[] end) {
        for (int at = file.length - end.length; at >= Math.max(0, file.length - MOST_AFTER_END); at--) {
            if (Arrays.equals(file, at, at + end.length, end, 0, end.length)) {
                return true;
            }
        }
        return false;
    }
}
