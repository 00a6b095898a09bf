package org.shutterline.server.settings;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.shutterline.protocol.message.Grant;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Entrance;

/**
 * Who may come in by a listener, as the settings say it, and whether that is safe where it listens.
 *
 * @param place of the listener, for messages
 * @param encrypted whether it speaks TLS
 * @param knowsLogin whether its dialect has a login of this server
 * @param login empty if the settings leave it open
 * @param role what its peers may do without a login; empty if the settings leave it open
 * @param grants single verbs beyond the role
 * @param allow who may connect; empty for everybody
 * @param loginWithin so long a peer has that must log in
 */
public record Admission(
        String place,
        boolean encrypted,
        boolean knowsLogin,
        Optional<Login> login,
        Optional<Role> role,
        Set<Grant> grants,
        List<AddressRange> allow,
        Duration loginWithin) {

    /** Whether a peer has to log in. */
    public enum Login {
        /** It may. */
        OPTIONAL,
        /** Before that it can do nothing. */
        REQUIRED
    }

    /** What a dialect over TLS is called: {@code plain+tls}. */
    public static final String TLS = "+tls";

    /** What its peers may do without a login; without it what {@code loopbackRole} says. */
    public static final Setting<Role> ROLE = Setting.choice("role", Role.class);

    /** Whether a peer has to log in; beyond loopback it has to. */
    public static final Setting<Login> LOGIN = Setting.choice("login", Login.class);

    /** Single verbs beyond the role. */
    public static final Setting<List<String>> GRANTS = Setting.of(
                    "grants",
                    "a list of some of JOB, ONLINE, OFFLINE, RESET, SET",
                    raw -> texts(raw, text -> grant(text).isPresent()))
            .as(new Setting.Texts())
            .byDefault(List.of());

    /** Who may connect. */
    public static final Setting<List<String>> ALLOW = Setting.of(
                    "allow",
                    "a list of IP addresses, or of ranges such as 10.0.4.0/24",
                    raw -> texts(raw, text -> AddressRange.read(text).isPresent()))
            .as(new Setting.Texts())
            .byDefault(List.of());

    /** So long a peer has that must log in. */
    public static final Setting<Integer> LOGIN_WITHIN = Setting.whole("loginWithinS", 1, 600)
            .unit("s")
            .byDefault(Math.toIntExact(Entrance.LOGIN_WITHIN.toSeconds()));

    /** All of it. */
    public static final List<Setting<?>> ALL = List.of(ROLE, LOGIN, GRANTS, ALLOW, LOGIN_WITHIN);

    public Admission {
        grants = Set.copyOf(grants);
        allow = List.copyOf(allow);
    }

    /** @throws BadSetting if two of them contradict each other wherever it listens */
    static Admission read(Options options, String place, Dialect dialect, boolean encrypted) {
        Set<Grant> grants = EnumSet.noneOf(Grant.class);
        options.get(GRANTS).forEach(text -> grants.add(grant(text).orElseThrow()));
        Admission read = new Admission(
                place,
                encrypted,
                dialect.knowsLogin(),
                options.find(LOGIN),
                options.find(ROLE),
                grants,
                options.get(ALLOW).stream()
                        .map(text -> AddressRange.read(text).orElseThrow())
                        .toList(),
                Duration.ofSeconds(options.get(LOGIN_WITHIN)));
        if (read.login.equals(Optional.of(Login.REQUIRED)) && !dialect.knowsLogin()) {
            throw read.bad(LOGIN, "expected none, since the dialect " + dialect.id() + " has no login of this server");
        }
        return read;
    }

    private static Optional<List<String>> texts(Object raw, Function<String, Boolean> fits) {
        boolean all = raw instanceof List<?> list
                && list.stream().allMatch(item -> item instanceof String text && fits.apply(text));
        return all ? Optional.of(((List<?>) raw).stream().map(String::valueOf).toList()) : Optional.empty();
    }

    private static Optional<Grant> grant(String text) {
        return Arrays.stream(Grant.values())
                .filter(grant -> grant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * For {@code net}.
     *
     * @param at where it listens
     * @param usual what peers may do who need not log in, if the settings leave it open
     * @param tls makes the server's ends of encrypted connections
     * @throws BadSetting if it is not safe there; names the line to change
     */
    public Entrance entrance(InetAddress at, Role usual, Supplier<SSLEngine> tls) {
        boolean beyond = !at.isLoopbackAddress();
        if (beyond) {
            check(at);
        }
        boolean login = mustLogIn(beyond);
        return new Entrance(
                login ? Rights.NONE : new Rights(Optional.of(role.orElse(usual)), grants),
                loginWithin,
                allow.isEmpty() ? address -> true : address -> allow.stream().anyMatch(range -> range.has(address)),
                beyond,
                encrypted ? Optional.of(tls) : Optional.empty());
    }

    private boolean mustLogIn(boolean beyond) {
        return login.map(Login.REQUIRED::equals).orElse(beyond && encrypted);
    }

    /** Other machines reach it: encrypted with a login, or a few known ones that may trigger. */
    private void check(InetAddress at) {
        if (encrypted) {
            if (!mustLogIn(true)) {
                throw bad(LOGIN, "expected required, or a loopback address: " + REACHED);
            }
            return;
        }
        if (at.isAnyLocalAddress()) {
            throw bad(
                    ListenerEntry.ADDRESS,
                    "expected a loopback address such as 127.0.0.1, or the address of one network interface, found '"
                            + at.getHostAddress() + "', which is all of them: " + REACHED);
        }
        if (allow.isEmpty()) {
            throw bad(
                    ALLOW,
                    "expected a list of the addresses that may connect, such as [10.0.4.17], or a loopback address: "
                            + REACHED);
        }
        AddressRange.whyTooMany(allow).ifPresent(found -> {
            throw bad(ALLOW, "expected the addresses of a few machines, found " + found + ": " + REACHED);
        });
        if (role.isEmpty() || Role.TRIGGER.compareTo(role.get()) < 0) {
            throw bad(ROLE, "expected trigger or view, with single verbs in grants: " + REACHED);
        }
    }

    private static final String REACHED = "other machines reach this listener without TLS and a login";

    private BadSetting bad(Setting<?> setting, String why) {
        return new BadSetting(place + "." + setting.key(), why);
    }
}
