package org.shutterline.server.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.shutterline.server.net.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server that runs tells a support bundle of itself, if another process of its owner packs it: one file in the data
 * folder asks, others beside it answer. A thread {@code support} of the server looks every second.
 */
public final class SupportTold implements AutoCloseable {
    static final String THREADS = "threads.txt";
    static final String SYSTEM = "system.txt";
    static final String STATUS = "status.json";

    private static final Logger LOG = LoggerFactory.getLogger(SupportTold.class);
    private static final String WANTED = "support.wanted";
    /** Threads first: what comes after may wait for the disk. */
    private static final List<String> ALL = List.of(THREADS, SYSTEM, STATUS);

    private static final long LOOK_EVERY_MS = 1_000;
    private static final long PIECE_NANOS = 50_000_000;

    private final Path data;
    private final Supplier<String> status;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::lookOn, "support");

    private SupportTold(Path data, Supplier<String> status) {
        this.data = data;
        this.status = status;
        thread.setDaemon(true);
    }

    /** Answers from now on. */
    public static SupportTold by(Path data, Supplier<String> status) {
        SupportTold told = new SupportTold(data, status);
        told.thread.start();
        return told;
    }

    /** What this process is, in the parts of a bundle. */
    static Map<String, String> here(String status) {
        return Map.of(THREADS, Stacks.all(), SYSTEM, ThisSystem.text(), STATUS, status);
    }

    /** What the server that runs on the folder tells within so long; it may be that some parts, or all, do not come. */
    static Map<String, String> asked(Path data, Duration within) throws IOException {
        Map<String, String> told = new HashMap<>();
        try {
            clear(data);
            forOwner(data.resolve(WANTED), "");
            long until = System.nanoTime() + within.toNanos();
            for (String part : ALL) {
                Path file = file(data, part);
                while (!Files.exists(file) && until - System.nanoTime() > 0) {
                    LockSupport.parkNanos(PIECE_NANOS);
                }
                if (Files.exists(file)) {
                    told.put(part, Files.readString(file));
                }
            }
            return told;
        } finally {
            clear(data);
        }
    }

    private static Path file(Path data, String part) {
        return data.resolve("support." + part);
    }

    private static void clear(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(WANTED));
        for (String part : ALL) {
            Files.deleteIfExists(file(data, part));
        }
    }

    private void lookOn() {
        Rounds rounds = new Rounds();
        try {
            while (!closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                rounds.go(this::look);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (Files.deleteIfExists(data.resolve(WANTED))) {
                tell(THREADS, Stacks.all());
                tell(SYSTEM, ThisSystem.text());
                tell(STATUS, status.get());
            }
        } catch (IOException full) {
            LOG.warn("nothing can be told for a support file: {}", full.toString());
        }
    }

    /** Whole or not at all. */
    private void tell(String part, String text) throws IOException {
        Path fresh = data.resolve("support.new");
        Files.deleteIfExists(fresh);
        forOwner(fresh, text);
        Files.move(fresh, file(data, part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void forOwner(Path file, String text) throws IOException {
        Files.write(file, new byte[0], StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        SupportBundle.ownerOnly(file);
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
