package org.shutterline.server.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a camera is on the network, with its login kept apart, so that no message shows it. Immutable.
 */
public final class NetAddress {
    /** What cheap cameras take as their login in the address itself, and where a library's own words show one. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([?&;][a-z_-]*(?:user|usr|login|pwd|psw|pas|auth|token|key)[a-z_-]*=)[^&;#\\s'\"]*|(?<=://)[^/@\\s]*@");

    private final URI bare;
    private final String user;
    private final String password;

    private NetAddress(URI bare, String user, String password) {
        this.bare = bare;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads an address such as {@code rtsp://user:password@192.168.1.20:554/stream1}; the login may be left out.
     *
     * @param schemes what it may begin with, in small letters: {@code http}
     * @return empty if it is none of these, or names no host
     */
    public static Optional<NetAddress> read(Object raw, List<String> schemes) {
        try {
            URI whole = new URI(String.valueOf(raw).strip());
            String scheme = Optional.ofNullable(whole.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (whole.getHost() == null || !schemes.contains(scheme)) {
                return Optional.empty();
            }
            String login = Optional.ofNullable(whole.getRawUserInfo()).orElse("");
            int colon = login.indexOf(':');
            String user = colon < 0 ? login : login.substring(0, colon);
            String password = colon < 0 ? "" : login.substring(colon + 1);
            return Optional.of(new NetAddress(without(whole), plain(user), plain(password)));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The same address with this login; with that of the address itself if {@code user} is empty. */
    public NetAddress as(String otherUser, String otherPassword) {
        return otherUser.isEmpty() ? this : new NetAddress(bare, otherUser, otherPassword);
    }

    /** Empty if there is no login. */
    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** To be asked, without the login. Not for messages: it may still have one among its parameters. */
    public URI uri() {
        return bare;
    }

    /** To be asked by a library that takes the login out of the address. Never for messages. */
    public String withLogin() {
        if (user.isEmpty()) {
            return bare.toString();
        }
        String login = encoded(user) + (password.isEmpty() ? "" : ":" + encoded(password)) + "@";
        return bare.toString().replaceFirst("//", "//" + Matcher.quoteReplacement(login));
    }

    /** For people: without any login. */
    public String shown() {
        return withoutLogins(bare.toString());
    }

    /** Words of a library, without the logins of addresses that are in them. */
    public static String withoutLogins(String words) {
        return SECRET.matcher(words)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1) + "..."));
    }

    @Override
    public String toString() {
        return shown();
    }

    private static URI without(URI whole) throws URISyntaxException {
        return new URI(whole.toString().replaceFirst("//[^/?#]*@", "//"));
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
