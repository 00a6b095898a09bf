package org.shutterline.server.cameras;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.CameraException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through a camera again and again, on a thread of its own, until it is ended. A driver that does not come back keeps
 * that thread and nobody else.
 */
final class LiveView {
    private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);
    private static final long AGAIN_MS = 1_500;

    private final Eye eye;
    private final long periodMs;
    private final Consumer<Glance> seen;
    private final Consumer<String> trouble;
    private final Thread thread;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile boolean ending;
    private volatile boolean colours;
    private volatile boolean whole;

    /**
     * @param seen takes what is seen, on that thread
     * @param trouble takes why nothing is seen, on that thread
     */
    LiveView(String name, Eye eye, long periodMs, Consumer<Glance> seen, Consumer<String> trouble) {
        this.eye = eye;
        this.periodMs = periodMs;
        this.seen = seen;
        this.trouble = trouble;
        this.thread = new Thread(this::loop, name);
        this.thread.setDaemon(true);
    }

    LiveView start() {
        thread.start();
        return this;
    }

    void options(Options changed) {
        eye.options(changed);
    }

    void colourClipped(boolean yes) {
        colours = yes;
    }

    void wholeSharpness(boolean yes) {
        whole = yes;
    }

    /** @return completed when the camera is closed */
    CompletableFuture<Boolean> end() {
        ending = true;
        thread.interrupt();
        return ended;
    }

    private void loop() {
        try {
            while (!ending) {
                long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(look());
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (InterruptedException nobodyLooks) {
            LOG.debug("{} ends", thread.getName());
        } finally {
            eye.close();
            ended.complete(true);
        }
    }

    /** @return when to look again, in ms from when this look began */
    private long look() throws InterruptedException {
        try {
            PlainPicture plain = eye.look();
            PlainPicture shown = colours ? Clipped.coloured(plain) : plain;
            seen.accept(new Glance(plain, shown, PictureFigures.of(plain, whole), eye.identity()));
            return periodMs;
        } catch (CameraException none) {
            trouble.accept(none.getMessage());
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("{}: the camera's driver broke", thread.getName(), broken);
            trouble.accept("the camera's driver broke: " + broken);
        }
        return AGAIN_MS;
    }
}
