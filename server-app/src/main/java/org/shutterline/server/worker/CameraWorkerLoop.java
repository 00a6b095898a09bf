package org.shutterline.server.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.shutterline.server.spi.program.JsonLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a process in which one camera runs: opens the camera that its first line orders, or only looks which there are, and does
 * what each further line asks, such as to try once more to open it. The thread that calls it reads, so that a picture can be given
 * up and the end of the server is noticed while the camera works; the camera has a thread of its own.
 */
public final class CameraWorkerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CameraWorkerLoop.class);
    private static final long GOODBYE_MS = 2_000;

    private final Catalog<CameraFactory> drivers;
    private final FrameSource frames;
    private final PipeReader in;
    private final OutputStream out;
    private Optional<PictureSlot> slot = Optional.empty();

    /** Touched by the camera's thread alone. */
    private Optional<Camera> camera = Optional.empty();

    public CameraWorkerLoop(
            Catalog<CameraFactory> drivers, FrameSource frames, ReadableByteChannel in, OutputStream out) {
        this.drivers = drivers;
        this.frames = frames;
        this.in = new PipeReader(in);
        this.out = out;
    }

    /**
     * Returns when the pipe is closed, also while the camera still works, and the camera was let go of, if it lets: the caller ends
     * the process.
     *
     * @throws IOException if what comes is not as agreed
     */
    public void run() throws IOException {
        Map<String, Object> line = JsonLine.read(in.line());
        slot = Optional.of(PictureSlot.open(Path.of((String) line.get("slot"))));
        CameraFactory driver = drivers.find((String) line.get("driver"), "driver");
        if ("find".equals(line.get("do"))) {
            say(found(driver));
        } else {
            obey(driver, line);
        }
    }

    /** @param first opens the camera */
    private void obey(CameraFactory driver, Map<String, Object> first) throws IOException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "camera");
            made.setDaemon(true);
            return made;
        });
        Order last = new Order(0, given -> hello(driver, first));
        thread.execute(last);
        try {
            while (true) {
                Map<String, Object> line = JsonLine.read(in.line());
                long number = ((Number) line.get("n")).longValue();
                if (!"giveUp".equals(line.get("do"))) {
                    last = new Order(number, given -> answered(given, driver, line));
                    thread.execute(last);
                } else if (last.number == number) {
                    last.giveUp();
                }
            }
        } catch (EOFException serverIsDone) {
            LOG.debug("the pipe is closed", serverIsDone);
        } finally {
            last.giveUp();
            thread.execute(this::letGo);
            thread.shutdown();
            await(thread);
        }
    }

    private static Map<String, Object> found(CameraFactory driver) {
        try {
            Map<String, Object> told = ShotJson.write(driver.find());
            told.put("n", 0);
            return told;
        } catch (CameraException failed) {
            return failure(0, failed.kind(), failed.getMessage());
        } catch (InterruptedException | RuntimeException | LinkageError broken) {
            LOG.warn("the driver broke", broken);
            return failure(0, Kind.CAMERA_AWAY, "the camera's driver broke: " + broken);
        }
    }

    /** Whoever opens it next must find it free: a camera of the network believes in its last program for seconds. */
    private void letGo() {
        camera.ifPresent(Camera::close);
    }

    private static void await(ExecutorService thread) {
        try {
            if (!thread.awaitTermination(GOODBYE_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("the camera could not be let go of");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> hello(CameraFactory driver, Map<String, Object> order) throws CameraException {
        Camera open;
        try {
            open = driver.open(options(driver, order));
        } catch (BadSetting bad) {
            throw new CameraException(Kind.CAMERA_AWAY, String.valueOf(bad.getMessage()), bad);
        }
        camera = Optional.of(open);
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("identity", ShotJson.write(open.identity()));
        hello.put("takesByItself", open.takesByItself());
        hello.put("repeatsWhatIsStill", open.repeatsWhatIsStill());
        return hello;
    }

    private static Options options(CameraFactory driver, Map<String, Object> line) {
        Map<String, Object> settings = new LinkedHashMap<>();
        ((Map<?, ?>) line.get("settings")).forEach((key, value) -> settings.put((String) key, value));
        return Options.checked("settings", settings, List.copyOf(driver.settings()));
    }

    /** What is done for an order. */
    private interface Work {
        Map<String, Object> answer(Order order) throws Exception;
    }

    /** Something that the server asked for; it is answered in any case, also when it was given up before it began. */
    private final class Order implements Runnable {
        private final long number;
        private final Work work;
        private Optional<Thread> worker = Optional.empty();
        private boolean givenUp;

        Order(long number, Work work) {
            this.number = number;
            this.work = work;
        }

        synchronized void giveUp() {
            givenUp = true;
            worker.ifPresent(Thread::interrupt);
        }

        private synchronized boolean begins() {
            worker = Optional.of(Thread.currentThread());
            return !givenUp;
        }

        /** It is too late to give it up: an interrupt must hit neither the handing over, whose file it would close, nor the next one. */
        private synchronized void ends() {
            worker = Optional.empty();
            Thread.interrupted();
        }

        @Override
        public void run() {
            Map<String, Object> answer = begins() ? answer() : gaveUp();
            ends();
            answer.put("n", number);
            try {
                say(answer);
            } catch (IOException nobodyHears) {
                LOG.debug("the server hears no more", nobodyHears);
            }
        }

        private Map<String, Object> answer() {
            try {
                return work.answer(this);
            } catch (CameraException failed) {
                return failure(number, failed.kind(), failed.getMessage());
            } catch (InterruptedException wantedNoMore) {
                return gaveUp();
            } catch (Exception | Error broken) {
                LOG.warn("the driver broke", broken);
                return failure(number, Kind.CAMERA_AWAY, "the camera's driver broke: " + broken);
            }
        }

        private static Map<String, Object> gaveUp() {
            return new LinkedHashMap<>(Map.of("gaveUp", true));
        }
    }

    private Map<String, Object> answered(Order order, CameraFactory driver, Map<String, Object> line)
            throws CameraException, InterruptedException, IOException {
        return "open".equals(line.get("do"))
                ? hello(driver, line)
                : answered(order, camera.orElseThrow(), driver, line);
    }

    private Map<String, Object> answered(Order order, Camera open, CameraFactory driver, Map<String, Object> line)
            throws CameraException, InterruptedException, IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (String.valueOf(line.get("do"))) {
            case "capture" -> hand(order, open.capture(frames), answer);
            case "await" -> {
                Optional<Shot> shot = open.await(frames, ((Number) line.get("ms")).longValue());
                if (shot.isPresent()) {
                    hand(order, shot.get(), answer);
                }
            }
            case "check" -> open.check();
            case "adjust" -> answer.put("adjusted", open.adjust(options(driver, line)));
            default -> throw new IOException("asked for something unknown: " + line.get("do"));
        }
        return answer;
    }

    private void hand(Order order, Shot shot, Map<String, Object> answer) throws IOException {
        order.ends();
        try {
            slot.orElseThrow().fill(shot.frame().pixels());
            answer.put("shot", ShotJson.write(shot));
        } finally {
            shot.frame().close();
        }
    }

    private static Map<String, Object> failure(long number, Kind kind, String why) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("n", number);
        failure.put("failed", kind.name());
        failure.put("why", String.valueOf(why));
        return failure;
    }

    private void say(Map<String, Object> line) throws IOException {
        out.write(JsonLine.write(line));
        out.flush();
    }
}
