package org.shutterline.docs.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The clock on the wall as one process sees it, which is set while the process runs. Time itself goes on evenly. */
public final class WallClock {
    /** Where Debian's package libfaketime puts it, by the kind of processor. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

    private final Path library;
    private final Path offset;

    private WallClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /**
     * Right as yet; the test is skipped where it cannot be had.
     *
     * @param folder where it keeps a file
     */
    public static WallClock right(Path folder) throws IOException {
        List<Path> found = LIBRARIES.stream().filter(Files::exists).toList();
        assumeThat(found).as("it needs libfaketime").isNotEmpty();
        WallClock clock = new WallClock(found.get(0), folder.resolve("clock.txt"));
        clock.set(Duration.ZERO);
        return clock;
    }

    /** With these a process sees it. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                // looked at once a second: each look at the file takes longer than a whole look at the clock
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    /** Ahead of the right time by so much, or behind it; the process sees it within a second. */
    public void set(Duration ahead) throws IOException {
        Path next = offset.resolveSibling("clock.next");
        Files.writeString(next, "%+d\n".formatted(ahead.toSeconds()));
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    }
}
