package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every talk on the pages is held with a real server, and each of its lines is compared. A transcript runs against the
 * station of {@code --demo}, or against the settings in {@code src/test/stations/NAME} and the listener, counted from 0,
 * that its fence names; {@link ExamplePluginsIT} holds those of {@code plugins}. Of several listeners, {@code 0,1}, the
 * first is that of the connection 1, and so on.
 */
final class TranscriptIT {
    private static final Map<String, RealServer> SERVERS = new HashMap<>();

    @TempDir
    static Path folder;

    static Stream<Manual.Fence> transcripts() throws IOException {
        return Manual.fences().stream()
                .filter(fence -> fence.language().equals("wire"))
                // those need jars beside the server's
                .filter(fence -> !fence.value("settings").equals(Optional.of("plugins")));
    }

    @Test
    void thereAreTranscripts() throws IOException {
        assertThat(transcripts()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void isWhatTheServerSays(Manual.Fence fence) throws IOException, InterruptedException {
        try (Transcript transcript = new Transcript(ports(fence))) {
            assertThat(transcript.play(fence)).as("lines compared").isPositive();
        }
    }

    private static List<Integer> ports(Manual.Fence fence) throws IOException, InterruptedException {
        RealServer server = server(fence.value("settings").orElse("demo"));
        return Stream.of(fence.value("listener").orElse("0").split(","))
                .map(listener -> server.port(Integer.parseInt(listener)))
                .toList();
    }

    private static RealServer server(String settings) throws IOException, InterruptedException {
        RealServer running = SERVERS.get(settings);
        if (running == null) {
            Path data = folder.resolve(settings);
            running = settings.equals("demo") ? RealServer.demo(data) : RealServer.station(settings, data);
            SERVERS.put(settings, running);
        }
        return running;
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(RealServer::close);
        SERVERS.clear();
    }
}
