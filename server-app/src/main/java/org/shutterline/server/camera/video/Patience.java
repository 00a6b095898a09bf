package org.shutterline.server.camera.video;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Until when FFmpeg may wait. FFmpeg asks many times a second while it waits for a network, and gives up when it is over.
 * May be ended by any thread.
 */
final class Patience {
    private static final AVIOInterruptCB.Callback_Pointer ASKED = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer until) {
            return isOver(new LongPointer(until)) ? 1 : 0;
        }
    };

    /** Outside the heap, since FFmpeg hands on nothing but an address; freed with this object. */
    private final LongPointer untilNanos = new LongPointer(1);

    private volatile boolean ended;

    Patience(long mostNanos) {
        allow(mostNanos);
    }

    /** From now on, unless it was ended. */
    void allow(long mostNanos) {
        untilNanos.put(System.nanoTime() + mostNanos);
        if (ended) {
            untilNanos.put(System.nanoTime());
        }
    }

    /** Now, and for ever. */
    void end() {
        ended = true;
        untilNanos.put(System.nanoTime());
    }

    boolean wasEnded() {
        return ended;
    }

    boolean isOver() {
        return isOver(untilNanos);
    }

    /** This object must outlive the context. */
    void guard(AVFormatContext context) {
        context.interrupt_callback().callback(ASKED);
        context.interrupt_callback().opaque(untilNanos);
    }

    private static boolean isOver(LongPointer untilNanos) {
        return System.nanoTime() - untilNanos.get() >= 0;
    }
}
