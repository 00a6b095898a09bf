package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.spi.TalkLimits;
import org.shutterline.server.net.Limits;
import org.shutterline.server.net.StrangerLimits;

class SettingsIT {
    private static final String GOOD = """
            listeners:
              - {dialect: plain, port: 7501}
            stations:
              - number: 2
                job: b
                camera: {driver: simulated}
              - number: 1
                job: a
                deadlineMs: 500
                startOnline: no
                camera: {driver: simulated, settings: {seed: 7}}
            """;

    @TempDir
    Path folder;

    @Test
    void readsStationsByNumberWithTheirDefaults() throws IOException {
        ServerSettings settings = read(GOOD);
        assertThat(settings.stations()).extracting(s -> s.plan().number()).containsExactly(1, 2);
        assertThat(settings.stations().get(0).plan().deadlineMs()).isEqualTo(500);
        assertThat(settings.stations().get(1).plan().deadlineMs()).isEqualTo(2_000);
        assertThat(settings.stations().get(0).startOnline()).isEqualTo(StartOnline.NO);
        assertThat(settings.listeners().get(0).address()).isEqualTo("127.0.0.1");
        assertThat(settings.pictures().rules().room().quotaBytes()).isEqualTo(20_000_000_000L);
    }

    @Test
    void limitsHaveDefaultsAndMayBeSet() throws IOException {
        assertThat(read(GOOD).limits().wire()).isEqualTo(Limits.USUAL);
        LimitSettings limits = read(GOOD + "limits: {connections: 20, writeMs: 900, pictureMb: 3, logMb: 7}\n")
                .limits();
        assertThat(limits.wire().connections()).isEqualTo(20);
        assertThat(limits.wire().writeTime()).isEqualTo(Duration.ofMillis(900));
        assertThat(limits.wire().talk()).isEqualTo(TalkLimits.USUAL);
        assertThat(read(GOOD + "limits: {strangers: 9, strangersOfAddress: 2, loginBytes: 512}\n")
                        .limits()
                        .wire()
                        .strangers())
                .isEqualTo(new StrangerLimits(9, 2, 512));
        assertThat(limits.pictureBytes()).isEqualTo(3_000_000);
        assertThat(limits.logBytes()).isEqualTo(7_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            connections: 1 | settings.yaml.limits.connections: expected a whole number from 2 to 10000, found '1'
            lineBytes: 9   | settings.yaml.limits.lineBytes: expected a whole number from 64 to 32768 bytes, found '9'
            lineByts: 900  | settings.yaml.limits.lineByts: no such setting, expected one of connections
            """)
    void aWrongLimitIsNamed(String wrong, String message) {
        assertThatThrownBy(() -> read(GOOD + "limits: {" + wrong + "}\n"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    port: 7501          | prot: 7501           | settings.yaml.listeners[0].prot: no such setting, expected one of dialect, address, port
                    port: 7501          | port: 70000          | settings.yaml.listeners[0].port: expected a whole number from 0 to 65535, found '70000'
                    port: 7501          | port: x              | settings.yaml.listeners[0].port: expected a whole number from 0 to 65535, found 'x'
                    dialect: plain      | dialect: klingon     | settings.yaml.listeners[0].dialect: no dialect with the id 'klingon', expected one of
                    dialect: plain      | dialect: omron, settings: {okWord: '-1'} | settings.yaml.listeners[0].settings.okWord: expected another word than ngWord
                    number: 2           | number: 0            | settings.yaml.stations[0].number: expected a whole number from 1 to 99, found '0'
                    number: 2           | number: 1            | settings.yaml.stations[1].number: station 1 is there twice
                    job: b              | jub: b               | settings.yaml.stations[0].jub: no such setting
                    deadlineMs: 500     | deadlineMs: 5        | settings.yaml.stations[1].deadlineMs: expected a whole number from 50 to 600000 ms, found '5'
                    startOnline: no     | startOnline: maybe   | settings.yaml.stations[1].startOnline: expected one of last, yes, no
                    {driver: simulated} | {driver: magic}      | settings.yaml.stations[0].camera.driver: no camera with the id 'magic', expected one of
                    {driver: simulated} | simulated            | settings.yaml.stations[0].camera: expected 'key: value' lines, found 'simulated'
                    {driver: simulated} | {driver: http, settings: {password: [s3cret]}} | settings.yaml.stations[0].camera.settings.password: expected a text, found something else
                    seed: 7             | seeed: 7             | settings.yaml.stations[1].camera.settings.seeed: no such setting
                    seed: 7             | seed: -1             | settings.yaml.stations[1].camera.settings.seed: expected a whole number
                    stations:           | pictures: {keep: some}%stations: | settings.yaml.pictures.keep: expected one of all, ng-and-unknown, none, found 'some'
                    stations:           | pictures: {mostDays: -1}%stations: | settings.yaml.pictures.mostDays: expected a whole number from 0 to 10000 d, found '-1'
                    stations:           | pictures: {freeDiskGb: some}%stations: | settings.yaml.pictures.freeDiskGb: expected a number
                    """)
    void namesThePlaceAndWhatWasExpected(String what, String instead, String message) {
        String wrong = GOOD.replaceFirst(
                Pattern.quote(what.trim()),
                Matcher.quoteReplacement(instead.trim().replace("%", "\n")));
        assertThat(wrong).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(wrong)).isInstanceOf(BadSetting.class).hasMessageStartingWith(message.trim());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                       | neither
                    {address: "rtsp://10.0.0.9/live", device: /dev/video0} | both
                    """)
    void refusesAStreamFromNowhereAndOneFromTwoPlaces(String settings, String found) {
        String yaml = GOOD.replaceFirst("driver: simulated.*", "driver: video, settings: " + settings + "}");
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("camera.settings.address: expected either address or device, found " + found);
    }

    @Test
    void namesTheLineThatIsNoYaml() {
        assertThatThrownBy(() -> read("listeners:\n  - {port: 1\nstations: ["))
                .isInstanceOf(BadSetting.class)
                .hasMessageMatching("settings\\.yaml, line \\d: .+");
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> ServerSettings.read(folder.resolve("settings.yaml"), Plugins.installed()))
                .isInstanceOf(BadSetting.class)
                .hasMessage("settings.yaml: no such file");
    }

    @Test
    void takesTheLastGoodSettingsWhenTheFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), GOOD);
        SettingsFile settings = new SettingsFile(file, folder, Plugins.installed());
        assertThat(settings.readOrLastGood().trouble()).isEmpty();
        settings.keepAsGood();
        Files.writeString(file, GOOD.replace("port: 7501", "port: x"));
        SettingsFile.Read read = settings.readOrLastGood();
        assertThat(read.settings().listeners().get(0).port()).isEqualTo(7501);
        assertThat(read.trouble()).hasValueSatisfying(why -> assertThat(why).contains("listeners[0].port"));
        assertThatThrownBy(settings::read).isInstanceOf(BadSetting.class);
    }

    @Test
    void keepsOneGenerationWhenAFileIsSaved() throws IOException {
        Path file = folder.resolve("a.yaml");
        SafeFile.write(file, new byte[] {1});
        SafeFile.write(file, new byte[] {2});
        SafeFile.write(file, new byte[] {3});
        assertThat(Files.readAllBytes(file)).containsExactly(3);
        assertThat(Files.readAllBytes(SafeFile.before(file))).containsExactly(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    private ServerSettings read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), yaml);
        return ServerSettings.read(file, Plugins.installed());
    }
}
