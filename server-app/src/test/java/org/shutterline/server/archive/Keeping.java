package org.shutterline.server.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.station.Keeper;

/** A process of its own that keeps results for as long as it lives and prints each id once it is durable. */
final class Keeping {
    static final String DURABLE = "durable ";
    static final String UNSAFE = "unsafe ";

    private static final long PAUSE_NANOS = 5_000_000;

    private Keeping() {}

    public static void main(String[] args) throws Exception {
        try (Archive archive = Archive.open(Path.of(args[0]), PictureRules.USUAL, Clock.systemUTC())) {
            Semaphore underWay = new Semaphore(8);
            AtomicInteger open = new AtomicInteger();
            for (boolean alive = true; alive; ) {
                underWay.acquire();
                long id = archive.nextId();
                archive.keep(
                        Samples.detail(id, (int) (id % 2) + 1, id % 3 == 0 ? Verdict.NG : Verdict.OK),
                        Optional.of(Samples.frame(64, 48, PixelFormat.MONO8, open)),
                        new Printing(underWay));
            }
        }
    }

    private record Printing(Semaphore underWay) implements Keeper.Outcome {
        @Override
        public void durable(InspectionResult result) {
            System.out.println(DURABLE + result.id());
            System.out.flush();
            underWay.release();
        }

        @Override
        public void unsafe(String why) {
            System.out.println(UNSAFE + why);
            System.out.flush();
            // a peer that was refused does not come back at once
            LockSupport.parkNanos(PAUSE_NANOS);
            underWay.release();
        }
    }
}
