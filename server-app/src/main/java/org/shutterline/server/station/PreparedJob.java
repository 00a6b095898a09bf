package org.shutterline.server.station;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job with an inspector for each lane, so that pictures can be judged side by side. */
final class PreparedJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedJob.class);
    private static final int WARM_UP_WIDTH_PX = 1_920;
    private static final int WARM_UP_HEIGHT_PX = 1_200;
    private static final int WARM_UP_ROUNDS = 8;
    private static final long WARM_UP_NANOS = 400_000_000;
    private static final long WARM_UP_TOOL_NANOS = 100_000_000;

    private final Job job;
    private final List<Inspector> lanes = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private boolean closed;

    /**
     * @param atWork told which tool is made
     * @throws org.shutterline.protocol.plugin.BadSetting if one cannot be made
     */
    PreparedJob(Job job, int lanes, AtWork atWork) {
        this.job = job;
        try {
            for (int i = 0; i < lanes; i++) {
                this.lanes.add(new Inspector(job, atWork));
            }
        } catch (RuntimeException | Error bad) {
            close();
            throw bad;
        }
    }

    Job job() {
        return job;
    }

    String name() {
        return job.name();
    }

    String version() {
        return job.version();
    }

    Inspector lane(int index) {
        return lanes.get(index);
    }

    /**
     * For one picture; given back when that is judged. One more than there are is made.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if it cannot be
     */
    Inspector take(int index) {
        if (index >= lanes()) {
            add(new Inspector(job));
        }
        synchronized (this) {
            taken.set(index);
            return lanes.get(index);
        }
    }

    private synchronized void add(Inspector more) {
        if (closed) {
            more.close();
            throw new IllegalStateException("job " + name() + " is not in use any more");
        }
        lanes.add(more);
    }

    /** One that was left when the others were closed is closed now. */
    synchronized void giveBack(int index) {
        taken.clear(index);
        if (closed) {
            lanes.get(index).close();
        }
    }

    /** How many there are. */
    synchronized int lanes() {
        return lanes.size();
    }

    /** What its tools say of grey pictures does not matter; no tool gets much time, however much its job gives it. */
    void warmUp(FrameSource frames) {
        long until = System.nanoTime() + WARM_UP_NANOS;
        try (Frame grey = frames.take(WARM_UP_WIDTH_PX, WARM_UP_HEIGHT_PX, PixelFormat.MONO8)) {
            ByteBuffer pixels = grey.pixels();
            while (pixels.hasRemaining()) {
                pixels.put((byte) (pixels.position() * 31 / 7));
            }
            for (int round = 0; round < WARM_UP_ROUNDS && System.nanoTime() < until; round++) {
                lanes.forEach(lane -> lane.warmUp(grey, WARM_UP_TOOL_NANOS));
            }
        } catch (CameraException noMemory) {
            LOG.warn("job {} is not warmed up: {}", name(), noMemory.getMessage());
        }
    }

    /** What a tool that still runs holds must not be freed under it. */
    @Override
    public synchronized void close() {
        closed = true;
        List<Inspector> free = IntStream.range(0, lanes.size())
                .filter(lane -> !taken.get(lane))
                .mapToObj(lanes::get)
                .toList();
        free.forEach(Inspector::farewell);
        free.forEach(Inspector::close);
    }
}
