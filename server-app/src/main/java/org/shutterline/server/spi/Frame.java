package org.shutterline.server.spi;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Blob;

/**
 * One picture in memory outside the heap: rows from top to bottom without padding.
 *
 * <p>It has one owner at a time, who closes it or hands it on. While it is owned, others may borrow its bytes; the memory
 * goes back to where it came from when the owner has closed it and all that was lent is closed. Whoever fills it does so
 * before handing it on; after that nobody writes to it.
 */
public final class Frame implements AutoCloseable {
    private final int widthPx;
    private final int heightPx;
    private final PixelFormat format;
    private final ByteBuffer memory;
    private final Runnable giveBack;
    private final AtomicInteger holders = new AtomicInteger(1);
    private final AtomicInteger owners = new AtomicInteger(1);

    /**
     * @param memory direct, position 0, limit {@code widthPx * heightPx * format.bytes()}
     * @param giveBack called once, on the thread of the last holder, when the memory is free again
     */
    public Frame(int widthPx, int heightPx, PixelFormat format, ByteBuffer memory, Runnable giveBack) {
        long needed = (long) widthPx * heightPx * format.bytes();
        if (!memory.isDirect() || memory.position() != 0 || memory.limit() != needed) {
            throw new IllegalArgumentException("a frame of " + widthPx + " x " + heightPx + " " + format.word()
                    + " needs " + needed + " bytes outside the heap, got " + memory);
        }
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.format = format;
        this.memory = memory;
        this.giveBack = giveBack;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    public PixelFormat format() {
        return format;
    }

    /** Bytes that the picture takes. */
    public int bytes() {
        return memory.limit();
    }

    /** The pixels, from position 0; valid while the frame is owned. */
    public ByteBuffer pixels() {
        return memory.duplicate();
    }

    /** A matrix over the same memory, without a copy; whoever calls releases it before the frame is closed. */
    public Mat mat() {
        int type = format == PixelFormat.MONO8 ? CvType.CV_8UC1 : CvType.CV_8UC3;
        return new Mat(heightPx, widthPx, type, memory);
    }

    /** Lends the bytes for reading until the blob is closed. Called only by the owner, or while it surely is owned. */
    public Blob lend() {
        holders.incrementAndGet();
        ByteBuffer view = memory.asReadOnlyBuffer();
        AtomicInteger open = new AtomicInteger(1);
        return new Blob() {
            @Override
            public ByteBuffer bytes() {
                return view.duplicate();
            }

            @Override
            public void close() {
                if (open.getAndSet(0) == 1) {
                    release();
                }
            }
        };
    }

    /** The owner is done with it. A second call does nothing. */
    @Override
    public void close() {
        if (owners.getAndSet(0) == 1) {
            release();
        }
    }

    private void release() {
        if (holders.decrementAndGet() == 0) {
            giveBack.run();
        }
    }
}
