package org.shutterline.server.tool;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** Collects it, and lets go of what hangs on it outside the heap. */
final class Garbage {
    private static final int PATIENCE_MS = 5_000;

    private Garbage() {}

    /** Matrices that nobody has any more are freed by their finalizers, some time after the garbage was collected. */
    static void collect() {
        ReferenceQueue<Object> found = new ReferenceQueue<>();
        WeakReference<Object> lost = new WeakReference<>(new Object(), found);
        System.gc();
        try {
            if (found.remove(PATIENCE_MS) != lost) {
                throw new IllegalStateException("no garbage was collected");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        System.runFinalization();
    }
}
