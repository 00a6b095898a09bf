package org.shutterline.server.jobs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.JobShelf.NoSuchJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads jobs as versions: the present one, which an edit by hand becomes when it is read, and those before it. Used by one
 * thread at a time.
 */
final class VersionReader {
    private static final Logger LOG = LoggerFactory.getLogger(VersionReader.class);

    private final JobFolder jobs;
    private final Catalog<InspectionToolFactory> tools;
    private final Clock clock;
    private final VersionPruner pruner;

    VersionReader(JobFolder jobs, Catalog<InspectionToolFactory> tools, Clock clock, VersionPruner pruner) {
        this.jobs = jobs;
        this.tools = tools;
        this.clock = clock;
        this.pruner = pruner;
    }

    /** @throws BadSetting naming place, key and what was expected, if no station could use it */
    void check(JobContent content) {
        content.toJob(JobContent.placeOf(content.name()), tools, (wanted, place) -> jobs.path());
        JobContent again = content.withTree(JobContent.treeOf(content.yaml(), content.name()));
        if (!again.equals(content)) {
            throw new BadSetting(JobContent.placeOf(content.name()), "cannot be written so that it reads back equal");
        }
    }

    /** Empty also if what is there is no YAML: saving repairs it. */
    Optional<JobContent> present(String name) throws IOException {
        jobs.finish(name);
        try {
            return jobs.working.has(name) ? Optional.of(settled(name)) : Optional.empty();
        } catch (NoSuchJob | BadSetting none) {
            return Optional.empty();
        }
    }

    /** The present version; an edit by hand is made one first, if it can be used. */
    JobContent settled(String name) throws NoSuchJob, IOException {
        JobContent now = jobs.working.read(name);
        History history = jobs.history(name);
        Optional<JobVersionEntry> last = history.entry(history.head().number());
        try {
            if (last.isPresent() && last.get().id().equals(now.id())) {
                return history.content(last.get().number());
            }
        } catch (BadSetting damaged) {
            LOG.warn("{}; it is saved again", damaged.getMessage());
        }
        return takenIn(now, history);
    }

    private JobContent takenIn(JobContent now, History history) {
        try {
            check(now);
            Head head = history.head();
            Optional<JobVersionEntry> kept = history.same(now);
            Instant time = clock.instant();
            JobVersionEntry entry = kept.isPresent() ? kept.get() : history.add(now, time, Origin.file());
            history.point(head.become(entry.number(), Origin.file(), time, Head.Task.NOTHING));
            pruner.prune(history, now.name());
            return history.content(entry.number());
        } catch (BadSetting unusable) {
            return now;
        } catch (IOException notKept) {
            LOG.warn("job {}: what was edited cannot be kept as a version: {}", now.name(), notKept.toString());
            return now;
        }
    }

    JobContent kept(String name, int number) throws NoSuchJob, IOException {
        settle(name);
        History history = jobs.history(name);
        if (number > history.head().newest() || history.entry(number).isEmpty()) {
            throw new NoSuchJob(name + ", version " + number);
        }
        return history.content(number);
    }

    /** The newest version with this id. */
    JobContent kept(String name, String versionId) throws NoSuchJob, IOException {
        List<JobVersionEntry> entries = entries(name);
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).id().equals(versionId)) {
                return kept(name, entries.get(i).number());
            }
        }
        throw new NoSuchJob(name + ", version " + versionId);
    }

    List<JobVersionEntry> entries(String name) throws NoSuchJob, IOException {
        settle(name);
        return List.copyOf(jobs.history(name).entries());
    }

    /** Reads one entry, not all: a client that changes a limit waits for it. */
    Optional<PresentVersion> presentVersion(String name) throws NoSuchJob, IOException {
        settle(name);
        History history = jobs.history(name);
        Head head = history.head();
        Optional<JobVersionEntry> present = history.entry(head.number());
        return present.isPresent()
                ? present.map(entry -> new PresentVersion(
                        entry, head.by().orElse(entry.origin()), head.since().orElse(entry.savedAt())))
                : history.entries().stream()
                        .reduce((older, newer) -> newer)
                        .map(entry -> new PresentVersion(entry, entry.origin(), entry.savedAt()));
    }

    /** The content that the wire made the present one last; empty if it never did, or that is not kept any more. */
    Optional<JobContent> fromWire(String name) throws NoSuchJob, IOException {
        settle(name);
        History history = jobs.history(name);
        int last = history.head().wire();
        if (last > 0) {
            return history.entry(last).isPresent() ? Optional.of(history.content(last)) : Optional.empty();
        }
        Optional<JobVersionEntry> newest = history.entries().stream()
                .filter(entry -> entry.origin().way() == Origin.Way.WIRE)
                .reduce((older, newer) -> newer);
        return newest.isPresent() ? Optional.of(history.content(newest.get().number())) : Optional.empty();
    }

    private void settle(String name) throws NoSuchJob, IOException {
        try {
            settled(name);
        } catch (BadSetting unusable) {
            LOG.warn("{}", unusable.getMessage());
        }
    }

    /** The content with this id, of the job of this name or of any other. */
    Optional<JobContent> wherever(String name, String versionId) throws IOException {
        jobs.finishRename();
        List<String> places = new ArrayList<>(jobs.working.names());
        places.removeIf(name::equals);
        places.add(0, name);
        for (String place : places) {
            Optional<JobContent> kept = withId(place, versionId);
            if (kept.isPresent()) {
                return kept;
            }
        }
        return Optional.empty();
    }

    private Optional<JobContent> withId(String name, String versionId) throws IOException {
        if (!JobName.isReadable(name)) {
            return Optional.empty();
        }
        History history = jobs.history(name);
        for (JobVersionEntry entry : history.entries()) {
            if (entry.id().equals(versionId)) {
                try {
                    return Optional.of(history.content(entry.number()));
                } catch (BadSetting damaged) {
                    LOG.warn("{}", damaged.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    /** What does not read as it was saved, of all jobs. */
    List<String> damage() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : jobs.working.names()) {
            try {
                jobs.working.read(name);
            } catch (NoSuchJob gone) {
                LOG.debug("{} went meanwhile", name);
            } catch (BadSetting unreadable) {
                found.add("job " + unreadable.getMessage());
            }
            if (JobName.isReadable(name)) {
                found.addAll(jobs.history(name).damage());
            }
        }
        return found;
    }
}
