package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
                .contains(command(folder.resolve("data"), "", "--fingerprint")
                        .output()
                        .strip());
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
    void withAnAuthorityAForeignCertificateIsRefused() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("foreign"));
        Path other = own.resolve("other.pem");
        run(
                keytool(
                        "-genkeypair",
                        "-alias",
                        "ca",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=somebody else",
                        "-ext",
                        "bc:c",
                        "-keystore",
                        own.resolve("other.p12").toString()),
                "");
        run(
                keytool(
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "ca",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        own.resolve("other.p12").toString(),
                        "-file",
                        other.toString()),
                "");
        RealClient.Said said = RealClient.run(
                own,
                TOKEN,
                "trigger",
                "1",
                "--server",
                encrypted,
                "--tls",
                "--ca",
                other.toString(),
                "--user",
                "line-3");
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.errors()).contains("certificate is not trusted");
    }

    @Test
    void withoutTlsTheEncryptedPortAnswersNothing() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("plain"));
        RealClient.Said said = RealClient.run(own, TOKEN, "trigger", "1", "--server", encrypted, "--user", "line-3");
        assertThat(said.code()).isEqualTo(4);
    }

    @Test
    void aUserWhoIsAddedWhileTheServerRunsCountsAtOnceAndIsInTheBooks() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        assertThat(command(data, "a long enough one\n", "--add-user", "bert", "operate")
                        .code())
                .isZero();
        assertThat(command(data, "", "--users").output())
                .contains("anna ADMIN", "line-3 TRIGGER token", "bert OPERATE");
        try (Talk talk = server.talk(1)) {
            assertThat(talk.ask("LOGIN,bert,a long enough one")).isEqualTo("LOGIN,OK,OPERATE");
            assertThat(talk.ask("RESET1")).isEqualTo("RESET1,OK");
            assertThat(talk.ask("SET1,a.b,1")).startsWith("ER,SET1,05,");
        }
        assertThat(command(data, "", "--remove-user", "bert").code()).isZero();
        try (Talk talk = server.talk(1)) {
            assertThat(talk.ask("LOGIN,bert,a long enough one")).startsWith("ER,LOGIN,05,");
        }
        Said verified = command(data, "", "--verify-audit");
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("as they were written");
        Path export = folder.resolve("books.jsonl");
        assertThat(command(data, "", "--export-audit", export.toString()).code())
                .isZero();
        assertThat(command(data, "", "--verify-audit", export.toString()).output())
                .contains("as they were written");
        assertThat(Files.readString(export))
                .contains("\"deed\":\"started, version")
                .contains("user bert is there, OPERATE")
                .contains("\"who\":\"bert\"")
                .contains("\"deed\":\"RESET station 1\",\"outcome\":\"done\"")
                .contains("\"deed\":\"SET1\",\"outcome\":\"05 not allowed\"")
                .doesNotContain("long enough");
    }

    @Test
    void aTokenIsPrintedOnceAndAShortPasswordRefused() throws IOException, InterruptedException {
        Path data = folder.resolve("fresh");
        Said token = command(data, "", "--add-token", "robot", "trigger");
        assertThat(token.code()).isZero();
        assertThat(token.output().strip()).matches("[\\w-]{43}");
        assertThat(command(data, "", "--add-token", "gate", "view").output()).isNotEqualTo(token.output());
        assertThat(command(data, "short\n", "--add-user", "anna", "admin").code())
                .isEqualTo(2);
        assertThat(command(data, "long enough it is\n", "--add-user", "anna", "king")
                        .code())
                .isEqualTo(2);
        assertThat(command(data, "", "--users").output().strip()).isEqualTo("robot TRIGGER token\ngate VIEW token");
        assertThat(command(data, "", "--verify-audit").output()).startsWith("2 lines, as they were written");
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
        assertThat(command(data, "", "--support-bundle", bundle.toString()).code())
                .isZero();
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
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
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
    void twoInstallationsShareNoSecret() throws IOException, InterruptedException {
        Path other = folder.resolve("other");
        Said fingerprint = command(other, "", "--fingerprint");
        assertThat(fingerprint.output().strip()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        for (String secret : List.of("tls/password", "tls/server.p12")) {
            assertThat(Files.readAllBytes(other.resolve(secret)))
                    .isNotEqualTo(Files.readAllBytes(folder.resolve("data").resolve(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-app/target/shutterline-server.jar", "client-app/target/shutterline-client.jar"})
    void noSecretIsShipped(String program) throws IOException {
        try (ZipFile jar = new ZipFile(Path.of("..").resolve(program).toFile())) {
            int looked = 0;
            for (ZipEntry entry : Collections.list(jar.entries())) {
                assertThat(entry.getName()).doesNotMatch("(?i).*\\.(p12|pfx|jks|keystore|pem|key)");
                if (entry.getSize() < MOST_LOOKED_AT) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertThat(SECRET.matcher(text).find()).as(entry.getName()).isFalse();
                    looked++;
                }
            }
            assertThat(looked).isGreaterThan(500);
        }
    }

    private static RealClient.Said trigger(Path own, Map<String, String> environment)
            throws IOException, InterruptedException {
        return RealClient.run(own, environment, "trigger", "1", "--server", encrypted, "--tls", "--user", "line-3");
    }

    private static Said command(Path data, String typed, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                RealServer.JAR.toString(),
                "--data",
                data.toString()));
        command.addAll(Arrays.asList(arguments));
        return run(command, typed);
    }

    private static List<String> keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static Said run(List<String> command, String typed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), output);
    }

    private record Said(int code, String output) {}
}
