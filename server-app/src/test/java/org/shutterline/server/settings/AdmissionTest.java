package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Grant;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Entrance;

/** Which mixes of settings may listen where, and which line of the file is to be changed for the others. */
class AdmissionTest {
    private static final Catalog<Dialect> DIALECTS = Catalog.installed("dialect", Dialect.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dialect: plain, address: 0.0.0.0|address",
                "dialect: plain, address: '::'|address",
                "dialect: plain, address: 0.0.0.0, allow: [10.0.4.17], role: trigger|address",
                "dialect: plain, address: 10.0.4.2|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: []|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [0.0.0.0/0]|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [10.0.4.17, '::/0']|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [0.0.0.0/1, 128.0.0.0/1]|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [0.0.0.0/2, 64.0.0.0/2, 128.0.0.0/2, 192.0.0.0/2]|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [10.0.0.0/7]|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [10.0.0.0/8, 11.0.0.0/9]|allow",
                "dialect: plain, address: 10.0.4.2, role: trigger, allow: [10.0.0.0/8, 11.0.0.1]|allow",
                "dialect: plain, address: fd00::2, role: trigger, allow: ['2000::/3']|allow",
                "dialect: plain, address: fd00::2, role: trigger, allow: ['fd00::/8', 'fc00::/9']|allow",
                "dialect: plain, address: 10.0.4.2, allow: [10.0.4.17]|role",
                "dialect: plain, address: 10.0.4.2, allow: [10.0.4.17], role: operate|role",
                "dialect: plain, address: 10.0.4.2, allow: [10.0.4.17], role: admin|role",
                "dialect: plain, address: 10.0.4.2, login: required|allow",
                "dialect: keyence-xg, address: 10.0.4.2, allow: [10.0.4.17], role: operate|role",
                "dialect: plain+tls, address: 0.0.0.0, login: optional|login",
                "dialect: plain+tls, address: 10.0.4.2, login: optional, allow: [10.0.4.17]|login",
                "dialect: keyence-xg, address: 127.0.0.1, login: required|login",
                "dialect: keyence-xg+tls, address: 127.0.0.1|dialect",
                "dialect: plain, address: 10.0.4.2, allow: [press.example], role: trigger|allow",
                "dialect: plain, address: 10.0.4.2, allow: [10.0.4.17], role: trigger, grants: [FORMAT]|grants"
            })
    void anyOtherMixIsRefusedAndTheLineIsNamed(String listener, String key) {
        assertThatThrownBy(() -> entrance(listener))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("settings.yaml.listeners[0]." + key)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "10.0.0.0/8, 10.0.0.0/8, 10.1.2.0/24, 10.0.4.17",
                "10.0.0.0/9, 192.168.0.0/16, 172.16.0.0/12",
                "10.0.0.0/8, 'fd00::/8'"
            })
    void theNetworkOfAPlantIsTaken(String allow) {
        entrance("dialect: plain, address: 10.0.4.2, role: trigger, allow: [" + allow + "]");
    }

    @Test
    void whatIsTooWideIsNamed() {
        assertThat(whyNot("dialect: plain, address: 10.0.4.2, role: trigger, allow: [10.0.4.17, 0.0.0.0/2]"))
                .hasValueSatisfying(why -> assertThat(why).contains("found 0.0.0.0/2, which is wider than /8"));
        assertThat(whyNot("dialect: plain, address: 10.0.4.2, role: trigger, allow: [10.0.0.0/8, 11.0.0.0/8]"))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("[10.0.0.0/8, 11.0.0.0/8], which together are more than a /8"));
    }

    @Test
    void everyMixIsTakenOrRefusedAsTheContractSays() {
        int refused = 0;
        for (List<String> mix : mixes()) {
            String listener = String.join(", ", mix);
            Optional<String> why = whyNot(listener);
            assertThat(why.isEmpty()).as(listener + why).isEqualTo(isSafe(listener));
            why.ifPresent(message -> assertThat(message).startsWith("settings.yaml.listeners[0]."));
            refused += why.isPresent() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(500);
    }

    /** The contract once more, in other words than the program has. */
    private static boolean isSafe(String listener) {
        boolean plain = listener.contains("dialect: plain");
        boolean encrypted = listener.contains("+tls");
        boolean login = listener.contains("login: required");
        if (!plain && (encrypted || login)) {
            return false;
        }
        if (listener.contains("'127.0.0.1'") || listener.contains("'::1'")) {
            return true;
        }
        if (encrypted) {
            return !listener.contains("login: optional");
        }
        boolean oneInterface = listener.contains("'10.0.4.2'") || listener.contains("'fd00::2'");
        boolean mayOnlyTrigger = listener.contains("role: view") || listener.contains("role: trigger");
        return oneInterface && listener.contains("[10.0.4.17]") && mayOnlyTrigger;
    }

    private static List<List<String>> mixes() {
        List<List<String>> mixes = List.of(List.of());
        mixes = with(mixes, "dialect", "plain", "plain+tls", "keyence-xg", "keyence-iv+tls", "keyence-iv", "omron");
        mixes = with(mixes, "address", "'127.0.0.1'", "'::1'", "'0.0.0.0'", "'::'", "'10.0.4.2'", "'fd00::2'");
        mixes = with(mixes, "allow", "", "[]", "[10.0.4.17]");
        mixes = with(mixes, "role", "", "view", "trigger", "operate", "admin");
        return with(mixes, "login", "", "optional", "required");
    }

    private static List<List<String>> with(List<List<String>> mixes, String key, String... values) {
        return mixes.stream()
                .flatMap(mix -> Stream.of(values).map(value -> {
                    List<String> more = new ArrayList<>(mix);
                    if (!value.isEmpty()) {
                        more.add(key + ": " + value);
                    }
                    return more;
                }))
                .toList();
    }

    private static Optional<String> whyNot(String listener) {
        try {
            entrance(listener);
            return Optional.empty();
        } catch (BadSetting unsafe) {
            return Optional.of(String.valueOf(unsafe.getMessage()));
        }
    }

    @Test
    void encryptedBeyondLoopbackALoginComesFirst() {
        Entrance entrance = entrance("dialect: plain+tls, address: 0.0.0.0");
        assertThat(entrance.rights()).isEqualTo(Rights.NONE);
        assertThat(entrance.tls()).isPresent();
        assertThat(entrance.beyondLoopback()).isTrue();
    }

    @Test
    void aPlcMayTriggerFromAKnownAddressAndDoWhatIsGranted() throws UnknownHostException {
        Entrance entrance = entrance(
                "dialect: keyence-xg, address: 10.0.4.2, allow: [10.0.4.17], role: trigger, grants: [JOB, reset]");
        assertThat(entrance.rights()).isEqualTo(new Rights(Optional.of(Role.TRIGGER), Set.of(Grant.JOB, Grant.RESET)));
        assertThat(entrance.admits().test(InetAddress.getByName("10.0.4.17"))).isTrue();
        assertThat(entrance.admits().test(InetAddress.getByName("10.0.4.18"))).isFalse();
        assertThat(entrance.tls()).isEmpty();
    }

    @Test
    void onLoopbackNobodyHasToLogInUnlessTheSettingsSaySo() {
        assertThat(entrance("dialect: plain").rights()).isEqualTo(Rights.of(Role.OPERATE));
        assertThat(entrance("dialect: plain, role: view").rights()).isEqualTo(Rights.of(Role.VIEW));
        assertThat(entrance("dialect: plain+tls").rights()).isEqualTo(Rights.of(Role.OPERATE));
        assertThat(entrance("dialect: plain, login: required").rights()).isEqualTo(Rights.NONE);
        assertThat(entrance("dialect: plain").beyondLoopback()).isFalse();
    }

    private static Entrance entrance(String listener) {
        Map<String, Object> raw =
                YamlFile.parse(("listener: {port: 0, " + listener + "}").getBytes(StandardCharsets.UTF_8), "test");
        Map<String, Object> keyed = Groups.stringKeys((Map<?, ?>) raw.get("listener"));
        return ListenerEntry.read("settings.yaml.listeners[0]", keyed, DIALECTS)
                .onTheWire(Role.OPERATE, () -> {
                    throw new IllegalStateException("nobody connects");
                })
                .entrance();
    }
}
