package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the guide for PLC programmers shows, run against a real server. */
final class PlcExamplesIT {
    private static final Pattern SAID = Pattern.compile("(\\S+) (OK|NG|UNKNOWN) id=(\\d+) .*");

    @TempDir
    static Path folder;

    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.demo(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pythonTriggersAndIsAnsweredTheSameWhenItAsksAgain() throws IOException, InterruptedException {
        assumeTrue(isThere("python3", "--version"), "no python3 on this machine");
        triggersOncePerPart("python3", "examples/station_client.py");
    }

    @Test
    void nodeTriggersAndIsAnsweredTheSameWhenItAsksAgain() throws IOException, InterruptedException {
        assumeTrue(isThere("node", "--version"), "no node on this machine");
        triggersOncePerPart("node", "examples/station_client.mjs");
    }

    @Test
    void cSharpCompilesAndTriggers() throws IOException, InterruptedException {
        assumeTrue(isThere("mcs", "--version"), "no C# compiler (mcs) on this machine");
        Path program = folder.resolve("StationClient.exe");
        Run compiled = run("mcs", "-warnaserror", "-out:" + program, "examples/StationClient.cs");
        assertThat(compiled.code()).as(compiled.text()).isZero();
        assumeTrue(isThere("mono", "--version"), "compiled, but no mono on this machine to run it");
        triggersOncePerPart("mono", program.toString());
    }

    /** Three parts, then the same three again: the same ids, so no second picture was taken. */
    private static void triggersOncePerPart(String... program) throws IOException, InterruptedException {
        String prefix = program[0];
        List<String> parts = List.of(prefix + "-1", prefix + "-2", prefix + "-3");
        List<String> command = new ArrayList<>(Arrays.asList(program));
        command.addAll(List.of("127.0.0.1", Integer.toString(server.port()), "1"));
        command.addAll(parts);

        Run first = run(command.toArray(String[]::new));
        Run second = run(command.toArray(String[]::new));

        List<Matcher> said = first.lines().stream()
                .map(line -> {
                    Matcher matcher = SAID.matcher(line);
                    assertThat(matcher.matches())
                            .as("%s in %s", line, first.text())
                            .isTrue();
                    return matcher;
                })
                .toList();
        assertThat(said).extracting(matcher -> matcher.group(1)).isEqualTo(parts);
        assertThat(second.lines()).isEqualTo(first.lines());
        boolean allOk = said.stream().allMatch(matcher -> matcher.group(2).equals("OK"));
        assertThat(first.code()).isEqualTo(allOk ? 0 : 1);
        theServerKnows(said);
    }

    private static void theServerKnows(List<Matcher> said) throws IOException {
        try (Talk talk = server.talk()) {
            talk.ask("FORMAT,JSON");
            for (Matcher one : said) {
                assertThat(talk.ask("RESULT," + one.group(3)))
                        .contains("\"part\":\"" + one.group(1) + "\"")
                        .contains("\"status\":\"" + one.group(2) + "\"");
            }
        }
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return run(command).code() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ended", command[0])
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(
                process.exitValue(),
                Files.readAllLines(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    private record Run(int code, List<String> lines, String errors) {
        String text() {
            return String.join("\n", lines) + errors;
        }
    }
}
