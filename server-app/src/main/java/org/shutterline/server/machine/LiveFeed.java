package org.shutterline.server.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Picture;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live pictures for those who asked: the newest frame of each station is encoded once, on a thread of its own, and sent
 * to each viewer no more often than it asked for. Never on the trigger's way. Safe for all threads.
 */
final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    /** Told how many pictures a second the viewers of a station want. */
    @FunctionalInterface
    interface StationRate {
        void changed(int station, int fps);
    }

    private final PixelEncoder encoder;
    private final StationRate rate;
    private final Map<Integer, Map<Consumer<Event>, Viewer>> viewers = new ConcurrentHashMap<>();
    private final Map<Integer, Newest> newest = new HashMap<>();
    private final Thread thread = new Thread(this::loop, "live");
    private boolean closed;

    /** @param rate 0 when nobody looks any more */
    LiveFeed(PixelEncoder encoder, StationRate rate) {
        this.encoder = encoder;
        this.rate = rate;
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on the viewer gets the station's pictures. A second call changes the rate. */
    void start(int station, int fps, Consumer<Event> viewer) {
        viewers.computeIfAbsent(station, n -> new ConcurrentHashMap<>()).put(viewer, new Viewer(fps));
        tellRate(station);
    }

    /** The viewer gets no more of them, but for one that may be on its way; nothing happens if it never looked. */
    void stop(int station, Consumer<Event> viewer) {
        Map<Consumer<Event>, Viewer> ofStation = viewers.get(station);
        if (ofStation != null && ofStation.remove(viewer) != null) {
            tellRate(station);
        }
    }

    /** The viewer has gone. */
    void stopAll(Consumer<Event> viewer) {
        viewers.keySet().forEach(station -> stop(station, viewer));
    }

    private synchronized void tellRate(int station) {
        int fps = viewers.getOrDefault(station, Map.of()).values().stream()
                .mapToInt(viewer -> viewer.fps)
                .max()
                .orElse(0);
        rate.changed(station, fps);
    }

    /** A picture was taken; the frame is only lent. Costs nothing when nobody looks. */
    void offer(int station, Frame frame) {
        if (viewers.getOrDefault(station, Map.of()).isEmpty()) {
            return;
        }
        Newest fresh = new Newest(frame.widthPx(), frame.heightPx(), frame.format(), frame.lend());
        synchronized (newest) {
            Optional.ofNullable(newest.put(station, fresh)).ifPresent(older -> older.pixels.close());
            newest.notifyAll();
        }
    }

    private void loop() {
        while (true) {
            Map<Integer, Newest> taken;
            synchronized (newest) {
                while (newest.isEmpty() && !closed) {
                    try {
                        newest.wait();
                    } catch (InterruptedException end) {
                        closed = true;
                    }
                }
                if (closed) {
                    return;
                }
                taken = new HashMap<>(newest);
                newest.clear();
            }
            taken.forEach(this::show);
        }
    }

    private void show(int station, Newest picture) {
        try (Blob pixels = picture.pixels) {
            byte[] jpeg = encoder.jpeg(picture.widthPx, picture.heightPx, picture.format, pixels);
            viewers.getOrDefault(station, Map.of()).forEach((listener, viewer) -> {
                if (viewer.isDue(System.nanoTime())) {
                    listener.accept(new Event.LivePicture(
                            station, new Picture("jpeg", picture.widthPx, picture.heightPx, Blob.of(jpeg))));
                }
            });
        } catch (RuntimeException broken) {
            LOG.warn("no live picture of station {}", station, broken);
        }
    }

    @Override
    public void close() {
        synchronized (newest) {
            closed = true;
            newest.values().forEach(left -> left.pixels.close());
            newest.clear();
            newest.notifyAll();
        }
    }

    private record Newest(int widthPx, int heightPx, PixelFormat format, Blob pixels) {}

    /** How often one viewer wants a picture, and when it got the last. */
    private static final class Viewer {
        private final int fps;
        private long nextNanos = System.nanoTime();

        private Viewer(int fps) {
            this.fps = fps;
        }

        /** A rate is kept on average: a picture may come a little early, but not more of them. Only the live thread asks. */
        private boolean isDue(long nowNanos) {
            long period = 1_000_000_000L / fps;
            if (nowNanos - nextNanos < -period / 4) {
                return false;
            }
            nextNanos = Math.max(nextNanos + period, nowNanos);
            return true;
        }
    }
}
