package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that grows. */
final class Hash {
    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static String of(byte[] content) {
        Hash hash = new Hash();
        hash.digest.update(content);
        return hash.hex();
    }

    void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** @return how many bytes there were */
    long addAll(InputStream stream) throws IOException {
        byte[] piece = new byte[1 << 16];
        long all = 0;
        for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
            add(piece, read);
            all += read;
        }
        return all;
    }

    /** Ends it. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
