package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What holds whatever was done to a server: it lives, its threads and handles are back where they were within 10 s, and there
 * was no error that nobody caught. Threads and handles on Linux alone.
 */
record StandingRule(RealServer server, int threads, int handles) {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    /** Of the virtual machine's own compilers and collectors, which come and go. */
    private static final int MORE_THREADS = 4;

    private static final int MORE_HANDLES = 3;

    /** As it is now; a server that was asked for something already has its threads. */
    static StandingRule of(RealServer server) throws IOException {
        return new StandingRule(server, threads(server), handles(server));
    }

    void holds() throws IOException {
        assertThat(server.isAlive()).as("the server lives").isTrue();
        assertThat(Files.readString(server.log())).doesNotContain("that nobody caught");
        await().atMost(BACK_WITHIN).untilAsserted(() -> {
            assertThat(threads(server)).as("threads").isLessThanOrEqualTo(threads + MORE_THREADS);
            assertThat(handles(server)).as("handles").isLessThanOrEqualTo(handles + MORE_HANDLES);
        });
        System.out.println("StandingRule: " + threads + " threads and " + handles + " handles before, "
                + threads(server) + " and " + handles(server) + " after");
    }

    private static int threads(RealServer server) throws IOException {
        return entries(server, "task");
    }

    private static int handles(RealServer server) throws IOException {
        return entries(server, "fd");
    }

    private static int entries(RealServer server, String name) throws IOException {
        Path folder = Path.of("/proc", Long.toString(server.pid()), name);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.count();
        }
    }
}
