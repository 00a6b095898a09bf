package org.shutterline.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.ListenerSettings;
import org.shutterline.server.net.OneTooMany;

/**
 * One listener as the settings file gives it.
 *
 * @param place where it stands, for messages
 * @param address an IP address or name of this machine
 * @param port 0 takes a free one
 * @param maxConnections so many at most are connected
 * @param oneTooMany what is done with one more
 * @param admission who may come in
 * @param written its keys and values, as the file has them
 */
public record ListenerEntry(
        String place,
        Dialect dialect,
        Options options,
        String address,
        int port,
        int maxConnections,
        OneTooMany oneTooMany,
        Admission admission,
        Map<String, Object> written) {

    /** The id of a dialect. */
    public static final Setting<String> DIALECT = Setting.text("dialect");

    /** An IP address or name of this machine. */
    public static final Setting<String> ADDRESS = Setting.text("address").byDefault("127.0.0.1");

    /** 0 takes a free one. */
    public static final Setting<Integer> PORT = Setting.whole("port", 0, 65_535);

    /** So many at most are connected. */
    public static final Setting<Integer> MOST =
            Setting.whole("maxConnections", 1, 10_000).byDefault(ListenerSettings.MAX_CONNECTIONS);

    /** What is done with one more. */
    public static final Setting<OneTooMany> ONE_TOO_MANY =
            Setting.choice("oneTooMany", OneTooMany.class).byDefault(OneTooMany.REFUSE_NEW);

    /** The key under which the settings of the dialect stand. */
    public static final String OF_DIALECT = "settings";

    private static final Setting<Map<String, Object>> SETTINGS =
            Groups.group(OF_DIALECT).byDefault(Map.of());

    /** All but the settings of the dialect. */
    public static final List<Setting<?>> OWN = Stream.concat(
                    Stream.of(DIALECT, ADDRESS, PORT, MOST, ONE_TOO_MANY), Admission.ALL.stream())
            .toList();

    public ListenerEntry {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /**
     * Reads and checks it whole.
     *
     * @param raw keys and values as a file has them
     * @throws BadSetting naming the key, and what was expected
     */
    public static ListenerEntry read(String place, Map<String, Object> raw, Catalog<Dialect> dialects) {
        List<Setting<?>> known = new ArrayList<>(OWN);
        known.add(SETTINGS);
        Options options = Options.checked(place, raw, known);
        String spoken = options.get(DIALECT);
        Dialect dialect = dialects.find(withoutTls(spoken), options.placeOf(DIALECT));
        boolean encrypted = spoken.endsWith(Admission.TLS);
        if (encrypted && !dialect.knowsLogin()) {
            throw new BadSetting(
                    options.placeOf(DIALECT), "expected " + dialect.id() + ", which is not spoken over TLS");
        }
        Options settings = Options.checked(options.placeOf(SETTINGS), options.get(SETTINGS), dialect.settings());
        // settings that contradict each other are told now, and not when the first peer comes
        dialect.server(settings, Role.VIEW);
        return new ListenerEntry(
                place,
                dialect,
                settings,
                options.get(ADDRESS),
                options.get(PORT),
                options.get(MOST),
                options.get(ONE_TOO_MANY),
                Admission.read(options, place, dialect, encrypted),
                raw);
    }

    /** The id of the dialect that is called so, over TLS or not. */
    public static String withoutTls(String spoken) {
        return spoken.endsWith(Admission.TLS) ? spoken.substring(0, spoken.length() - Admission.TLS.length()) : spoken;
    }

    /** What is spoken there, as the settings call it: {@code plain+tls}. */
    public String spoken() {
        return dialect.id() + (admission.encrypted() ? Admission.TLS : "");
    }

    /** The same on another port. */
    public ListenerEntry withPort(int other) {
        return new ListenerEntry(
                place, dialect, options, address, other, maxConnections, oneTooMany, admission, written);
    }

    /**
     * For {@code net}.
     *
     * @param usual what its peers may do if it does not say so itself
     * @param tls makes the server's ends of encrypted connections
     * @throws BadSetting if its address is not known, or it is not safe there; names the line to change
     */
    public ListenerSettings onTheWire(Role usual, Supplier<SSLEngine> tls) {
        return new ListenerSettings(
                place, address, port, options, admission.entrance(at(), usual, tls), maxConnections, oneTooMany);
    }

    private InetAddress at() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException noSuchHost) {
            throw new BadSetting(
                    place + "." + ADDRESS.key(),
                    "expected an address of this machine, found '" + address + "': nothing is known by that name");
        }
    }
}
