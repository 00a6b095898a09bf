package org.shutterline.protocol.dialect.insight;

import java.util.HexFormat;

/** The CRC-16 of the native mode: polynomial 0x1021, start 0, not reflected; of {@code 123456789} it is 31C3. */
final class Checksum {
    private int crc;

    /** @param one 0 to 127 */
    void add(int one) {
        int mixed = (crc >> 8 | crc << 8) & 0xffff ^ one;
        mixed ^= (mixed & 0xff) >> 4;
        mixed ^= mixed << 12 & 0xffff;
        crc = mixed ^ (mixed & 0xff) << 5;
    }

    /** Four upper-case hex digits. */
    String text() {
        return HexFormat.of().withUpperCase().toHexDigits((short) crc);
    }
}
