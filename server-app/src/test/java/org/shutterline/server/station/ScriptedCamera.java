package org.shutterline.server.station;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** A camera that does what the test tells it, one act a picture; it waits until it is told. */
final class ScriptedCamera implements Camera {
    /** What it does for one picture. */
    interface Act {
        void play() throws CameraException, InterruptedException;
    }

    private final BlockingQueue<Act> acts = new LinkedBlockingQueue<>();
    final AtomicInteger pictures = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();

    private final BlockingQueue<Act> own = new LinkedBlockingQueue<>();
    volatile boolean byItself;
    volatile boolean inCapture;
    final AtomicInteger adjusted = new AtomicInteger();
    volatile boolean adjusts;
    volatile Runnable onAdjust = () -> {};

    /** A line of its own rises. */
    void takeByItself(Act act) {
        own.add(act);
    }

    void deliver() {
        acts.add(() -> {});
    }

    void act(Act act) {
        acts.add(act);
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        inCapture = true;
        try {
            acts.take().play();
        } finally {
            inCapture = false;
        }
        return shot(frames);
    }

    @Override
    public boolean takesByItself() {
        return byItself;
    }

    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        Act act = own.poll(mostMs, TimeUnit.MILLISECONDS);
        if (act == null) {
            return Optional.empty();
        }
        act.play();
        return Optional.of(shot(frames));
    }

    @Override
    public boolean adjust(Options options) {
        adjusted.incrementAndGet();
        onAdjust.run();
        return adjusts;
    }

    /** What it says from now on when it is looked after while idle. */
    volatile Optional<String> away = Optional.empty();

    @Override
    public void check() throws CameraException {
        if (away.isPresent()) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, away.get());
        }
    }

    private Shot shot(FrameSource frames) throws CameraException {
        pictures.incrementAndGet();
        return new Shot(frames.take(8, 6, PixelFormat.MONO8), Map.of("number", String.valueOf(pictures.get())));
    }

    volatile Runnable onClose = () -> {};

    @Override
    public void close() {
        closed.incrementAndGet();
        onClose.run();
    }
}
