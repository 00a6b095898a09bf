package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobShelf;

/**
 * All jobs with their versions. What people see and edit by hand is {@code NAME.yaml} with a folder {@code NAME} beside it;
 * the versions are under {@code .versions}. A job is always read as one of its versions, so its files do not change under
 * whoever uses it; an edit by hand becomes a version when it is read. A power cut leaves the old or the new one.
 *
 * <p>Safe for all threads; one call at a time works, and each blocks on the disk. Whoever writes gets an
 * {@link IOException} when the disk fails; what was committed until then is finished by the next call or start.
 */
public final class JobStore implements JobShelf {
    private final Catalog<InspectionToolFactory> tools;
    private final Isolation isolation;
    private final JobSettings rules;
    private final JobFolder jobs;
    private final VersionReader reader;
    private final VersionWriter writer;
    private final JobTurn turn;
    private final Consumer<String> guard;

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
        this.tools = tools;
        this.isolation = isolation;
        this.rules = rules;
        VersionPruner pruner = new VersionPruner(use, rules.versions());
        this.jobs = new JobFolder(folder, disk, clock);
        this.reader = new VersionReader(jobs, tools, clock, pruner);
        this.writer = new VersionWriter(jobs, reader, clock, pruner);
        this.turn = new JobTurn(jobs);
        this.guard = deed -> {};
    }

    private JobStore(JobStore same, Consumer<String> guard) {
        this.tools = same.tools;
        this.isolation = same.isolation;
        this.rules = same.rules;
        this.jobs = same.jobs;
        this.reader = same.reader;
        this.writer = same.writer;
        this.turn = same.turn;
        this.guard = guard;
    }

    /**
     * The same jobs for somebody who may not change them at any time.
     *
     * @param asked told in words before anything is changed; throws {@link BadSetting} if it may not be
     */
    public JobStore behind(Consumer<String> asked) {
        return new JobStore(this, asked);
    }

    @Override
    public List<String> names() {
        return turn.reading(jobs::names);
    }

    /**
     * A kept content as a station uses it.
     *
     * @throws BadSetting naming place, key and what was expected
     */
    public Job job(JobContent content) {
        return content.toJob(tools, isolation);
    }

    /** The same of one that is not kept yet; its files are put into this folder as they are asked for. */
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
        return turn.inTurn(name, () -> reader.settled(name));
    }

    /** @throws NoSuchJob if there is no such job, or the version is not kept */
    public JobContent content(String name, int number) throws NoSuchJob {
        return turn.inTurn(name, () -> reader.kept(name, number));
    }

    /** The newest version with this id. */
    public JobContent content(String name, String versionId) throws NoSuchJob {
        return turn.inTurn(name, () -> reader.kept(name, versionId));
    }

    /**
     * The content with this id, of the job of this name or of any other: a job may be called otherwise now. Empty if it is kept
     * nowhere any more.
     */
    public Optional<JobContent> wherever(String name, String versionId) {
        return turn.reading(() -> reader.wherever(name, versionId));
    }

    /** Those that are kept, oldest first, but the present one last, unless the file is unusable now. */
    public List<JobVersionEntry> versions(String name) throws NoSuchJob {
        return turn.inTurn(name, () -> reader.entries(name));
    }

    /** Empty if none is kept; unless the file is unusable now, it is what the file says. */
    public Optional<PresentVersion> present(String name) throws NoSuchJob {
        return turn.inTurn(name, () -> reader.presentVersion(name));
    }

    /** The content that a client on the wire made the present one last; empty if none did, or it is not kept any more. */
    public Optional<JobContent> fromWire(String name) throws NoSuchJob {
        return turn.inTurn(name, () -> reader.fromWire(name));
    }

    /** @throws BadSetting naming place, key and what was expected, if no station could use it */
    public void check(JobContent content) {
        reader.check(content);
    }

    /**
     * Makes this content the present version of its job, which may be new.
     *
     * @return the new version; a kept one, the present one or an earlier one, if that has the same content
     * @throws BadSetting if no station could use it
     * @throws JobRefused if a new job cannot be called so
     */
    public JobVersionEntry save(JobContent content, Origin origin) throws JobRefused, IOException {
        check(content);
        guard.accept("job " + content.name() + " to be saved");
        return turn.writing(() -> writer.saved(content, origin));
    }

    /**
     * The same, unless somebody else saved the job since.
     *
     * @param basedOn the id of the version that was changed
     */
    public JobVersionEntry save(JobContent content, String basedOn, Origin origin) throws JobRefused, IOException {
        check(content);
        guard.accept("job " + content.name() + " to be saved");
        return turn.writing(() -> writer.saved(content, basedOn, origin));
    }

    /** Makes a kept version the present one again. */
    public JobVersionEntry goBack(String name, int number, Origin origin) throws NoSuchJob, JobRefused, IOException {
        guard.accept("job " + name + " to be back at version " + number);
        return turn.changing(name, () -> {
            JobContent old = reader.kept(name, number);
            check(old);
            return writer.saved(old, origin);
        });
    }

    /** Makes a new job of a job's present version; the old versions stay where they are. */
    public JobVersionEntry copy(String name, String newName, Origin origin) throws NoSuchJob, JobRefused, IOException {
        guard.accept("job " + name + " to be copied to " + newName);
        return turn.changing(name, () -> {
            writer.refuseTaken(newName, "");
            JobContent copy = reader.settled(name).named(newName);
            check(copy);
            return writer.saved(copy, origin);
        });
    }

    /**
     * Renames a job with its versions and labelled pictures.
     *
     * @throws JobRefused if a station uses it, or there is something of that name
     */
    public void rename(String name, String newName) throws NoSuchJob, JobRefused, IOException {
        guard.accept("job " + name + " to be called " + newName);
        turn.changing(name, () -> {
            writer.rename(name, newName);
            return newName;
        });
    }

    /**
     * Deletes a job with its versions and labelled pictures.
     *
     * @throws JobRefused if a station uses it
     */
    public void delete(String name) throws NoSuchJob, JobRefused, IOException {
        guard.accept("job " + name + " to be deleted");
        turn.changing(name, () -> {
            writer.delete(name);
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
     * Takes in a job from one file, which is checked whole and set up once before anything is written. It brings no program, and
     * names only those that the settings allow.
     *
     * @throws JobRefused naming the entry and what was expected
     */
    public Brought bring(Path file, Clash clash) throws JobRefused, IOException {
        try (JobPackage brought = JobPackage.open(file, tools, rules.programs())) {
            new Rehearsal(tools, isolation).of(brought);
            guard.accept("job " + brought.content().name() + " to be brought from a file");
            Origin origin = Origin.imported(String.valueOf(file.getFileName()));
            return turn.writing(() -> {
                String wished = brought.content().name();
                String name = clash == Clash.FREE_NAME ? writer.free(wished) : wished;
                JobContent content = brought.content().named(name);
                check(content);
                return new Brought(name, writer.saved(content, origin));
            });
        }
    }

    /**
     * Adds a picture to the job's labelled set; one of the same id is replaced.
     *
     * @param good what a person said of it
     * @param picture a PNG or JPEG file, which is copied
     */
    public Labelled label(String name, long id, boolean good, Path picture) throws NoSuchJob, JobRefused, IOException {
        return turn.changing(name, () -> jobs.labelled.put(name, id, good, picture));
    }

    /** Takes a picture out of the job's labelled set again. */
    public void unlabel(String name, long id) throws NoSuchJob, JobRefused, IOException {
        turn.changing(name, () -> {
            jobs.labelled.remove(name, id);
            return name;
        });
    }

    /** The job's labelled set by id. */
    public List<Labelled> labelled(String name) throws NoSuchJob {
        return turn.inTurn(name, () -> jobs.labelled.all(name));
    }

    /** What of all jobs and their kept versions does not read as it was saved, a sentence each. Changes nothing. */
    public List<String> damage() {
        return turn.reading(reader::damage);
    }
}
