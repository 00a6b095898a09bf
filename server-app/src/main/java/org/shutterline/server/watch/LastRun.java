package org.shutterline.server.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code running} of the data folder: there while a server runs, so what a start finds there was left by one that
 * ended without being stopped. Used by one thread.
 */
public final class LastRun {
    private static final Logger LOG = LoggerFactory.getLogger(LastRun.class);
    private static final int MOST_BYTES = 16_384;

    private final Path file;
    private final Optional<List<String>> left;
    private final Optional<String> crash;

    private LastRun(Path file, Optional<List<String>> left) {
        this.file = file;
        this.left = left;
        this.crash = left.map(LastRun::crash);
    }

    private static String crash(List<String> left) {
        return "the server that ran here before ended without being stopped ("
                + String.join(", ", left.stream().limit(2).toList()) + "): a power cut, a kill or a crash";
    }

    /** Looks what the run before left, and says that this one runs. The folder must be locked by this process. */
    public static LastRun begin(Path data) {
        Path file = file(data);
        LastRun run = new LastRun(file, read(file));
        run.crash.ifPresent(found -> LOG.warn("{}", found));
        run.tell(List.of());
        return run;
    }

    /** What the server that runs on this folder, or crashed on it, said of itself; empty if none does. */
    public static Optional<List<String>> read(Path fileOrData) {
        Path file = Files.isDirectory(fileOrData) ? file(fileOrData) : fileOrData;
        try {
            return Files.exists(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList())
                    : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.getMessage());
            return Optional.of(List.of());
        }
    }

    private static Path file(Path data) {
        return data.resolve("running");
    }

    /** Why it is taken that the run before crashed; empty if it was stopped, or there was none. */
    public Optional<String> crash() {
        return crash;
    }

    /** Writes into the file where this server listens. */
    public void tell(List<String> readyLines) {
        List<String> lines = new ArrayList<>();
        lines.add("process " + ProcessHandle.current().pid());
        lines.add("started " + ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
        lines.addAll(readyLines);
        write(lines);
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException full) {
            LOG.warn("{} cannot be written: {}", file, full.getMessage());
        }
    }

    /** The server could not be started: whoever starts next is told the same of the run before. */
    public void cameToNothing() {
        left.ifPresentOrElse(this::write, this::end);
    }

    /** The server was stopped. */
    public void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("{} cannot be removed: {}", file, stays.getMessage());
        }
    }
}
