package org.shutterline.server.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.shutterline.server.spi.program.JsonLine;
import org.shutterline.server.spi.program.SaidAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of one camera, seen from the server: what is asked and what it answers, one at a time, and the memory that it
 * shares. It ends for good with the first thing that is not as agreed. Asked by one thread; read by a thread of its own.
 */
final class CameraProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraProcess.class);
    private static final long GOODBYE_MS = 500;
    private static final long LAST_WORDS_MS = 200;

    private final Process process;
    private final SaidAside aside;
    private final Thread errors;
    private final OutputStream out;
    private final Path file;
    private final PictureSlot slot;
    private final Object lock = new Object();
    private long number;
    private CompletableFuture<Map<String, Object>> pending = new CompletableFuture<>();
    private Optional<String> over = Optional.empty();

    private CameraProcess(String name, Process process, Path file, PictureSlot slot) {
        this.process = process;
        this.aside = new SaidAside(name, process.getErrorStream());
        this.out = process.getOutputStream();
        this.file = file;
        this.slot = slot;
        this.errors = daemon(aside::drain, name + "-errors");
        daemon(this::read, name + "-answers").start();
        errors.start();
    }

    /** @param settings of the driver, as the file has them */
    static CameraProcess start(List<String> command, String driver, Map<String, Object> settings) throws IOException {
        return ordered(command, driver, Map.of("do", "open", "settings", settings));
    }

    /** Says with its first words which cameras there are, and is done. */
    static CameraProcess finding(List<String> command, String driver) throws IOException {
        return ordered(command, driver, Map.of("do", "find"));
    }

    private static CameraProcess ordered(List<String> command, String driver, Map<String, Object> what)
            throws IOException {
        Path file = PictureSlot.fresh();
        PictureSlot slot = PictureSlot.open(file);
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException notStarted) {
            slot.close();
            Files.deleteIfExists(file);
            throw notStarted;
        }
        CameraProcess made = new CameraProcess("camera-" + driver, process, file, slot);
        Map<String, Object> order = new LinkedHashMap<>(what);
        order.put("driver", driver);
        order.put("slot", file.toString());
        made.write(order);
        return made;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Its first words: which camera it opened, or why none. The file that is shared needs no name from then on. */
    CompletableFuture<Map<String, Object>> hello() {
        return pending.whenComplete((said, broken) -> forget());
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillOpen) {
            LOG.trace("{} is deleted at the end", file, stillOpen);
        }
    }

    /** Whether nothing can be asked of it any more. */
    boolean isOver() {
        synchronized (lock) {
            return over.isPresent();
        }
    }

    /** Asks for something; completed with the answer, or exceptionally with an {@link IOException} when the process is over. */
    CompletableFuture<Map<String, Object>> ask(String what, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>(more);
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        synchronized (lock) {
            if (over.isPresent()) {
                return CompletableFuture.failedFuture(new IOException(over.get()));
            }
            number++;
            pending = answer;
            line.put("n", number);
        }
        line.put("do", what);
        write(line);
        return answer;
    }

    /** What is asked is wanted no more; the answer says whether it was given up. */
    void giveUp() {
        write(Map.of("n", number, "do", "giveUp"));
    }

    PictureSlot slot() {
        return slot;
    }

    private void write(Map<String, Object> line) {
        try {
            out.write(JsonLine.write(line));
            out.flush();
        } catch (IOException hearsNoMore) {
            // why is told by the thread that reads
            LOG.trace("the camera's process hears no more", hearsNoMore);
        }
    }

    private void read() {
        String why;
        try (BufferedInputStream in = new BufferedInputStream(process.getInputStream())) {
            PipeReader lines = new PipeReader(Channels.newChannel(in));
            while (true) {
                hear(JsonLine.read(lines.line()));
            }
        } catch (IOException ended) {
            why = lastWords(ended);
        }
        condemn(why);
    }

    private void hear(Map<String, Object> said) throws IOException {
        CompletableFuture<Map<String, Object>> answered;
        synchronized (lock) {
            if (!(said.get("n") instanceof Number n) || n.longValue() != number || pending.isDone()) {
                throw new IOException("it answered what nobody asked");
            }
            answered = pending;
        }
        answered.complete(said);
    }

    private String lastWords(IOException ended) {
        try {
            boolean exited = process.waitFor(GOODBYE_MS, TimeUnit.MILLISECONDS);
            errors.join(LAST_WORDS_MS);
            String words = aside.last();
            return "the camera's process "
                    + (exited ? "ended with exit code " + process.exitValue() : "failed: " + ended.getMessage())
                    + (words.isEmpty() ? "" : " and said '" + words + "'");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "the camera's process ended";
        }
    }

    /** Ends it at once; the first reason counts. */
    void condemn(String why) {
        CompletableFuture<Map<String, Object>> unanswered;
        String reason;
        synchronized (lock) {
            over = over.or(() -> Optional.of(why));
            reason = over.get();
            unanswered = pending;
        }
        process.destroyForcibly();
        unanswered.completeExceptionally(new IOException(reason));
    }

    /** Lets it end by itself for a moment, as a camera has to be let go of, then kills it. */
    @Override
    public void close() {
        synchronized (lock) {
            over = over.or(() -> Optional.of("it was closed"));
        }
        try {
            out.close();
        } catch (IOException closed) {
            LOG.trace("the camera's process is gone", closed);
        }
        try {
            process.waitFor(GOODBYE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        condemn("it was closed");
        forget();
        try {
            slot.close();
        } catch (IOException closed) {
            LOG.trace("the shared memory is closed", closed);
        }
    }
}
