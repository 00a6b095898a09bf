package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.spi.program.Python;

/** A stop takes its 5 s at most, whatever programs do. */
class StopIT {
    private static final String DEAF = """
            import signal, time
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            print('{"hello":"tool","version":1}', flush=True)
            while True: time.sleep(1)
            """;

    @TempDir
    Path data;

    @Test
    void whoeverIsToldOfResultsHearsTheLastOnesBeforeItIsClosed() throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/light.yaml"), "tools: [{id: light, tool: brightness}]\n");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners:
                  - {dialect: plain, port: 0}
                  - {dialect: keyence-xg, port: 0, settings: {resultOutput: all}}
                stations: [{number: 1, job: light, camera: {driver: simulated, settings: {exposureMs: 700}}}]
                """);
        Server server = Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
        InetSocketAddress plain = server.listeners().get(0).address();
        try (Peer master = new Peer(plain);
                Peer subscribed = new Peer(plain);
                Peer idle = new Peer(plain);
                Peer pushed = new Peer(server.listeners().get(1).address())) {
            subscribed.send("SUBSCRIBE");
            assertThat(subscribed.line()).isEqualTo("SUBSCRIBE,OK");
            assertThat(subscribed.line()).startsWith("!STATUS,1,READY");
            idle.send("PING");
            assertThat(idle.line()).isEqualTo("PING,OK");
            master.send("T1");
            await().until(() ->
                    server.machine().stations().iterator().next().status().state() == StationState.BUSY);
            Thread stopping = new Thread(server::close);
            stopping.start();

            assertThat(idle.line()).isNull();
            subscribed.send("T1");
            assertThat(subscribed.line()).isEqualTo("ER,T1,12,station offline");
            String answer = master.line();
            assertThat(answer).startsWith("T1,");
            assertThat(master.line()).isNull();
            assertThat(subscribed.line()).isEqualTo("!RESULT,1" + answer.substring(2));
            assertThat(subscribed.line()).isNull();
            assertThat(pushed.line()).isNotBlank();
            assertThat(pushed.line()).isNull();
            stopping.join(5_000);
            assertThat(stopping.isAlive()).isFalse();
        }
    }

    /** A connection; a line is null where the stream ends. */
    private static final class Peer implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        private Peer(InetSocketAddress address) throws IOException {
            socket = new Socket(address.getAddress(), address.getPort());
            socket.setSoTimeout(5_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        private void send(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private String line() throws IOException {
            return in.readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void manyProgramsThatDoNotEndByThemselvesAreStoppedTogether() throws Exception {
        assumeTrue(Python.isThere(), "no python3 on this machine");
        Files.createDirectories(data.resolve("jobs/own"));
        Files.writeString(data.resolve("jobs/own/deaf.py"), DEAF);
        Files.writeString(data.resolve("jobs/own.yaml"), """
                tools:
                  - {id: a, tool: external, timeLimitMs: 50, settings: {command: [python3, deaf.py]}}
                  - {id: b, tool: external, timeLimitMs: 50, settings: {command: [python3, deaf.py]}}
                """);
        String station = "job: own, mostInInspection: 4, camera: {driver: simulated}";
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, %s}, {number: 2, %s}]
                """.formatted(station, station));
        Server server = Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(Python.runningFrom(data)).isEmpty();
    }
}
