package org.shutterline.server.archive;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * What is done between two pictures: the log of results is moved into the file, the reserve filled, pictures that are too old
 * are removed. Thread {@code pictures}.
 */
final class Upkeep {
    private static final long AGEING_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Checkpoints checkpoints;
    private final Reserve reserve;
    private final Days days;
    private final Lookups lookups;
    private final int mostDays;
    private long nextAgeing = System.nanoTime();

    /** @param mostDays so long pictures are kept; 0 for as long as there is room */
    Upkeep(Checkpoints checkpoints, Reserve reserve, Days days, Lookups lookups, int mostDays) {
        this.checkpoints = checkpoints;
        this.reserve = reserve;
        this.days = days;
        this.lookups = lookups;
        this.mostDays = mostDays;
    }

    /** @param pictures those that may have grown too old */
    void run(PictureRetention pictures) throws IOException {
        checkpoints.run();
        reserve.fill();
        long now = System.nanoTime();
        if (mostDays > 0 && now - nextAgeing >= 0 && !pictures.removeBefore(days.youngFrom(mostDays, lookups))) {
            nextAgeing = now + AGEING_NANOS;
        }
    }
}
