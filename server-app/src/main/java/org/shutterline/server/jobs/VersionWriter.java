package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes versions, and says which names a job may have. Used by one thread at a time. */
final class VersionWriter {
    private static final Logger LOG = LoggerFactory.getLogger(VersionWriter.class);

    private final JobFolder jobs;
    private final VersionReader reader;
    private final Clock clock;
    private final VersionPruner pruner;

    VersionWriter(JobFolder jobs, VersionReader reader, Clock clock, VersionPruner pruner) {
        this.jobs = jobs;
        this.reader = reader;
        this.clock = clock;
        this.pruner = pruner;
    }

    JobVersionEntry saved(JobContent content, Origin origin) throws JobRefused, IOException {
        String name = content.name();
        Optional<JobContent> present = reader.present(name);
        if (!jobs.working.has(name)) {
            refuseTaken(name, "");
        }
        History history = jobs.history(name);
        Head head = history.head();
        Optional<JobVersionEntry> last = history.entry(head.number());
        if (last.isPresent()
                && present.equals(Optional.of(content))
                && last.get().id().equals(content.id())) {
            if (!head.by().map(Origin::way).equals(Optional.of(origin.way()))) {
                history.point(head.become(last.get().number(), origin, clock.instant(), Head.Task.NOTHING));
            }
            return last.get();
        }
        Optional<JobVersionEntry> kept = history.same(content);
        Instant now = clock.instant();
        JobVersionEntry entry = kept.isPresent() ? kept.get() : history.add(content, now, origin);
        history.point(head.become(entry.number(), origin, now, Head.Task.CHECK_OUT));
        jobs.finish(name);
        pruner.prune(history, name);
        LOG.info("job {}: version {} ({}), {}", name, entry.number(), entry.id(), origin.way());
        return entry;
    }

    /** The same, unless the present version is not this one any more. */
    JobVersionEntry saved(JobContent content, String basedOn, Origin origin) throws JobRefused, IOException {
        Optional<JobContent> present = reader.present(content.name());
        if (present.isPresent() && !present.get().id().equals(basedOn)) {
            throw new JobRefused(content.name(), "was changed by somebody else meanwhile, expected no change");
        }
        return saved(content, origin);
    }

    void rename(String name, String newName) throws JobRefused, IOException {
        refuseUsed(name);
        refuseTaken(newName, newName.equals(name) ? "" : name);
        if (Files.exists(jobs.working.folderOf(newName)) && !newName.equalsIgnoreCase(name)) {
            throw new JobRefused(newName, "there is a folder of this name, expected a free name");
        }
        jobs.rename(name, newName);
    }

    void delete(String name) throws JobRefused, IOException {
        refuseUsed(name);
        jobs.delete(name);
    }

    /** The wished name, with a number behind it if it is taken. */
    String free(String wished) throws IOException {
        List<String> taken = jobs.working.names();
        String name = wished;
        for (int number = 2; JobName.clash(name, taken).isPresent(); number++) {
            String end = " " + number;
            name = wished.substring(0, Math.min(wished.length(), JobName.LONGEST - end.length()))
                            .strip()
                    + end;
        }
        return name;
    }

    private void refuseUsed(String name) throws JobRefused {
        if (!pruner.use().activeVersions(name).isEmpty()) {
            throw new JobRefused(name, "a station judges by it, expected a job that is not active");
        }
    }

    /** @param except does not count */
    void refuseTaken(String name, String except) throws JobRefused, IOException {
        Optional<String> whyNot = JobName.whyNot(name);
        if (whyNot.isPresent()) {
            throw new JobRefused("'" + name + "'", whyNot.get());
        }
        List<String> others = jobs.working.names().stream()
                .filter(other -> !other.equals(except))
                .toList();
        Optional<String> clash = JobName.clash(name, others);
        if (clash.isPresent()) {
            throw new JobRefused("'" + name + "'", "there is a job '" + clash.get() + "', expected a free name");
        }
    }
}
