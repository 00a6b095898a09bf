package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shutterline.protocol.dialect.plain.PlainDialect;
import org.shutterline.protocol.plugin.Options;

/** Many peers at once, and replies and events from many threads. */
@Timeout(60)
final class LoadIT {
    private static final int PEERS = 12;
    private static final int TRIGGERS = 400;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final Stillness stillness = Stillness.watching();
    private final ExecutorService stations = Executors.newFixedThreadPool(4);
    private final ExecutorService peers = Executors.newCachedThreadPool();
    private TriggerServer server;

    @BeforeEach
    void open() throws IOException {
        PlainDialect dialect = new PlainDialect();
        server = TriggerServer.open(
                new ListenerSettings("test", "127.0.0.1", 0, Options.checked("test", Map.of(), dialect.settings())),
                dialect,
                new Surroundings(engine, traffic -> {}, stillness, new Bounds(Limits.USUAL)));
        engine.finishing = id -> stations.execute(() -> engine.finish(id));
    }

    @AfterEach
    void close() {
        server.close();
        stillness.close();
        stations.shutdownNow();
        peers.shutdownNow();
    }

    @Test
    void answersEveryTriggerOnceAndInOrderWhenResultsComeFromManyThreads() throws Exception {
        List<Future<List<Long>>> answers = new ArrayList<>();
        for (int n = 0; n < PEERS; n++) {
            answers.add(peers.submit(() -> idsAnswered("T1\r\n".repeat(TRIGGERS))));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> answer : answers) {
            List<Long> ids = answer.get(50, TimeUnit.SECONDS);
            assertThat(ids).isSorted().hasSize(TRIGGERS);
            all.addAll(ids);
        }
        assertThat(all).doesNotHaveDuplicates().hasSize(PEERS * TRIGGERS);
    }

    @Test
    void endsEveryConnectionWithAWholeLineWhenItIsClosedUnderLoad() throws Exception {
        List<Future<String>> heard = new ArrayList<>();
        for (int n = 0; n < PEERS; n++) {
            heard.add(peers.submit(untilClosed()));
        }
        await().until(() -> engine.asked.size() > 500);
        server.close(Duration.ofSeconds(4));
        assertThat(server.peers()).isEmpty();
        for (Future<String> all : heard) {
            assertThat(all.get(20, TimeUnit.SECONDS)).matches("(T1,OK,\\d+,[^\r\n]*\r\n)*");
        }
        await().until(() -> engine.listeners.isEmpty());
    }

    @Test
    void givesBackEveryHandleOfManyConnections() throws IOException {
        assumeThat(Path.of("/proc/self/fd"))
                .as("a system that lists open handles")
                .isDirectory();
        try (RawPeer warm = new RawPeer(server.address())) {
            warm.send("PING\n").line();
        }
        await().until(() -> server.peers().isEmpty());
        long before = handles();
        for (int n = 0; n < 200; n++) {
            try (RawPeer peer = new RawPeer(server.address())) {
                peer.send("T1\nPING\n").line();
            }
        }
        await().untilAsserted(() -> assertThat(handles()).isLessThanOrEqualTo(before + 3));
    }

    private List<Long> idsAnswered(String requests) {
        List<Long> ids = new ArrayList<>();
        try (RawPeer peer = new RawPeer(server.address())) {
            peer.send(requests);
            for (int n = 0; n < TRIGGERS; n++) {
                ids.add(Long.parseLong(peer.line().split(",")[2]));
            }
            assertThat(peer.send("BYE\r\n").rest()).isEqualTo("BYE,OK\r\n");
        }
        return ids;
    }

    /** Triggers one after the other for as long as there is an answer. */
    private Callable<String> untilClosed() {
        return () -> {
            StringBuilder heard = new StringBuilder();
            try (RawPeer peer = new RawPeer(server.address())) {
                while (true) {
                    heard.append(peer.send("T1\r\n").line()).append("\r\n");
                }
            } catch (java.io.UncheckedIOException closed) {
                assertThat(closed.getMessage()).doesNotContain("after 'T");
                return heard.toString();
            }
        };
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
