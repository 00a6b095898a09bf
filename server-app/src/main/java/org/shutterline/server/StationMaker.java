package org.shutterline.server;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.settings.StartOnline;
import org.shutterline.server.settings.StationSettings;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.station.FirstJob;
import org.shutterline.server.station.JobShelf;
import org.shutterline.server.station.StationListener;
import org.shutterline.server.station.StationMemory;
import org.shutterline.server.station.StationRunner;
import org.shutterline.server.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes stations of what the settings say and what the archive remembers. */
final class StationMaker {
    private static final Logger LOG = LoggerFactory.getLogger(StationMaker.class);

    private final Archive archive;
    private final JobStore jobs;
    private final Workers workers;
    private final FrameSource frames;
    private final ScheduledExecutorService deadlines;
    private final StationListener listener;
    private final SharedCameras cameras = new SharedCameras();
    private final List<String> unheeded = new CopyOnWriteArrayList<>();

    StationMaker(
            Archive archive,
            JobStore jobs,
            Workers workers,
            FrameSource frames,
            ScheduledExecutorService deadlines,
            StationListener listener) {
        this.archive = archive;
        this.jobs = jobs;
        this.workers = workers;
        this.frames = frames;
        this.deadlines = deadlines;
        this.listener = listener;
    }

    /**
     * A station that was made.
     *
     * @param post where its camera stands
     */
    record Made(StationRunner runner, CameraPost post) {}

    /**
     * A station whose job cannot be set up is made too, and is faulty until another job is activated.
     *
     * @throws BadSetting if there is no job of the name in the settings, nor of the one that was active
     */
    Made make(StationSettings settings) {
        int number = settings.plan().number();
        Optional<StationMemory> kept = archive.recall(number);
        StationMemory last = kept.orElseGet(() -> new StationMemory(number, settings.job(), "", true, 0, 0, 0, 0, 0));
        FirstJob job = job(last, settings);
        if (kept.isPresent()) {
            tellUnheeded(job, settings);
        }
        boolean online =
                settings.startOnline() == StartOnline.LAST ? last.online() : settings.startOnline() == StartOnline.YES;
        StationMemory memory = new StationMemory(
                number,
                job.name(),
                job.version(),
                online,
                last.ok(),
                last.ng(),
                last.unknown(),
                last.refused(),
                last.resetId());
        if (!kept.equals(Optional.of(memory))) {
            remember(memory);
        }
        CameraPost.Setup setup = setup(settings);
        CameraPost post = new CameraPost(setup.driver(), setup.options(), setup.guard());
        StationRunner runner = new StationRunner(
                settings.plan(),
                memory,
                job,
                jobs,
                cameras.watching(number, post),
                frames,
                archive,
                deadlines,
                Clock.systemDefaultZone(),
                listener);
        return new Made(runner, post);
    }

    private void tellUnheeded(FirstJob job, StationSettings settings) {
        List<String> sentences = new UnheededFiles(jobs).of(job, settings);
        sentences.forEach(sentence -> LOG.warn("{}", sentence));
        unheeded.addAll(sentences);
    }

    /** What whoever starts the server should know of what the stations were made of, a sentence each. */
    List<String> remarks() {
        return Stream.concat(unheeded.stream(), cameras.sentences().stream()).toList();
    }

    /** Its camera as it is opened, in a process of its own where the settings want that. */
    CameraPost.Setup setup(StationSettings settings) {
        CameraFactory driver =
                settings.guard().isolates(settings.camera()) ? workers.isolated(settings.camera()) : settings.camera();
        return new CameraPost.Setup(driver, settings.cameraOptions(), settings.guard());
    }

    /**
     * Counters are counted into a row of the archive: it must be there before the first trigger, or a kill loses them. So must
     * the version by which the station judges.
     */
    private void remember(StationMemory memory) {
        try {
            archive.remember(memory);
        } catch (UncheckedIOException failed) {
            LOG.warn(
                    "station {}: what it should know after a restart is not kept yet: {}",
                    memory.station(),
                    failed.getMessage());
        }
    }

    /** The job that was active last; the one in the settings if that is there no more. */
    private FirstJob job(StationMemory last, StationSettings settings) {
        JobAtStart start = new JobAtStart(jobs, settings.plan());
        try {
            return start.of(last.job(), last.version());
        } catch (JobShelf.NoSuchJob gone) {
            LOG.warn("station {}: {}, it takes the one in its settings", last.station(), gone.getMessage());
        }
        try {
            return start.of(settings.job(), "");
        } catch (JobShelf.NoSuchJob none) {
            throw new BadSetting(
                    settings.placeOfJob(), none.getMessage() + ", expected one of " + String.join(", ", jobs.names()));
        }
    }
}
