package org.shutterline.server.frame;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;

/** Hands out frames and takes their memory back, up to a fixed number of bytes in all. Safe for all threads. */
public final class FramePool implements FrameSource {
    private static final int GRAIN = 4096;

    private final long mostBytes;
    private final long largestBytes;
    private final Runnable tooLarge;
    private final IntFunction<ByteBuffer> system;
    private final Map<Integer, Deque<ByteBuffer>> free = new HashMap<>();
    private long allocated;
    private long idle;

    /** @param mostBytes the most memory that frames in use and frames kept for use may take together */
    public FramePool(long mostBytes) {
        this(mostBytes, mostBytes);
    }

    /** @param largestBytes the most that one of them may take */
    public FramePool(long mostBytes, long largestBytes) {
        this(mostBytes, largestBytes, () -> {});
    }

    /** @param tooLarge told each time that a picture would take more than that, on the thread that wanted it */
    public FramePool(long mostBytes, long largestBytes, Runnable tooLarge) {
        this(mostBytes, Math.min(mostBytes, largestBytes), tooLarge, ByteBuffer::allocateDirect);
    }

    /** @param system where new memory comes from; it may throw {@link OutOfMemoryError} */
    FramePool(long mostBytes, long largestBytes, Runnable tooLarge, IntFunction<ByteBuffer> system) {
        this.tooLarge = tooLarge;
        this.mostBytes = mostBytes;
        this.largestBytes = largestBytes;
        this.system = system;
    }

    @Override
    public Frame take(int widthPx, int heightPx, PixelFormat format) throws CameraException {
        long bytes = (long) widthPx * heightPx * format.bytes();
        if (widthPx < 1 || heightPx < 1 || widthPx > 32_768 || heightPx > 32_768 || bytes > largestBytes) {
            tooLarge.run();
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE,
                    "a picture of " + widthPx + " x " + heightPx + " is larger than a picture may be, " + largestBytes
                            + " bytes");
        }
        int size = (int) ((bytes + GRAIN - 1) / GRAIN * GRAIN);
        ByteBuffer memory = memoryOf(size);
        ByteBuffer view = memory.duplicate().limit((int) bytes);
        return new Frame(widthPx, heightPx, format, view.slice(), () -> giveBack(memory));
    }

    /** Bytes of frames that are in use now. */
    public synchronized long bytesInUse() {
        return allocated - idle;
    }

    private synchronized ByteBuffer memoryOf(int size) throws CameraException {
        Deque<ByteBuffer> waiting = free.get(size);
        if (waiting != null && !waiting.isEmpty()) {
            idle -= size;
            return waiting.pop();
        }
        if (allocated + size > mostBytes) {
            dropIdle();
        }
        if (allocated + size > mostBytes) {
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE,
                    "no memory left for another picture: " + mostBytes + " bytes in use");
        }
        ByteBuffer memory = fresh(size);
        allocated += size;
        return memory;
    }

    /** The process may have less than the pool may hand out: that costs this picture and not the thread. */
    private ByteBuffer fresh(int size) throws CameraException {
        try {
            return system.apply(size);
        } catch (OutOfMemoryError e) {
            dropIdle();
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE,
                    "no memory left for another picture: the system gives no " + size + " bytes more",
                    e);
        }
    }

    /** Frames of sizes that are no longer asked for give way to others. */
    private void dropIdle() {
        allocated -= idle;
        idle = 0;
        free.clear();
    }

    private synchronized void giveBack(ByteBuffer memory) {
        free.computeIfAbsent(memory.capacity(), size -> new ArrayDeque<>()).push(memory);
        idle += memory.capacity();
    }
}
