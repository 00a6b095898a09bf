package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.client.ClientMain;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.language.Languages;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.TcpLink;
import org.shutterline.client.operator.BenchThread;
import org.shutterline.client.operator.OperatorPresenter;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.settings.DialectFile;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;

/** The client drives the real server through every dialect: as a command, and as the window does. */
final class ClientDialectsIT {
    @TempDir
    static Path folder;

    private static RealServer server;
    private static Talk archive;

    private final List<OperatorState> shown = new CopyOnWriteArrayList<>();
    private final BenchThread bench = new BenchThread(Clock.systemUTC());

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.station("languages", folder.resolve("data"));
        archive = server.talk();
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
        server.close();
    }

    /** What the archive has: the verdict and the one value. */
    private record Judged(String verdict, double light) {
        static Judged last() throws IOException {
            List<String> fields = archive.askFields("LAST1");
            return new Judged(fields.get(1), Double.parseDouble(fields.get(4)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "insight", "omron", "custom"})
    void theCommandTriggersAndPrintsWhatTheArchiveHas(String dialect) throws IOException {
        for (String job : List.of("plate", "bright", "plate")) {
            archive.ask("JOB1," + job);
            long before = results();
            RealClient.Said said = command(dialect, "trigger", "1");

            assertThat(results()).isEqualTo(before + 1);
            Judged judged = Judged.last();
            assertThat(printed(dialect, said.line())).as(said.errors()).isEqualTo(judged);
            assertThat(said.code()).isEqualTo(judged.verdict().equals("OK") ? 0 : 1);
            assertThat(judged.verdict()).isEqualTo(job.equals("plate") ? "OK" : "NG");
        }
    }

    private static long results() throws IOException {
        return Long.parseLong(archive.askFields("S1").get(5));
    }

    /** The plain dialect's line is printed as it came: {@code T1,OK,17,3.2,104.1}; any other as {@code OK,light=104.1}. */
    private static Judged printed(String dialect, String line) {
        List<String> fields = Talk.fields(line);
        return dialect.equals("plain")
                ? new Judged(fields.get(1), Double.parseDouble(fields.get(4)))
                : new Judged(fields.get(0), Double.parseDouble(fields.get(1).split("=")[1]));
    }

    @Test
    void theCommandTellsAndChangesTheJob() throws IOException {
        assertThat(command("keyence-xg", "job", "1", "bright").line()).isEqualTo("bright");
        assertThat(archive.askFields("JOB1")).contains("bright");
        assertThat(command("insight", "job", "1", "plate").line()).isEqualTo("plate");
        RealClient.Said told = command("omron", "job", "1");
        assertThat(told.line()).isEqualTo("plate");
        assertThat(told.code()).isZero();
    }

    @Test
    void theCommandWritesThePictureWhereTheDialectHasOne() throws IOException, InterruptedException {
        Path picture = folder.resolve("picture.png");
        RealClient.run(folder, arguments("insight", "trigger", "1", "--image", picture.toString()));
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(160);
        Path other = folder.resolve("picture.jpg");
        command("keyence-iv", "trigger", "1", "--image", other.toString());
        assertThat(ImageIO.read(other.toFile()).getHeight()).isEqualTo(120);

        RealClient.Said said = command("omron", "trigger", "1", "--image", picture.toString());
        assertThat(said.code()).isEqualTo(64);
        assertThat(said.errors()).contains("omron tells no pictures");
    }

    @Test
    void theCommandRefusesWhatTheDialectHasNoWordFor() throws IOException {
        RealClient.Said said = command("insight-push", "trigger", "1");

        assertThat(said.line()).startsWith("ER,01,");
        assertThat(said.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "insight", "omron", "custom"})
    void theWindowCapturesAndShowsWhatTheArchiveHas(String dialect) throws IOException {
        archive.ask("JOB1,plate");
        try (OperatorPresenter operator = operator(dialect)) {
            operator.connect(address(dialect));
            until(state -> state.capture() == OperatorState.Capture.READY
                    && (state.film().isEmpty() || dialect.equals("plain")));
            for (int i = 0; i < 3; i++) {
                long before = newest().map(InspectionResult::id).orElse(0L);
                operator.capture("");
                OperatorState captured = until(state -> state.capture() == OperatorState.Capture.READY
                        && state.newest().map(InspectionResult::id).orElse(0L) > before);

                assertThat(judged(captured)).isEqualTo(Judged.last());
                assertThat(captured.notices()).isEmpty();
            }
        }
    }

    @Test
    void theWindowShowsResultsThatAPortOnlyTells() throws IOException {
        try (OperatorPresenter operator = operator("insight-push")) {
            operator.connect(address("insight-push"));
            until(state -> state.capture() == OperatorState.Capture.NOT_IN_LANGUAGE);
            archive.trigger("T1");

            assertThat(judged(until(state -> state.newest().isPresent()))).isEqualTo(Judged.last());
        }
    }

    private static Judged judged(OperatorState state) {
        InspectionResult result = state.shown().orElseThrow();
        Value.Decimal light = (Value.Decimal) result.values().get(0).value();
        return new Judged(result.verdict().name(), light.number());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private OperatorPresenter operator(String dialect) throws IOException {
        OperatorPresenter operator = new OperatorPresenter(
                bench,
                (address, language, listener) ->
                        TcpLink.open(address, language.conversations().get(), LinkTimes.USUAL, listener),
                new Languages(
                        Catalog.installed("dialect", Dialect.class), "json", DialectFile::read, Clock.systemUTC()),
                new ReconnectDelays(() -> 0.5),
                () -> "key-" + System.nanoTime(),
                1_000,
                shown::add);
        operator.speak(new LanguageChoice(dialect, settings(dialect)));
        return operator;
    }

    /** As {@code main} runs it, in this process; that the runnable file does the same is another test's. */
    private static RealClient.Said command(String dialect, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = ClientMain.run(
                arguments(dialect, arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new RealClient.Said(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static String[] arguments(String dialect, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", address(dialect), "--dialect", dialect));
        if (!settings(dialect).isEmpty()) {
            all.addAll(List.of("--dialect-settings", settings(dialect)));
        }
        return all.toArray(String[]::new);
    }

    private static String address(String dialect) throws IOException {
        return Listeners.address(server, dialect);
    }

    private static String settings(String dialect) throws IOException {
        return Listeners.settings(folder, dialect);
    }

    private Optional<InspectionResult> newest() {
        return shown.isEmpty() ? Optional.empty() : shown.get(shown.size() - 1).newest();
    }

    /** Waits for a state that is shown now. */
    private OperatorState until(Predicate<OperatorState> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> shown.isEmpty()
                                ? Optional.<OperatorState>empty()
                                : Optional.of(shown.get(shown.size() - 1)),
                        state -> state.filter(wanted).isPresent())
                .orElseThrow();
    }
}
