package org.shutterline.server.camera.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.server.spi.NetAddress;

/** Login by RFC 7616 with MD5 or SHA-256, for questions that begin with GET. The password itself is not sent. */
final class DigestLogin implements Login {
    private final Challenge challenge;
    private final String algorithm;
    private final boolean counted;
    private final Supplier<String> fresh;
    private int count;

    private DigestLogin(Challenge challenge, String algorithm, boolean counted, Supplier<String> fresh) {
        this.challenge = challenge;
        this.algorithm = algorithm;
        this.counted = counted;
        this.fresh = fresh;
    }

    /** Empty if the camera wants something else. */
    static Optional<DigestLogin> of(Challenge challenge) {
        return of(challenge, DigestLogin::random);
    }

    /** @param fresh gives a word that was never used before, for each question */
    static Optional<DigestLogin> of(Challenge challenge, Supplier<String> fresh) {
        String algorithm = challenge.field("algorithm").isEmpty()
                ? "MD5"
                : challenge.field("algorithm").toUpperCase(Locale.ROOT);
        String[] protections = challenge.field("qop").split("[,\\s]+", -1);
        boolean counted = Arrays.stream(protections).anyMatch("auth"::equalsIgnoreCase);
        boolean known = !challenge.field("nonce").isEmpty()
                && (algorithm.equals("MD5") || algorithm.equals("SHA-256"))
                && (counted || challenge.field("qop").isEmpty());
        return challenge.is("digest") && known
                ? Optional.of(new DigestLogin(challenge, algorithm, counted, fresh))
                : Optional.empty();
    }

    /** The larger the safer. */
    int strength() {
        return algorithm.equals("MD5") ? 1 : 2;
    }

    @Override
    public String words(NetAddress address) {
        count++;
        String path = path(address.uri());
        String own = fresh.get();
        StringBuilder words = new StringBuilder("Digest username=" + quoted(address.user()));
        words.append(", realm=").append(quoted(challenge.field("realm")));
        words.append(", nonce=").append(quoted(challenge.field("nonce")));
        words.append(", uri=").append(quoted(path));
        words.append(", algorithm=").append(algorithm);
        words.append(", response=\"").append(response(address, path, own)).append('"');
        if (counted) {
            words.append(", qop=auth, nc=")
                    .append(counter())
                    .append(", cnonce=")
                    .append(quoted(own));
        }
        if (!challenge.field("opaque").isEmpty()) {
            words.append(", opaque=").append(quoted(challenge.field("opaque")));
        }
        return words.toString();
    }

    private String response(NetAddress address, String path, String own) {
        String who = hash(address.user() + ":" + challenge.field("realm") + ":" + address.password());
        String what = hash("GET:" + path);
        String between =
                counted ? challenge.field("nonce") + ":" + counter() + ":" + own + ":auth" : challenge.field("nonce");
        return hash(who + ":" + between + ":" + what);
    }

    private String counter() {
        return String.format(Locale.ROOT, "%08x", count);
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }

    private static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
