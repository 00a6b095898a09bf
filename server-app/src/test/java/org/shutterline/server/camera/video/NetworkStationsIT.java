package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.LineTalk;
import org.shutterline.server.Server;
import org.shutterline.server.Wishes;
import org.shutterline.server.camera.http.SnapshotServer;

/** Stations whose cameras are in the network by other ways than GenICam, and go away and come back. */
class NetworkStationsIT {
    private static final int DEADLINE_MS = 1_500;
    private static final int SLACK_MS = 1_500;
    private static final int RATE = 25;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /** All three at once, as when the switch between is without power. */
    @Test
    void eachIsUnknownByTheDeadlineWhenItsCameraGoesAndReadyWithinTenSecondsOfItsReturn() throws Exception {
        assumeTrue(RtspServer.isInstalled(), "no RTSP server here, see RtspCameraIT");
        assumeTrue(ForeignMjpegServer.isInstalled(), "no MJPEG server here: install busybox, gstreamer1.0-tools");
        List<Peer> peers = List.of(new Rtsp(folder), new Mjpeg(folder), new Snapshots());
        ExecutorService threads = Executors.newFixedThreadPool(peers.size());
        try (Server server = start(peers)) {
            List<Future<?>> stations = new ArrayList<>();
            for (int i = 0; i < peers.size(); i++) {
                int station = i + 1;
                Peer peer = peers.get(i);
                stations.add(threads.submit(() -> goesAndComesBack(server, station, peer)));
            }
            for (Future<?> station : stations) {
                station.get();
            }
        } finally {
            threads.shutdownNow();
            for (Peer peer : peers) {
                peer.goes();
            }
        }
    }

    private static boolean goesAndComesBack(Server server, int station, Peer peer) throws IOException {
        try (LineTalk talk = new LineTalk(server)) {
            awaitAnswer(talk, "T" + station, "T" + station + ",OK,");
            talk.send("T" + station);
            peer.goes();
            long gone = System.nanoTime();
            // it may have been in time
            String reply = talk.line();
            assertThat(millisSince(gone)).isLessThan(DEADLINE_MS + SLACK_MS);
            while (reply.startsWith("T" + station + ",OK,")) {
                reply = talk.ask("T" + station);
            }
            assertThat(reply).containsPattern("^(T" + station + ",UNKNOWN|ER,T" + station + ",(16|30)),");
            awaitAnswer(talk, "S" + station, "S" + station + ",OK,FAULT");
            peer.comes();
            long back = System.nanoTime();
            awaitAnswer(talk, "S" + station, "S" + station + ",OK,READY");
            long ready = millisSince(back);
            awaitAnswer(talk, "T" + station, "T" + station + ",OK,");
            System.out.printf(
                    "NetworkStationsIT: %s is ready %d ms and judges %d ms after the camera was back%n",
                    peer.settings(), ready, millisSince(back));
            assertThat(ready).isLessThan(BACK_WITHIN.toMillis());
        }
        return true;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static void awaitAnswer(LineTalk talk, String line, String begins) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(BACK_WITHIN)
                .untilAsserted(() -> assertThat(talk.ask(line)).startsWith(begins));
    }

    private Server start(List<Peer> peers) throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/light.yaml"), """
                tools: [{id: light, tool: brightness, limits: {mean: {low: 0, high: 255}}}]
                outputs: [{name: light, value: light.mean}]
                """);
        StringBuilder settings = new StringBuilder("listeners: [{dialect: plain, port: 0}]\nstations:\n");
        for (int i = 0; i < peers.size(); i++) {
            settings.append("  - {number: %d, job: light, deadlineMs: %d, camera: %s}%n"
                    .formatted(i + 1, DEADLINE_MS, peers.get(i).settings()));
        }
        Files.writeString(data.resolve("settings.yaml"), settings);
        return Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
    }

    /** Something that sends pictures, and can go away and come back at the same place. */
    private interface Peer {
        /** As {@code camera} stands in the file. */
        String settings();

        void goes();

        void comes() throws IOException;
    }

    private static final class Rtsp implements Peer {
        private final Path folder;
        private final int port = RtspServer.freePort();
        private RtspServer server;

        Rtsp(Path folder) throws IOException, InterruptedException {
            this.folder = folder;
            this.server = new RtspServer(folder, port, RATE, "h264");
        }

        @Override
        public String settings() {
            return "{driver: video, settings: {address: '" + server.address() + "', latencyMs: 100}}";
        }

        @Override
        public void goes() {
            server.close();
        }

        @Override
        public void comes() throws IOException {
            try {
                server = new RtspServer(folder, port, RATE, "h264");
            } catch (InterruptedException hurried) {
                throw new IOException(hurried);
            }
        }
    }

    private static final class Mjpeg implements Peer {
        private final Path folder;
        private final int port = RtspServer.freePort();
        private ForeignMjpegServer server;

        Mjpeg(Path folder) throws IOException {
            this.folder = folder;
            this.server = new ForeignMjpegServer(folder, port);
        }

        @Override
        public String settings() {
            return "{driver: video, settings: {address: '" + server.address() + "', latencyMs: 50}}";
        }

        @Override
        public void goes() {
            server.close();
        }

        @Override
        public void comes() throws IOException {
            server = new ForeignMjpegServer(folder, port);
        }
    }

    private static final class Snapshots implements Peer {
        private SnapshotServer server = new SnapshotServer(0);

        Snapshots() throws IOException {
            server.does(SnapshotServer.sendsAnotherEachTime());
        }

        @Override
        public String settings() {
            return "{driver: http, settings: {address: '" + server.address() + "'}}";
        }

        @Override
        public void goes() {
            server.close();
        }

        @Override
        public void comes() throws IOException {
            server = new SnapshotServer(server.port());
            server.does(SnapshotServer.sendsAnotherEachTime());
        }
    }
}
