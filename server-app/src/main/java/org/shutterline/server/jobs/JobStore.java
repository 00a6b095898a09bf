package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All jobs with their versions. What people see and edit by hand is {@code NAME.yaml} with a folder {@code NAME} beside it;
 * the versions are under {@code .versions}. A job is always read as one of its versions, so its files do not change under
 * whoever uses it; an edit by hand becomes a version when it is read. A power cut leaves the old or the new one.
 *
 * <p>Safe for all threads; one call at a time works, and each blocks on the disk. Whoever writes gets an
 * {@link IOException} when the disk fails; what was committed until then is finished by the next call or start.
 */
public final class JobStore implements JobShelf {
    private static final Logger LOG = LoggerFactory.getLogger(JobStore.class);
    private static final String VERSIONS = ".versions";

    private final Path folder;
    private final Catalog<InspectionToolFactory> tools;
    private final Isolation isolation;
    private final Clock clock;
    private final JobUse use;
    private final JobSettings rules;
    private final Disk disk;
    private final WorkingCopy working;
    private final LabelledPictures labelled;
    private final RenameJournal journal;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param isolation of the tools that ask for a process of their own
     * @param folder the jobs; labelled pictures are in {@code labelled} beside it
     */
    public JobStore(
            Path folder,
            Catalog<InspectionToolFactory> tools,
            Isolation isolation,
            Clock clock,
            JobUse use,
            JobSettings rules) {
        this(folder, tools, isolation, clock, use, rules, new Disk());
    }

    JobStore(
            Path folder,
            Catalog<InspectionToolFactory> tools,
            Isolation isolation,
            Clock clock,
            JobUse use,
            JobSettings rules,
            Disk disk) {
        this.folder = folder;
        this.tools = tools;
        this.isolation = isolation;
        this.clock = clock;
        this.use = use;
        this.rules = rules;
        this.disk = disk;
        this.working = new WorkingCopy(folder, disk, clock);
        this.labelled = new LabelledPictures(folder.resolveSibling("labelled"), disk);
        this.journal = new RenameJournal(folder.resolve(VERSIONS).resolve(".rename"), disk);
    }

    private History history(String name) {
        return new History(name, folder.resolve(VERSIONS).resolve(name), disk);
    }

    @Override
    public List<String> names() {
        return reading(() -> {
            journal.finish(this::move);
            for (String name : working.names()) {
                if (history(name).head().task() == Head.Task.DELETE) {
                    finish(name);
                }
            }
            return working.names();
        });
    }

    /**
     * A kept content as a station uses it.
     *
     * @throws BadSetting naming place, key and what was expected
     */
    public Job job(JobContent content) {
        return content.toJob(tools, isolation);
    }

    /**
     * The same of one that is not kept yet.
     *
     * @param scratch a folder where its files are put as they are asked for
     */
    public Job job(JobContent content, Path scratch) {
        return content.toJob(tools, scratch, isolation);
    }

    /** The present version. */
    @Override
    public Job read(String name) throws NoSuchJob {
        return job(content(name));
    }

    /**
     * The newest version with this id.
     *
     * @throws NoSuchJob if there is no such job, or the version is not kept
     * @throws BadSetting if it cannot be used
     */
    public Job read(String name, String versionId) throws NoSuchJob {
        return job(content(name, versionId));
    }

    /**
     * The present version as it is kept; also one that no station could use, if somebody edited it by hand.
     *
     * @throws BadSetting if its file is no YAML
     */
    public JobContent content(String name) throws NoSuchJob {
        return inTurn(name, () -> settled(name));
    }

    /** @throws NoSuchJob if there is no such job, or the version is not kept */
    public JobContent content(String name, int number) throws NoSuchJob {
        return inTurn(name, () -> kept(name, number));
    }

    /** The newest version with this id. */
    public JobContent content(String name, String versionId) throws NoSuchJob {
        return inTurn(name, () -> {
            List<JobVersionEntry> entries = entries(name);
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).id().equals(versionId)) {
                    return kept(name, entries.get(i).number());
                }
            }
            throw new NoSuchJob(name + ", version " + versionId);
        });
    }

    /**
     * The content with this id, of the job of this name or of any other: a job may be called otherwise now. Empty if it is kept
     * nowhere any more.
     */
    public Optional<JobContent> wherever(String name, String versionId) {
        return reading(() -> {
            journal.finish(this::move);
            List<String> places = new ArrayList<>(working.names());
            places.removeIf(name::equals);
            places.add(0, name);
            for (String place : places) {
                Optional<JobContent> kept = withId(place, versionId);
                if (kept.isPresent()) {
                    return kept;
                }
            }
            return Optional.empty();
        });
    }

    private Optional<JobContent> withId(String name, String versionId) throws IOException {
        if (!JobName.isReadable(name)) {
            return Optional.empty();
        }
        History history = history(name);
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

    /** Those that are kept, oldest first; the last one is the present one, unless the file is unusable now. */
    public List<JobVersionEntry> versions(String name) throws NoSuchJob {
        return inTurn(name, () -> entries(name));
    }

    private List<JobVersionEntry> entries(String name) throws NoSuchJob, IOException {
        try {
            settled(name);
        } catch (BadSetting unusable) {
            LOG.warn("{}", unusable.getMessage());
        }
        return List.copyOf(history(name).entries());
    }

    /** @throws BadSetting naming place, key and what was expected, if no station could use it */
    public void check(JobContent content) {
        content.toJob(JobContent.placeOf(content.name()), tools, (wanted, place) -> folder);
        JobContent again = content.withTree(JobContent.treeOf(content.yaml(), content.name()));
        if (!again.equals(content)) {
            throw new BadSetting(JobContent.placeOf(content.name()), "cannot be written so that it reads back equal");
        }
    }

    /**
     * Makes this content the present version of its job, which may be new.
     *
     * @return the new version; the present one if that has the same content
     * @throws BadSetting if no station could use it
     * @throws JobRefused if a new job cannot be called so
     */
    public JobVersionEntry save(JobContent content, Origin origin) throws JobRefused, IOException {
        check(content);
        return writing(() -> saved(content, origin));
    }

    /**
     * The same, unless somebody else saved the job since.
     *
     * @param basedOn the id of the version that was changed
     */
    public JobVersionEntry save(JobContent content, String basedOn, Origin origin) throws JobRefused, IOException {
        check(content);
        return writing(() -> {
            Optional<JobContent> present = present(content.name());
            if (present.isPresent() && !present.get().id().equals(basedOn)) {
                throw new JobRefused(content.name(), "was changed by somebody else meanwhile, expected no change");
            }
            return saved(content, origin);
        });
    }

    /** Makes what a kept version says the present content, as a new version. */
    public JobVersionEntry goBack(String name, int number, Origin origin) throws NoSuchJob, JobRefused, IOException {
        return changing(name, () -> {
            JobContent old = kept(name, number);
            check(old);
            return saved(old, origin);
        });
    }

    /** Makes a new job of a job's present version; the old versions stay where they are. */
    public JobVersionEntry copy(String name, String newName, Origin origin) throws NoSuchJob, JobRefused, IOException {
        return changing(name, () -> {
            refuseTaken(newName, "");
            JobContent copy = settled(name).named(newName);
            check(copy);
            return saved(copy, origin);
        });
    }

    /**
     * Renames a job with its versions and labelled pictures.
     *
     * @throws JobRefused if a station uses it, or there is something of that name
     */
    public void rename(String name, String newName) throws NoSuchJob, JobRefused, IOException {
        changing(name, () -> {
            refuseUsed(name);
            refuseTaken(newName, newName.equals(name) ? "" : name);
            if (Files.exists(working.folderOf(newName)) && !newName.equalsIgnoreCase(name)) {
                throw new JobRefused(newName, "there is a folder of this name, expected a free name");
            }
            if (!newName.equalsIgnoreCase(name)) {
                disk.deleteTree(history(newName).folder());
                labelled.delete(newName);
            }
            journal.begin(name, newName);
            journal.finish(this::move);
            return newName;
        });
    }

    private void move(String from, String to) throws IOException {
        if (Files.exists(history(from).folder())) {
            disk.move(history(from).folder(), history(to).folder());
        }
        labelled.rename(from, to);
        working.rename(from, to);
    }

    /**
     * Deletes a job with its versions and labelled pictures.
     *
     * @throws JobRefused if a station uses it
     */
    public void delete(String name) throws NoSuchJob, JobRefused, IOException {
        changing(name, () -> {
            refuseUsed(name);
            history(name).point(new Head(history(name).head().number(), Head.Task.DELETE));
            finish(name);
            return name;
        });
    }

    /**
     * Writes a job's present version as one file.
     *
     * @throws JobRefused if no station could take it: a file of it is damaged or too large
     */
    public void export(String name, Path target) throws NoSuchJob, JobRefused, IOException {
        JobPackage.export(content(name), target, tools);
    }

    /**
     * Takes in a job from one file, which is checked whole before anything is written. It brings no program, and names only
     * those that the settings allow.
     *
     * @throws JobRefused naming the entry and what was expected
     */
    public Brought bring(Path file, Clash clash) throws JobRefused, IOException {
        try (JobPackage brought = JobPackage.open(file, tools, rules.programs())) {
            Origin origin = Origin.imported(String.valueOf(file.getFileName()));
            return writing(() -> {
                String wished = brought.content().name();
                String name = clash == Clash.FREE_NAME ? free(wished) : wished;
                JobContent content = brought.content().named(name);
                check(content);
                return new Brought(name, saved(content, origin));
            });
        }
    }

    private String free(String wished) throws IOException {
        List<String> taken = working.names();
        String name = wished;
        for (int number = 2; JobName.clash(name, taken).isPresent(); number++) {
            String end = " " + number;
            name = wished.substring(0, Math.min(wished.length(), JobName.LONGEST - end.length()))
                            .strip()
                    + end;
        }
        return name;
    }

    /**
     * Adds a picture to the job's labelled set; one of the same id is replaced.
     *
     * @param good what a person said of it
     * @param picture a PNG or JPEG file, which is copied
     */
    public Labelled label(String name, long id, boolean good, Path picture) throws NoSuchJob, JobRefused, IOException {
        return changing(name, () -> labelled.put(name, id, good, picture));
    }

    /** Takes a picture out of the job's labelled set again. */
    public void unlabel(String name, long id) throws NoSuchJob, JobRefused, IOException {
        changing(name, () -> {
            labelled.remove(name, id);
            return name;
        });
    }

    /** The job's labelled set by id. */
    public List<Labelled> labelled(String name) throws NoSuchJob {
        return inTurn(name, () -> labelled.all(name));
    }

    private JobVersionEntry saved(JobContent content, Origin origin) throws JobRefused, IOException {
        String name = content.name();
        Optional<JobContent> present = present(name);
        if (!working.has(name)) {
            refuseTaken(name, "");
        }
        History history = history(name);
        Optional<JobVersionEntry> last = history.entry(history.head().number());
        if (last.isPresent()
                && present.equals(Optional.of(content))
                && last.get().id().equals(content.id())) {
            return last.get();
        }
        JobVersionEntry entry = history.add(content, clock.instant(), origin);
        history.point(new Head(entry.number(), Head.Task.CHECK_OUT));
        finish(name);
        history.prune(rules.versions(), use.activeVersions(name));
        LOG.info("job {}: version {} ({}), {}", name, entry.number(), entry.id(), origin.way());
        return entry;
    }

    /** Empty also if what is there is no YAML: saving repairs it. */
    private Optional<JobContent> present(String name) throws IOException {
        finish(name);
        try {
            return working.has(name) ? Optional.of(settled(name)) : Optional.empty();
        } catch (NoSuchJob | BadSetting none) {
            return Optional.empty();
        }
    }

    /** The present version; an edit by hand is made one first, if it can be used. */
    private JobContent settled(String name) throws NoSuchJob, IOException {
        JobContent now = working.read(name);
        History history = history(name);
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
            JobVersionEntry entry = history.add(now, clock.instant(), Origin.file());
            history.point(new Head(entry.number(), Head.Task.NOTHING));
            history.prune(rules.versions(), use.activeVersions(now.name()));
            return history.content(entry.number());
        } catch (BadSetting unusable) {
            return now;
        } catch (IOException notKept) {
            LOG.warn("job {}: what was edited cannot be kept as a version: {}", now.name(), notKept.toString());
            return now;
        }
    }

    private JobContent kept(String name, int number) throws NoSuchJob, IOException {
        if (entries(name).stream().noneMatch(entry -> entry.number() == number)) {
            throw new NoSuchJob(name + ", version " + number);
        }
        return history(name).content(number);
    }

    /** What a power cut or a full disk left to be done. */
    private void finish(String name) throws IOException {
        journal.finish(this::move);
        if (!JobName.isReadable(name)) {
            return;
        }
        History history = history(name);
        Head head = history.head();
        if (head.task() == Head.Task.DELETE) {
            working.delete(name);
            labelled.delete(name);
            Path gone = folder.resolve(VERSIONS).resolve(".gone");
            disk.deleteTree(gone);
            disk.move(history.folder(), gone);
            disk.deleteTree(gone);
        } else if (head.task() == Head.Task.CHECK_OUT) {
            checkOut(history, head.number());
        }
    }

    private void checkOut(History history, int number) throws IOException {
        try {
            working.checkOut(history.content(number));
        } catch (BadSetting damaged) {
            LOG.warn("{}; what lies in the folder of jobs counts", damaged.getMessage());
        }
        history.point(new Head(number, Head.Task.NOTHING));
    }

    private void refuseUsed(String name) throws JobRefused {
        if (!use.activeVersions(name).isEmpty()) {
            throw new JobRefused(name, "a station judges by it, expected a job that is not active");
        }
    }

    /** @param except does not count */
    private void refuseTaken(String name, String except) throws JobRefused, IOException {
        Optional<String> whyNot = JobName.whyNot(name);
        if (whyNot.isPresent()) {
            throw new JobRefused("'" + name + "'", whyNot.get());
        }
        List<String> others =
                working.names().stream().filter(other -> !other.equals(except)).toList();
        Optional<String> clash = JobName.clash(name, others);
        if (clash.isPresent()) {
            throw new JobRefused("'" + name + "'", "there is a job '" + clash.get() + "', expected a free name");
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws NoSuchJob, JobRefused, IOException;
    }

    private <T> T changing(String name, Work<T> work) throws NoSuchJob, JobRefused, IOException {
        turn.lock();
        try {
            finish(name);
            if (!working.has(name)) {
                throw new NoSuchJob(name);
            }
            return work.done();
        } finally {
            turn.unlock();
        }
    }

    private <T> T writing(Work<T> work) throws JobRefused, IOException {
        turn.lock();
        try {
            return work.done();
        } catch (NoSuchJob impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            turn.unlock();
        }
    }

    private <T> T inTurn(String name, Work<T> work) throws NoSuchJob {
        try {
            return changing(name, work);
        } catch (JobRefused impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new BadSetting(JobContent.placeOf(name), "cannot be read: " + unreadable.getMessage());
        }
    }

    private <T> T reading(Work<T> work) {
        try {
            return writing(work);
        } catch (JobRefused impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
