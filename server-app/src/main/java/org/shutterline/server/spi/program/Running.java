package org.shutterline.server.spi.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineFramer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of a program: a process, and the three threads that write to it and read what it says. It ends for good with
 * the first thing that is not as agreed; what it says after that is heard by nobody.
 */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final int VERSION = 1;
    /** Lines that begin so are for the log; a Java that crashes writes such to standard output. */
    private static final byte REMARK = '#';

    private static final int PIECE = 64 * 1024;
    private static final int SHOWN = 80;
    private static final int LONGEST_REFUSAL = 500;
    private static final String GOODBYE = "it was closed";
    private static final long GOODBYE_MS = 500;
    private static final long LAST_MS = 2_000;

    /** The bytes of a line and of the picture behind it, and whether all of it was taken. */
    private record Parcel(byte[] line, byte[] pixels, int count, CompletableFuture<Boolean> taken) {}

    /** The picture that it is asked about. */
    private record Asked(long picture, CompletableFuture<Map<String, Object>> answer) {}

    /**
     * What it was asked.
     *
     * @param answer done when it has answered
     * @param taken done when it has read its picture whole; before that its room is not free, even if it has answered
     */
    record Question(CompletableFuture<Map<String, Object>> answer, CompletableFuture<Boolean> taken) {}

    private final ProgramPlan plan;
    private final ProcessTree tree;
    private final SaidAside aside;
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<Optional<Parcel>> outgoing = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<Asked>> asked = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private volatile Optional<String> refusal = Optional.empty();
    private byte[] pixels = new byte[0];

    private Running(ProgramPlan plan, ProcessTree tree) {
        this.plan = plan;
        this.tree = tree;
        this.aside = new SaidAside(plan.name(), tree.process().getErrorStream());
    }

    /** @throws IOException if there is no such program, or it cannot be started */
    static Running start(ProgramPlan plan) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(plan.command());
        plan.folder().ifPresent(folder -> builder.directory(folder.toFile()));
        ProcessTree tree = ProcessTree.start(builder);
        try {
            Running running = new Running(plan, tree);
            running.begin();
            return running;
        } catch (RuntimeException | Error untalkable) {
            tree.kill();
            throw untalkable;
        }
    }

    private void begin() {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("hello", "server");
        hello.put("version", VERSION);
        hello.put("settings", plan.settings());
        outgoing.add(Optional.of(new Parcel(JsonLine.write(hello), pixels, 0, new CompletableFuture<>())));
        thread("write", this::write);
        thread("read", this::read);
        thread("errors", aside::drain);
    }

    private void thread(String job, Runnable work) {
        Thread thread = new Thread(work, "program-" + plan.name() + "-" + job);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Done when it has said hello. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    /** Done when it is of no use any more, with the reason. */
    CompletableFuture<String> over() {
        return over;
    }

    /** What it said against its settings, if that is why it is over. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Room for the bytes of a picture, until the next call; only while nothing is asked. */
    byte[] room(int bytes) {
        if (pixels.length < bytes) {
            // a matrix of three channels is copied to whole px only
            pixels = new byte[(bytes + 2) / 3 * 3];
        }
        return pixels;
    }

    /** Asks about the picture that lies in {@link #room}. */
    Question ask(long picture, Map<String, Object> head, int bytes) {
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        asked.set(Optional.of(new Asked(picture, answer)));
        outgoing.add(Optional.of(new Parcel(JsonLine.write(head), pixels, bytes, taken)));
        return new Question(answer, taken);
    }

    /** Ends it at once; the first reason counts. Does not wait. */
    void condemn(String why) {
        over.complete(why);
        tree.process().destroyForcibly();
    }

    /** Tells it to end by itself. Does not wait; nothing if it is over already. */
    void sayGoodbye() {
        if (over.complete(GOODBYE)) {
            outgoing.add(Optional.empty());
        }
    }

    /** Lets one that was told to end do so for a moment, kills what is left of it and of its children, and waits for its threads. */
    void end() throws InterruptedException {
        over.complete("it was ended");
        if (over.join().equals(GOODBYE)) {
            tree.process().waitFor(GOODBYE_MS, TimeUnit.MILLISECONDS);
        }
        tree.kill();
        tree.process().waitFor(LAST_MS, TimeUnit.MILLISECONDS);
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join(LAST_MS);
        }
    }

    private void write() {
        try (OutputStream out = tree.process().getOutputStream()) {
            for (Optional<Parcel> next = outgoing.take(); next.isPresent(); next = outgoing.take()) {
                Parcel parcel = next.get();
                out.write(parcel.line());
                for (int at = 0; at < parcel.count(); at += PIECE) {
                    out.write(parcel.pixels(), at, Math.min(PIECE, parcel.count() - at));
                }
                out.flush();
                parcel.taken().complete(true);
            }
        } catch (IOException doesNotRead) {
            LOG.trace("program {} reads no more; why is told by the thread that reads", plan.name(), doesNotRead);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            hearAll();
            ended();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void hearAll() {
        LineFramer framer = new LineFramer(plan.longestLineBytes());
        byte[] buffer = new byte[8192];
        try (InputStream in = tree.process().getInputStream()) {
            for (int count = in.read(buffer); count >= 0 && !over.isDone(); count = in.read(buffer)) {
                framer.add(ByteBuffer.wrap(buffer, 0, count), 0);
                for (Optional<Line> line = framer.next(); line.isPresent(); line = framer.next()) {
                    hear(line.get().bytes());
                }
                if (framer.isTooLong()) {
                    condemn("it wrote a line of more than " + plan.longestLineBytes() + " bytes");
                }
            }
        } catch (IOException broken) {
            LOG.trace("program {} says no more", plan.name(), broken);
        }
    }

    private void ended() throws InterruptedException {
        if (over.isDone()) {
            return;
        }
        boolean exited = tree.process().waitFor(GOODBYE_MS, TimeUnit.MILLISECONDS);
        threads.get(threads.size() - 1).join(GOODBYE_MS);
        String last = aside.last();
        condemn((exited ? "it ended with exit code " + tree.process().exitValue() : "it closed its standard output")
                + (last.isEmpty() ? "" : " and said '" + Plain.text(last, SHOWN) + "'"));
    }

    private void hear(byte[] line) {
        if (over.isDone()) {
            return;
        }
        if (line.length > 0 && line[0] == REMARK) {
            aside.note(new String(line, StandardCharsets.UTF_8));
            return;
        }
        try {
            Map<String, Object> said = JsonLine.read(line);
            if (!ready.isDone()) {
                hello(said, line);
            } else {
                answer(said, line);
            }
        } catch (IOException noJson) {
            condemn("it wrote what is no JSON object: " + shown(line));
        }
    }

    private void hello(Map<String, Object> said, byte[] line) {
        if (!"tool".equals(said.get("hello"))) {
            condemn("it did not say hello but " + shown(line));
        } else if (said.get("refused") instanceof String why) {
            refusal = Optional.of(Plain.text(why, LONGEST_REFUSAL));
            condemn("it refuses its settings: " + refusal.get());
        } else if (!Integer.valueOf(VERSION).equals(said.get("version"))) {
            condemn("it speaks version " + Plain.text(String.valueOf(said.get("version")), SHOWN) + ", expected "
                    + VERSION);
        } else {
            ready.complete(true);
        }
    }

    private void answer(Map<String, Object> said, byte[] line) {
        Optional<Asked> present = asked.getAndSet(Optional.empty());
        if (present.isEmpty()) {
            condemn("it wrote without being asked: " + shown(line));
        } else if (said.get("picture") instanceof Number number
                && number.longValue() == present.get().picture()) {
            present.get().answer().complete(said);
        } else {
            condemn("it answered for picture " + Plain.text(String.valueOf(said.get("picture")), SHOWN) + ", asked was "
                    + present.get().picture());
        }
    }

    private static String shown(byte[] line) {
        return "'" + Plain.text(new String(line, StandardCharsets.UTF_8), SHOWN) + "'";
    }
}
