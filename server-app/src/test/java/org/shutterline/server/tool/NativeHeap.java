package org.shutterline.server.tool;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Structure;
import java.util.Optional;

/**
 * How many bytes this process has allocated outside Java's heap and not freed: by glibc's own count, which takes in the
 * matrices of OpenCV, the tensors of onnxruntime, direct buffers and what Java itself needs. Exact to the byte.
 */
public final class NativeHeap {
    private final Calls calls;

    private NativeHeap(Calls calls) {
        this.calls = calls;
    }

    /** Empty if the C library of this machine does not count: it is no glibc, or one before 2.33. */
    public static Optional<NativeHeap> here() {
        try {
            NativeHeap heap = new NativeHeap(Native.load("c", Calls.class));
            return heap.bytes() > 0 ? Optional.of(heap) : Optional.empty();
        } catch (UnsatisfiedLinkError another) {
            return Optional.empty();
        }
    }

    public long bytes() {
        Count count = calls.mallinfo2();
        return count.uordblks.longValue() + count.hblkhd.longValue();
    }

    /** Of {@code malloc.h}. */
    interface Calls extends Library {
        Count mallinfo2();
    }

    /** {@code struct mallinfo2}, by value. */
    @Structure.FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class Count extends Structure implements Structure.ByValue {
        public NativeLong arena;
        public NativeLong ordblks;
        public NativeLong smblks;
        public NativeLong hblks;
        /** Bytes of large blocks, each with pages of its own. */
        public NativeLong hblkhd;

        public NativeLong usmblks;
        public NativeLong fsmblks;
        /** Bytes of the others that are in use. */
        public NativeLong uordblks;

        public NativeLong fordblks;
        public NativeLong keepcost;
    }
}
