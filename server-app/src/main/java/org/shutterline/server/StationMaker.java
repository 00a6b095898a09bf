package org.shutterline.server;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.settings.StartOnline;
import org.shutterline.server.settings.StationSettings;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;
import org.shutterline.server.station.StationListener;
import org.shutterline.server.station.StationMemory;
import org.shutterline.server.station.StationRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes stations of what the settings say and what the archive remembers. */
final class StationMaker {
    private static final Logger LOG = LoggerFactory.getLogger(StationMaker.class);

    private final Archive archive;
    private final JobShelf jobs;
    private final FrameSource frames;
    private final ScheduledExecutorService deadlines;
    private final StationListener listener;

    StationMaker(
            Archive archive,
            JobShelf jobs,
            FrameSource frames,
            ScheduledExecutorService deadlines,
            StationListener listener) {
        this.archive = archive;
        this.jobs = jobs;
        this.frames = frames;
        this.deadlines = deadlines;
        this.listener = listener;
    }

    /** @throws BadSetting if its job cannot be used */
    StationRunner make(StationSettings settings) {
        int number = settings.plan().number();
        StationMemory kept = archive.recall(number).orElseGet(() -> begun(number, settings.job()));
        boolean online =
                settings.startOnline() == StartOnline.LAST ? kept.online() : settings.startOnline() == StartOnline.YES;
        StationMemory memory = new StationMemory(
                number, kept.job(), online, kept.ok(), kept.ng(), kept.unknown(), kept.refused(), kept.resetId());
        return new StationRunner(
                settings.plan(),
                memory,
                job(kept.job(), settings),
                jobs,
                () -> settings.camera().open(settings.cameraOptions()),
                frames,
                archive,
                deadlines,
                Clock.systemDefaultZone(),
                listener);
    }

    /** Counters are counted into a row of the archive: it must be there before the first trigger, or a kill loses them. */
    private StationMemory begun(int number, String job) {
        StationMemory memory = new StationMemory(number, job, true, 0, 0, 0, 0, 0);
        try {
            archive.remember(memory);
        } catch (UncheckedIOException failed) {
            LOG.warn("station {}: its counters are not kept yet: {}", number, failed.getMessage());
        }
        return memory;
    }

    /** The job that was active last; the one in the settings if that is there no more. */
    private Job job(String last, StationSettings settings) {
        try {
            return jobs.read(last);
        } catch (JobShelf.NoSuchJob gone) {
            LOG.warn(
                    "station {}: {}, it takes the one in its settings",
                    settings.plan().number(),
                    gone.getMessage());
        }
        try {
            return jobs.read(settings.job());
        } catch (JobShelf.NoSuchJob none) {
            throw new BadSetting(
                    settings.placeOfJob(), none.getMessage() + ", expected one of " + String.join(", ", jobs.names()));
        }
    }
}
