package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.Server;
import org.shutterline.server.Wishes;
import org.shutterline.server.access.Certificates;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.watch.SupportBundle;

/** Users, TLS and books with both programs as they are delivered. */
final class AccessIT {
    private static final Map<String, String> TOKEN = Map.of("SHUTTERLINE_PASSWORD", "battery staple");

    /** A key with its bytes, or what is kept of a password. */
    private static final Pattern SECRET = Pattern.compile(
            "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[\\w+/=]{20}|argon2id\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$\\w");
    /** Native code is larger. */
    private static final long MOST_LOOKED_AT = 1_000_000;

    @TempDir
    static Path folder;

    private static RealServer server;
    private static String encrypted;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.station("access", folder.resolve("data"));
        encrypted = "127.0.0.1:" + server.port(2);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theClientTrustsOnFirstUseLogsInAndThenKnowsTheServer() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("own"));
        RealClient.Said first = trigger(own, TOKEN);
        assertThat(first.code()).as(first.errors()).isZero();
        assertThat(first.line()).startsWith("T1,OK,");
        assertThat(first.errors()).contains("is trusted from now on").containsPattern("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(first.errors())
                .contains(certificates(folder.resolve("data")).fingerprint().orElseThrow());
        assertThat(trigger(own, TOKEN).errors()).isEmpty();
        Path known = own.resolve("shutterline-client").resolve("known-servers");
        Files.writeString(known, Files.readString(known).replaceFirst(" ..:..:", " 00:00:"));
        RealClient.Said changed = trigger(own, TOKEN);
        assertThat(changed.code()).isEqualTo(4);
        assertThat(changed.errors())
                .contains("another than the one that is trusted")
                .contains("known-servers");
        assertThat(changed.output()).isEmpty();
    }

    @Test
    void aWrongPasswordIsARefusalAndNoneIsToo() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("wrong"));
        RealClient.Said wrong = trigger(own, Map.of("SHUTTERLINE_PASSWORD", "another thing"));
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.errors()).contains("wrong name or password").doesNotContain("another thing");
        RealClient.Said nobody = RealClient.run(own, "trigger", "1", "--server", encrypted, "--tls");
        assertThat(nobody.code()).isEqualTo(3);
        assertThat(nobody.line()).isEqualTo("ER,T1,05,login required");
    }

    @Test
    void aUserWhoIsAddedWhileTheServerRunsCountsAtOnceAndIsInTheBooks() throws IOException {
        Path data = folder.resolve("data");
        Users users = new Users(data);
        users.add("bert", Role.OPERATE, Secret.of("a long enough one"));
        try (Talk talk = server.talk(1)) {
            assertThat(talk.ask("LOGIN,bert,a long enough one")).isEqualTo("LOGIN,OK,OPERATE");
            assertThat(talk.ask("RESET1")).isEqualTo("RESET1,OK");
            assertThat(talk.ask("SET1,a.b,1")).startsWith("ER,SET1,05,");
        }
        users.remove("bert");
        try (Talk talk = server.talk(1)) {
            assertThat(talk.ask("LOGIN,bert,a long enough one")).startsWith("ER,LOGIN,05,");
        }
        StringBuilder told = new StringBuilder();
        try (AuditTrail books = AuditTrail.open(data)) {
            assertThat(books.verify().broken()).isEmpty();
            books.each(row -> told.append(row).append('\n'));
        }
        assertThat(told.toString())
                .contains("deed=started, version")
                .contains("user bert is there, OPERATE")
                .containsPattern("who=bert, from=127.0.0.1:\\d+, deed=RESET station 1, outcome=done")
                .contains("deed=SET1, outcome=05 not allowed")
                .contains("user bert is gone")
                .doesNotContain("long enough");
    }

    @Test
    void whatIsSecretStandsInItsOwnFilesAloneAndTheyAreTheirOwners() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (Talk talk = server.talk(1)) {
            talk.ask("LOGIN,anna,wrong canary");
            talk.ask("LOGIN,anna,\"ill formed canary");
            talk.ask("LOGIN anna blank canary");
            assertThat(talk.ask("LOGIN,anna,correct horse")).isEqualTo("LOGIN,OK,ADMIN");
        }
        Path bundle = folder.resolve("bundle.zip");
        SupportBundle.ofThis(data, data.resolve("settings.yaml"), "").write(bundle);
        String opens = Files.readString(data.resolve("tls/password"));
        List<String> secrets = List.of("canary", "correct horse", "battery staple", "argon2id", opens);
        for (Path file : files(data)) {
            String name = data.relativize(file).toString().replace('\\', '/');
            if (name.startsWith("tls/")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(name)
                        .isEqualTo("rw-------");
            } else if (!name.startsWith("users.yaml")) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain(secrets);
            }
        }
        assertThat(unpacked(bundle)).doesNotContain(secrets).contains("listeners");
        assertThat(server.errors()).doesNotContain(secrets);
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String unpacked(Path zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void twoInstallationsShareNoSecret() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        assertThat(certificates(other).fingerprint())
                .isNotEqualTo(certificates(folder.resolve("data")).fingerprint());
        for (String secret : List.of("tls/password", "tls/server.p12")) {
            assertThat(Files.readAllBytes(other.resolve(secret)))
                    .isNotEqualTo(Files.readAllBytes(folder.resolve("data").resolve(secret)));
        }
        Users users = new Users(other);
        assertThat(users.addToken("robot", Role.TRIGGER)).isNotEqualTo(users.addToken("gate", Role.TRIGGER));
    }

    private static Certificates certificates(Path data) throws IOException {
        Certificates certificates = new Certificates(data, Clock.systemUTC());
        certificates.load();
        return certificates;
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-app/target/shutterline-server.jar", "client-app/target/shutterline-client.jar"})
    void noSecretIsShipped(String program) throws IOException {
        try (ZipFile jar = new ZipFile(Path.of("..").resolve(program).toFile())) {
            int looked = 0;
            for (ZipEntry entry : Collections.list(jar.entries())) {
                assertThat(entry.getName()).doesNotMatch("(?i).*\\.(p12|pfx|jks|keystore|pem|key)");
                boolean ofOthers =
                        entry.getName().endsWith(".class") && !entry.getName().contains("shutterline");
                if (!ofOthers && entry.getSize() < MOST_LOOKED_AT) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertThat(SECRET.matcher(text).find()).as(entry.getName()).isFalse();
                    looked++;
                }
            }
            assertThat(looked).isGreaterThan(200);
        }
    }

    @Test
    void theListenersOnThePageAreTakenAndTheRefusalOnItIsWhatTheProgramSays() throws IOException {
        Path data = Files.createDirectories(folder.resolve("page"));
        Path settings = data.resolve("settings.yaml");
        String ofPage = onThePage("listeners:").replaceAll("port: \\d+", "port: 0");
        Files.writeString(settings, ofPage + "\nstations: []\n");
        assertThatThrownBy(() -> begin(data))
                .as("all of it is taken, but that is no address of this machine")
                .hasMessageContaining("cannot listen on 10.0.4.2:0");
        Files.writeString(
                settings, "listeners:\n  - {dialect: keyence-xg, address: 10.0.4.2, port: 0}\nstations: []\n");
        assertThatThrownBy(() -> begin(data))
                .isInstanceOf(BadSetting.class)
                .hasMessage(onThePage("settings.yaml.listeners[0]"));
    }

    private static void begin(Path data) throws Exception {
        Server.start(new Wishes(data, Optional.empty(), false, Optional.empty(), false), traffic -> {})
                .close();
    }

    /** The block of the page that begins so. */
    private static String onThePage(String start) throws IOException {
        return Manual.fencesOf(Path.of("security.md")).stream()
                .map(fence -> String.join("\n", fence.lines()))
                .filter(text -> text.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static RealClient.Said trigger(Path own, Map<String, String> environment)
            throws IOException, InterruptedException {
        return RealClient.run(own, environment, "trigger", "1", "--server", encrypted, "--tls", "--user", "line-3");
    }
}
