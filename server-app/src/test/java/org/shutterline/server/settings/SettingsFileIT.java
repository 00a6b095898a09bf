package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.net.OneTooMany;

class SettingsFileIT {
    private static final String TEXT = """
            # the line of hall 3
            listeners:
              - {dialect: plain, port: 7501}

            stations:
              # the press
              - number: 2
                job: b # as ordered
                camera:
                  driver: simulated
                  faults: {drop: 0.5}
                  settings:
                    seed: 7   # an old one
                # the deadline of the PLC
                deadlineMs: 500
              - camera: {driver: simulated}
                number: 1
                job: a

            # how long pictures stay
            pictures: {keep: all}
            """;

    private static final String LISTENERS = """
            # who connects
            listeners:
              # the PLC of hall 3
              - dialect: keyence-xg
                port: 8500   # as in its program
                settings: {triggerMode: cv-compatible}

              # the panels
              - {dialect: plain, port: 7501}
            stations: [] # none yet
            """;

    @TempDir
    private Path folder;

    private SettingsFile file(String text) throws IOException {
        Files.writeString(path(), text);
        return new SettingsFile(path(), folder, Plugins.installed());
    }

    private Path path() {
        return folder.resolve("settings.yaml");
    }

    private static CameraEntry seed(int seed) {
        return new CameraEntry("simulated", "", Map.of("seed", seed));
    }

    @Test
    void whatIsWrittenIsItsOwnersAloneSinceCamerasHavePasswords() throws IOException {
        SettingsFile file = file(TEXT);
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r--r--"));
        file.writeCamera(2, seed(9));
        for (String name : List.of("settings.yaml", "settings.yaml.before", "settings.good.yaml")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void changesTheLinesOfOneCameraAndNoOther() throws IOException {
        StationSettings now = file(TEXT).writeCamera(2, seed(8));

        int from = TEXT.indexOf("camera:");
        int to = TEXT.indexOf("    # the deadline");
        assertThat(path())
                .hasContent(TEXT.substring(0, from)
                        + "camera: {driver: simulated, faults: {drop: 0.5}, settings: {seed: 8}}\n"
                        + TEXT.substring(to));
        assertThat(now.guard().faults().drop()).isEqualTo(0.5);
        assertThat(folder.resolve("settings.yaml.before")).hasContent(TEXT);
        assertThat(folder.resolve("settings.good.yaml")).hasSameTextualContentAs(path());
    }

    @Test
    void changesACameraThatIsTheFirstKeyOfItsStation() throws IOException {
        file(TEXT).writeCamera(1, new CameraEntry("folder", "", Map.of("folder", "/data/a b")));

        assertThat(path())
                .content()
                .contains("  - camera:")
                .contains("\"/data/a b\"")
                .contains("    number: 1\n");
        assertThat(ServerSettings.read(path(), Plugins.installed())
                        .stations()
                        .get(0)
                        .camera()
                        .id())
                .isEqualTo("folder");
    }

    @Test
    void addsAStationBehindTheLast() throws IOException {
        StationSettings now = file(TEXT).writeStation(3, "c", seed(9));

        assertThat(now.plan().number()).isEqualTo(3);
        assertThat(Files.readString(path()))
                .startsWith(TEXT.substring(0, TEXT.indexOf("\n# how long")))
                .endsWith("""
                        \n# how long pictures stay
                        pictures: {keep: all}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stations: []\nlisteners: [{dialect: plain, port: 1}]\n",
                "listeners: [{dialect: plain, port: 1}]\nstations:\n- {number: 2, job: a, camera: {driver: simulated}}"
            })
    void addsAStationHoweverTheListIsWritten(String text) throws IOException {
        assertThat(file(text).writeStation(1, "c", seed(9)).job()).isEqualTo("c");
    }

    @Test
    void keepsTheLineEndsOfWindows() throws IOException {
        file(TEXT.replace("\n", "\r\n")).writeCamera(2, seed(8));

        assertThat(Files.readString(path())).doesNotContainPattern("[^\r]\n").contains("seed: 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{listeners: [{dialect: plain, port: 1}], stations: [{number: 2, job: a, camera: {driver: simulated}}]}",
                "listeners: [{dialect: plain, port: 1}]\nstations:\n  - {number: 2, job: a, camera: {driver: simulated}}\n",
                "listeners: [{dialect: plain, port: 1}]\nstations:\n  - number: 2\n    job: a\n    \"camera\": {driver: simulated}\n"
            })
    void leavesAFileAloneThatIsWrittenInAnotherWay(String text) throws IOException {
        SettingsFile file = file(text);

        assertThatThrownBy(() -> file.writeCamera(2, seed(8)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("change it by hand");
        assertThat(path()).content().isEqualTo(text);
    }

    @Test
    void writesNoCameraThatCouldNotBeRead() throws IOException {
        SettingsFile file = file(TEXT);

        assertThatThrownBy(() -> file.writeCamera(2, seed(-1))).hasMessageContaining("seed");
        assertThatThrownBy(() -> file.writeCamera(5, seed(1))).hasMessageContaining("station 5");
        assertThat(path()).content().isEqualTo(TEXT);
    }

    @Test
    void dropsWhatTheGuardWasToldOfAnotherKindOfCamera() throws IOException {
        StationSettings now = file(TEXT.replace("faults: {drop: 0.5}", "samePictures: allowed"))
                .writeCamera(2, new CameraEntry("folder", "", Map.of("folder", "x")));

        assertThat(now.guard().samePictures()).isEqualTo(org.shutterline.server.guard.GuardSettings.SamePictures.AUTO);
    }

    @Test
    void changesOneSettingOfAListenerThatStandsInOneLine() throws IOException {
        SettingsFile file = file(TEXT);
        ListenerEntry now = file.writeListenerSetting(0, listener(file, 0), "messageBySilenceMs", 20);

        assertThat(now.options().written()).containsEntry("messageBySilenceMs", 20);
        assertThat(now.port()).isEqualTo(7501);
        assertThat(path())
                .hasContent(TEXT.replace(
                        "  - {dialect: plain, port: 7501}",
                        "  - dialect: plain\n    port: 7501\n    settings: {messageBySilenceMs: 20}"));
    }

    @Test
    void addsTheSettingsOfAListenerBehindItsOtherKeys() throws IOException {
        String listeners = """
                listeners:
                  # the PLC
                  - dialect: plain
                    port: 7501   # as in its program

                  - dialect: keyence-xg
                    port: 8500
                    settings: {triggerMode: cv-compatible} # an old one
                stations: []
                """;
        SettingsFile file = file(listeners);
        file.writeListenerSetting(0, listener(file, 0), "messageBySilenceMs", 20);
        file.writeListenerSetting(1, listener(file, 1), "messageBySilenceMs", 30);

        assertThat(path())
                .hasContent(listeners
                        .replace("its program\n", "its program\n    settings: {messageBySilenceMs: 20}\n")
                        .replace(
                                "{triggerMode: cv-compatible} # an old one",
                                "{triggerMode: cv-compatible, messageBySilenceMs: 30}"));
    }

    @Test
    void leavesListenersAloneThatItCannotChange() throws IOException {
        String flow = "listeners: [{dialect: plain, port: 1}]\nstations: []\n";
        SettingsFile file = file(flow);
        assertThatThrownBy(() -> file.writeListenerSetting(0, listener(file, 0), "messageBySilenceMs", 20))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("listeners");
        assertThatThrownBy(() -> file.writeListenerSetting(0, listener(file, 0), "messageBySilenceMs", -1))
                .isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> file.writeListenerSetting(1, listener(file, 0), "messageBySilenceMs", 20))
                .isInstanceOf(BadSetting.class);
        assertThat(path()).hasContent(flow);
    }

    private static ListenerEntry listener(SettingsFile file, int index) {
        return file.read().settings().listeners().get(index);
    }

    @Test
    void changesTheSettingsOfAListenerAndNoOtherLine() throws IOException {
        SettingsFile file = file(LISTENERS);
        ListenerEntry now = file.writeListener(
                0,
                listener(file, 0),
                Map.of("dialect", "keyence-xg", "port", 8500, "settings", Map.of("resultPrefix", "\u0002")));

        assertThat(now.options().written()).containsEntry("resultPrefix", "\u0002");
        assertThat(path()).hasContent(LISTENERS.replace("{triggerMode: cv-compatible}", "{resultPrefix: \"\\u0002\"}"));
    }

    @Test
    void changesAListenerAsAWholeAndLeavesWhatStandsAroundIt() throws IOException {
        SettingsFile file = file(LISTENERS);
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("dialect", "plain");
        changed.put("port", 7502);
        changed.put("maxConnections", 2);
        changed.put("oneTooMany", "drop-oldest");
        changed.put("role", "view");
        ListenerEntry now = file.writeListener(1, listener(file, 1), changed);

        assertThat(now.oneTooMany()).isEqualTo(OneTooMany.DROP_OLDEST);
        assertThat(now.admission().role()).contains(Role.VIEW);
        assertThat(path())
                .hasContent(LISTENERS.replace(
                        "  - {dialect: plain, port: 7501}",
                        "  - dialect: plain\n    port: 7502\n    maxConnections: 2\n"
                                + "    oneTooMany: drop-oldest\n    role: view"));
    }

    @Test
    void addsAListenerBehindTheLastAndTakesItOutAgain() throws IOException {
        SettingsFile file = file(LISTENERS);
        ListenerEntry now = file.writeListener(Map.of("dialect", "omron", "port", 9600));
        assertThat(now.dialect().id()).isEqualTo("omron");
        assertThat(path()).content().startsWith(LISTENERS.substring(0, LISTENERS.indexOf("stations:")));

        file.removeListener(2, now);
        assertThat(path()).hasContent(LISTENERS);
    }

    @Test
    void changesTheTimeUntilSomebodyIsLoggedOffWhereItStandsOrAddsIt() throws IOException {
        String written = TEXT + "windowLogOffMin: 10   # a shift is long\n";
        file(written).writeLogOff(Duration.ofMinutes(25));
        assertThat(path()).content().isEqualTo(written.replace(": 10 ", ": 25 "));

        SettingsFile file = file(TEXT.stripTrailing().replace("\n", "\r\n"));
        file.writeLogOff(Duration.ofMinutes(1));
        assertThat(path()).content().isEqualTo(TEXT.replace("\n", "\r\n") + "windowLogOffMin: 1\r\n");
        assertThat(file.read().settings().windowLogOff()).isEqualTo(Duration.ofMinutes(1));

        assertThatThrownBy(() -> file.writeLogOff(Duration.ofDays(2)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("windowLogOffMin")
                .hasMessageContaining("1440");
    }

    @Test
    void takesNoListenerOutThatStandsThereNoMoreAndNeverTheLast() throws IOException {
        SettingsFile file = file(LISTENERS);
        ListenerEntry first = listener(file, 0);
        file.removeListener(0, first);
        String left = LISTENERS.substring(0, LISTENERS.indexOf("  - dialect: keyence"))
                + LISTENERS.substring(LISTENERS.indexOf("\n  # the panels"));
        assertThat(path()).hasContent(left);

        assertThatThrownBy(() -> file.removeListener(0, first)).hasMessageContaining("changed since");
        assertThatThrownBy(() -> file.removeListener(0, listener(file, 0))).hasMessageContaining("at least one");
        assertThat(path()).hasContent(left);
    }
}
