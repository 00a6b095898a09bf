package org.shutterline.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies bytes and says what they were. */
record Hashed(long bytes, String sha256) {
    /**
     * @param most how many may come
     * @throws BackupRefused if more come
     */
    static Hashed copy(InputStream from, OutputStream to, long most) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[1 << 16];
        long all = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            all += read;
            if (all > most) {
                throw new BackupRefused("unpacks to more than the " + most + " bytes that it says");
            }
            digest.update(piece, 0, read);
            to.write(piece, 0, read);
        }
        return new Hashed(all, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
