package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
