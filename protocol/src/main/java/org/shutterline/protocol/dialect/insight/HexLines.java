package org.shutterline.protocol.dialect.insight;

import java.nio.charset.StandardCharsets;

/** A file as lines of upper-case hex, and after them the checksum of the digits. */
final class HexLines {
    /** So many digits stand in a line, but for the last. */
    static final int DIGITS_A_LINE = 80;

    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM_DIGITS = 4;

    private HexLines() {}

    /** Lines and checksum, each with its end. */
    static byte[] of(byte[] file, String lineEnd) {
        byte[] end = lineEnd.getBytes(StandardCharsets.US_ASCII);
        int digits = 2 * file.length;
        int lines = (digits + DIGITS_A_LINE - 1) / DIGITS_A_LINE;
        byte[] text = new byte[digits + CHECKSUM_DIGITS + (lines + 1) * end.length];
        Checksum checksum = new Checksum();
        int at = 0;
        for (int i = 0; i < file.length; i++) {
            byte high = DIGITS[file[i] >> 4 & 15];
            byte low = DIGITS[file[i] & 15];
            checksum.add(high);
            checksum.add(low);
            text[at++] = high;
            text[at++] = low;
            if ((i + 1) % (DIGITS_A_LINE / 2) == 0 || i == file.length - 1) {
                at = put(end, text, at);
            }
        }
        at = put(checksum.text().getBytes(StandardCharsets.US_ASCII), text, at);
        put(end, text, at);
        return text;
    }

    private static int put(byte[] some, byte[] text, int at) {
        System.arraycopy(some, 0, text, at, some.length);
        return at + some.length;
    }
}
