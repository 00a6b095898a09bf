package org.shutterline.server.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Shot;

/** Tells whether a picture may be older than its trigger, by what its camera says of it and by its pixels. */
final class Freshness {
    private final Optional<PictureBands> bands;
    private OptionalLong lastNumber = OptionalLong.empty();
    private OptionalLong lastCamera = OptionalLong.empty();

    /** @param bands the pixels of the picture before, if two that are the same, wholly or in part, are one too many */
    Freshness(Optional<PictureBands> bands) {
        this.bands = bands;
    }

    /**
     * What is wrong with it, in words; empty if nothing is.
     *
     * @param asked when it was asked for, of {@link System#nanoTime()}; empty if the camera took it by itself
     */
    Optional<String> trouble(Shot shot, OptionalLong asked) {
        Exposure exposure = shot.exposure();
        Optional<String> byClock = older("was exposed", exposure.exposedNanos(), asked)
                .or(() -> older("had arrived", exposure.arrivedNanos(), asked));
        Optional<String> byCount = notRising("number", exposure.number(), lastNumber)
                .or(() -> notRising("time stamp", exposure.cameraNanos(), lastCamera));
        lastNumber = exposure.number();
        lastCamera = exposure.cameraNanos();
        Optional<String> byPixels = bands.flatMap(memory -> memory.trouble(shot.frame()));
        return byClock.or(() -> byCount).or(() -> byPixels);
    }

    private static Optional<String> older(String what, OptionalLong at, OptionalLong asked) {
        if (at.isEmpty() || asked.isEmpty() || at.getAsLong() - asked.getAsLong() >= 0) {
            return Optional.empty();
        }
        double ms = (asked.getAsLong() - at.getAsLong()) / 1e6;
        return Optional.of(
                "the picture " + what + " " + String.format(Locale.ROOT, "%.1f", ms) + " ms before its trigger");
    }

    private static Optional<String> notRising(String what, OptionalLong now, OptionalLong last) {
        if (now.isEmpty() || last.isEmpty() || now.getAsLong() - last.getAsLong() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                "the picture is an old one: its " + what + " " + now.getAsLong() + " comes after " + last.getAsLong());
    }
}
