package org.shutterline.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.shutterline.protocol.message.Secret;

/**
 * What is kept of a password: Argon2id (RFC 9106) over it and a salt of its own, as text in the form of the PHC string
 * format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. It takes 19 MiB and some 50 ms on purpose. Immutable.
 */
final class PasswordHash {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([\\w+/]{16,88})\\$([\\w+/]{22,88})");
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** More than this a damaged file must not make us take. */
    private static final int MOST_MEMORY_KIB = 262_144;

    private final Argon2Parameters how;
    private final byte[] hash;

    private PasswordHash(Argon2Parameters how, byte[] hash) {
        this.how = how;
        this.hash = hash;
    }

    /** With a salt that was never used before. */
    static PasswordHash of(Secret password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Argon2Parameters how = parameters(MEMORY_KIB, PASSES, LANES, salt);
        return new PasswordHash(how, hash(how, password, HASH_BYTES));
    }

    /** No password is the one of it. */
    static PasswordHash ofNobody(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return new PasswordHash(parameters(MEMORY_KIB, PASSES, LANES, salt), hash);
    }

    /** Empty if it is no such text. */
    static Optional<PasswordHash> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int memory = Integer.parseInt(form.group(1));
        int passes = Integer.parseInt(form.group(2));
        int lanes = Integer.parseInt(form.group(3));
        if (lanes < 1 || passes < 1 || memory < 8 * lanes || memory > MOST_MEMORY_KIB) {
            return Optional.empty();
        }
        try {
            byte[] salt = Base64.getDecoder().decode(form.group(4));
            byte[] hash = Base64.getDecoder().decode(form.group(5));
            return Optional.of(new PasswordHash(parameters(memory, passes, lanes, salt), hash));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Takes as long for a guess that is nearly right as for any other. */
    boolean isOf(Secret password) {
        return MessageDigest.isEqual(hash, hash(how, password, hash.length));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + how.getMemory() + ",t=" + how.getIterations() + ",p=" + how.getLanes() + "$"
                + base64.encodeToString(how.getSalt()) + "$" + base64.encodeToString(hash);
    }

    /** Typed on one keyboard or another, an accented letter is the same. */
    private static byte[] hash(Argon2Parameters how, Secret password, int bytes) {
        byte[] typed =
                Normalizer.normalize(password.reveal(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(how);
        byte[] hash = new byte[bytes];
        argon2.generateBytes(typed, hash);
        return hash;
    }

    private static Argon2Parameters parameters(int memoryKib, int passes, int lanes, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
    }
}
