package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the PLC simulator says what the program does. */
final class PlcSimulatorIT {
    private static final Path PAGE = Path.of("plc-simulator.md");
    private static final String START = "$ java -jar shutterline-server.jar ";

    @TempDir
    Path folder;

    private record Played(int code, List<String> lines, String errors) {}

    @Test
    void theCommandOfThePagePrintsWhatThePageShows() throws IOException, InterruptedException {
        Manual.Fence fence = Manual.fencesOf(PAGE).stream()
                .filter(each -> each.value("played").isPresent())
                .findFirst()
                .orElseThrow();
        String dialect = fence.value("played").orElseThrow();
        try (RealServer server = RealServer.station("languages", folder.resolve("data"))) {
            String command = fence.lines()
                    .get(0)
                    .substring(START.length())
                    .replace("127.0.0.1:8500", Listeners.address(server, dialect))
                    .replace("xg.yaml", Listeners.settings(folder, dialect));
            Played played = play(command.split(" "));

            assertThat(played.code()).as(played.toString()).isZero();
            String shown = fence.lines().stream().skip(1).collect(Collectors.joining("\n"));
            assertThat(printed(played)).matches(pattern(shown));
        }
    }

    /** Triggers that come while an abandoned part is inspected are refused, or not, as the machine is fast. */
    private static String printed(Played played) {
        return played.lines().stream()
                .filter(line -> !line.startsWith("refused by code: "))
                .collect(Collectors.joining("\n"));
    }

    private static Pattern pattern(String shown) {
        return Pattern.compile(Arrays.stream(shown.split("\\d+(\\.\\d+)?", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\d+(\\.\\d+)?")));
    }

    @Test
    void aStationThatIsNotThereAndADialectThatCannotTriggerAreTold() throws IOException, InterruptedException {
        Played away = play("--play-plc", "127.0.0.1:1", "--cycles", "1");
        assertThat(away.code()).isEqualTo(1);
        assertThat(away.errors()).contains("Connection refused");

        Played mute = play("--play-plc", "127.0.0.1:1", "--dialect", "insight-push");
        assertThat(mute.code()).isEqualTo(2);
        assertThat(mute.errors()).contains("insight-push only tells results");
    }

    private Played play(String... arguments) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                RealServer.JAR.toString(),
                "--data",
                folder.resolve("unused").toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Played(process.exitValue(), output.lines().toList(), Files.readString(errors));
    }
}
