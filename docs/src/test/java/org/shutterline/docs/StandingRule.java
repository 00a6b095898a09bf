package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What holds whatever was done to a server: it lives, its threads, handles and heap are back where they were within 10 s, and
 * there was no error that nobody caught. Threads and handles on Linux alone.
 */
record StandingRule(RealServer server, int threads, int handles, double heapMb) {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    /** Of the virtual machine's own compilers and collectors, which come and go. */
    private static final int MORE_THREADS = 4;

    private static final int MORE_HANDLES = 3;
    /** Of what is alive on the heap: far more than the classes and the newest pictures that the first requests bring. */
    private static final double MORE_HEAP_MB = 40;

    /** As it is now; a server that was asked for something already has its threads. */
    static StandingRule of(RealServer server) throws IOException {
        // asking for the heap sets the virtual machine a thread and a socket up for it
        double heapMb = heapMb(server);
        return new StandingRule(server, threads(server), handles(server), heapMb);
    }

    void holds() throws IOException {
        holdsButForTheHeap();
        heapIsBack();
    }

    /** For a server whose virtual machine cannot be asked for its heap any more. */
    void holdsButForTheHeap() throws IOException {
        assertThat(server.isAlive()).as("the server lives").isTrue();
        assertThat(Files.readString(server.log())).doesNotContain("that nobody caught");
        await().atMost(BACK_WITHIN).untilAsserted(() -> {
            assertThat(threads(server)).as("threads").isLessThanOrEqualTo(threads + MORE_THREADS);
            assertThat(handles(server)).as("handles").isLessThanOrEqualTo(handles + MORE_HANDLES);
        });
        System.out.println("StandingRule: " + threads + " threads and " + handles + " handles before, "
                + threads(server) + " and " + handles(server) + " after");
    }

    private void heapIsBack() throws IOException {
        double afterMb = heapMb(server);
        System.out.printf("StandingRule: %.1f MB were alive on the heap before, %.1f after%n", heapMb, afterMb);
        assertThat(afterMb).as("MB that are alive on the heap").isLessThanOrEqualTo(heapMb + MORE_HEAP_MB);
    }

    private static double heapMb(RealServer server) throws IOException {
        return ProcessSize.liveHeapMb(ProcessHandle.of(server.pid()).orElseThrow());
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
