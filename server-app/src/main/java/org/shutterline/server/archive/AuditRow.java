package org.shutterline.server.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the books.
 *
 * @param number counts up from 1 without a gap
 * @param at to the millisecond
 * @param who did it
 * @param from where
 * @param deed what was done, or wanted
 * @param outcome what became of it
 * @param hash of the line before and all of this one, as {@link #hashAfter} makes it
 */
public record AuditRow(long number, Instant at, String who, String from, String deed, String outcome, String hash) {
    /** What stands before the first line. */
    static final String BEGINNING = "0".repeat(64);

    /** SHA-256 of the hash before, the number, the time, and each text with its length, so that nothing can be moved. */
    String hashAfter(String before) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(at.toEpochMilli())
                .array());
        for (String text : List.of(who, from, deed, outcome)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            all.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            all.writeBytes(bytes);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
