package org.shutterline.server.spi;

import java.util.OptionalLong;

/**
 * When a picture came about, as far as its camera tells.
 *
 * @param number the camera's own count of pictures; it rises with each, by more than one if some were lost or left out
 * @param cameraNanos the camera's own clock when it exposed, in nanoseconds from any beginning
 * @param exposedNanos {@link System#nanoTime()} when it was exposed
 * @param arrivedNanos {@link System#nanoTime()} when the whole picture had arrived in this computer
 * @param freshness how it is known that it was exposed after it was asked for
 */
public record Exposure(
        OptionalLong number,
        OptionalLong cameraNanos,
        OptionalLong exposedNanos,
        OptionalLong arrivedNanos,
        Freshness freshness) {

    /** Exposed because it was asked for; nothing else is told. */
    public static final Exposure ASKED = new Exposure(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Freshness.TRIGGER);

    /** How it is known that a picture is not older than its trigger. */
    public enum Freshness {
        /** The camera exposes only when asked. */
        TRIGGER,
        /** The camera runs by itself; its clock says that this picture began after the trigger. */
        STAMP,
        /** The camera runs by itself and has no clock: this picture arrived later than the trigger and the known latency. */
        ARRIVAL
    }
}
