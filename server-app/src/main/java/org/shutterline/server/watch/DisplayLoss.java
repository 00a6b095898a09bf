package org.shutterline.server.watch;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this process alive when the X server that shows its window goes: Xlib ends a process whose handler of such errors
 * returns (XSetIOErrorHandler(3)), so this one does not. The thread that met the error stays in it for good, and with it
 * the window; everything else goes on.
 */
public final class DisplayLoss {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayLoss.class);

    private final CountDownLatch never = new CountDownLatch(1);
    private final OnError handler = this::lost;
    private volatile boolean lost;

    /** The part of libX11 that is needed. */
    private interface Xlib extends Library {
        Pointer XSetIOErrorHandler(Callback handler);
    }

    /** As Xlib calls it. */
    @FunctionalInterface
    private interface OnError extends Callback {
        int failed(Pointer display);
    }

    private DisplayLoss() {}

    /**
     * Call it after the window toolkit was started, which sets a handler of its own.
     *
     * @return empty where windows are not shown by X, or its library cannot be had: there nothing changes
     */
    public static Optional<DisplayLoss> survived() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        try {
            DisplayLoss loss = new DisplayLoss();
            Native.load("X11", Xlib.class).XSetIOErrorHandler(loss.handler);
            return Optional.of(loss);
        } catch (LinkageError noSuchLibrary) {
            LOG.warn("if the display goes the server goes with it: {}", noSuchLibrary.getMessage());
            return Optional.empty();
        }
    }

    /** Whether the display is gone. */
    public boolean isLost() {
        return lost;
    }

    private int lost(Pointer display) {
        if (!lost) {
            lost = true;
            LOG.error("the display of the window is gone; the stations go on without it, a restart brings it back");
        }
        while (true) {
            try {
                never.await();
            } catch (InterruptedException stay) {
                LOG.debug(
                        "{} is held where it lost the display",
                        Thread.currentThread().getName());
            }
        }
    }
}
