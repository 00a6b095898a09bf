package org.shutterline.server.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A check sum over the values of a row, stored with it. SQLite notices when a page does not fit its tree, but gives back a
 * changed digit as if it had been written so.
 */
final class RowSum {
    private final CRC32C sum = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** Of these values: numbers, texts, or null. */
    static long of(Object... values) {
        RowSum all = new RowSum();
        for (Object value : values) {
            all.add(value);
        }
        return all.sum.getValue();
    }

    private void add(Object value) {
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            add('t', bytes.length);
            sum.update(bytes, 0, bytes.length);
        } else if (value instanceof Double real) {
            add('r', Double.doubleToLongBits(real));
        } else if (value instanceof Number whole) {
            add('n', whole.longValue());
        } else {
            sum.update('-');
        }
    }

    private void add(char kind, long value) {
        sum.update(kind);
        number.putLong(0, value);
        sum.update(number.array(), 0, Long.BYTES);
    }
}
