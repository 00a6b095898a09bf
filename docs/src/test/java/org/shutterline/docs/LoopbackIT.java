package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.client.language.Languages;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.TcpLink;
import org.shutterline.client.operator.BenchThread;
import org.shutterline.client.operator.Notice;
import org.shutterline.client.operator.OperatorPresenter;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;

/** The operator's presenter and link as they are in the window, against the server as it is delivered. */
final class LoopbackIT {
    @TempDir
    Path folder;

    private final List<OperatorState> shown = new CopyOnWriteArrayList<>();
    private final AtomicLong keys = new AtomicLong();
    private BenchThread bench;
    private OperatorPresenter operator;

    @BeforeEach
    void open() {
        LinkOpener opener = (address, language, listener) ->
                TcpLink.open(address, language.conversations().get(), LinkTimes.USUAL, listener);
        bench = new BenchThread(Clock.systemDefaultZone());
        operator = new OperatorPresenter(
                bench,
                opener,
                new Languages(Catalog.installed("dialect", Dialect.class), "json", file -> Map.of(), Clock.systemUTC()),
                new ReconnectDelays(() -> 0.5),
                () -> "key-" + keys.incrementAndGet(),
                1_000,
                shown::add);
    }

    @AfterEach
    void close() {
        operator.close();
        bench.close();
    }

    @Test
    void capturesShowsLosesTheServerAndMissesNothing() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        List<Long> ids = new ArrayList<>();
        int port;
        try (RealServer server = RealServer.station("floor", data)) {
            port = server.port();
            operator.connect("127.0.0.1:" + port);
            until(state -> state.capture() == OperatorState.Capture.READY
                    && state.status().isPresent());

            operator.capture("SN-1");
            OperatorState captured = until(state -> partIs(state, "SN-1"));
            InspectionResult result = captured.newest().orElseThrow();
            ids.add(result.id());
            assertThat(result.verdict()).isEqualTo(Verdict.OK);
            OperatorState withPicture = until(state -> state.picture().resultId() == result.id()
                    && state.picture().kind() == OperatorState.PictureKind.OF_RESULT
                    && !state.picture().overlays().isEmpty());
            assertThat(withPicture.picture().picture()).isPresent();

            server.kill();
            OperatorState lost = until(
                    state -> connectionNotice(state).flatMap(Notice::countdown).isPresent());
            assertThat(lost.connection().phase()).isNotEqualTo(OperatorState.Phase.CONNECTED);
            assertThat(lost.capture()).isEqualTo(OperatorState.Capture.NO_CONNECTION);
            assertThat(lost.picture().kind())
                    .as("the picture on the screen is old now")
                    .isEqualTo(OperatorState.PictureKind.OLD);
        }
        Path config = onPort(data, port);
        try (RealServer server = RealServer.on(data, "--config", config.toString());
                Talk plc = server.talk()) {
            for (int i = 0; i < 3; i++) {
                ids.add(Long.parseLong(plc.trigger("T1,part=missed-" + i).get(2)));
            }
            OperatorState back = until(state -> state.connection().stands() && partIs(state, "missed-2"));
            assertThat(connectionNotice(back)).isEmpty();

            operator.capture("SN-2");
            OperatorState after = until(state -> partIs(state, "SN-2")
                    && state.picture().kind() == OperatorState.PictureKind.OF_RESULT
                    && state.picture().resultId()
                            == state.newest().map(InspectionResult::id).orElse(0L));
            ids.add(after.newest().orElseThrow().id());
            assertThat(after.film().stream()
                            .map(frame -> frame.result().id())
                            .sorted()
                            .toList())
                    .as("each result once, none missing")
                    .isEqualTo(ids);
            until(state -> state.counts().ok() == ids.size());
        }
        noIdTwiceInAnyFilm();
    }

    /** The same server on the port that it had; the settings of the folder ask for a free one. */
    private Path onPort(Path data, int port) throws IOException {
        Path config = data.resolve("settings.yaml");
        String text = Files.readString(config);
        return Files.writeString(config, text.replaceFirst("port: 0", "port: " + port));
    }

    private void noIdTwiceInAnyFilm() {
        for (OperatorState state : shown) {
            Set<Long> seen = new HashSet<>();
            assertThat(state.film()).allMatch(frame -> seen.add(frame.result().id()));
        }
    }

    private static boolean partIs(OperatorState state, String part) {
        return state.newest().flatMap(InspectionResult::part).equals(Optional.of(part));
    }

    private static Optional<Notice> connectionNotice(OperatorState state) {
        return state.notices().stream()
                .filter(notice -> notice.topic() == Notice.Topic.CONNECTION)
                .findFirst();
    }

    /** Waits for a state that is shown now. */
    private OperatorState until(Predicate<OperatorState> wanted) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> shown.isEmpty()
                                ? Optional.<OperatorState>empty()
                                : Optional.of(shown.get(shown.size() - 1)),
                        state -> state.filter(wanted).isPresent())
                .orElseThrow();
    }
}
