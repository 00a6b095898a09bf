package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.server.jobs.Brought;
import org.shutterline.server.jobs.JobName;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.station.JobShelf;

/** What is done with whole jobs: copies, names, files and comparisons. Owns what is asked of and told about those. */
final class JobList {
    private final Workshop workshop;
    private final Turns turns;
    private final Drafts drafts;
    private final JobsDesk jobs;
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<Arrival> arrival = Optional.empty();

    JobList(Workshop workshop, Turns turns, Drafts drafts, JobsDesk jobs) {
        this.workshop = workshop;
        this.turns = turns;
        this.drafts = drafts;
        this.jobs = jobs;
    }

    Optional<Comparison> comparison() {
        return comparison;
    }

    Optional<Arrival> arrival() {
        return arrival;
    }

    void copy(String job, String newName) {
        if (wouldHide(newName)) {
            turns.complain("nameTaken", newName);
        } else if (JobName.whyNot(newName).isPresent()) {
            turns.complain("badName", newName);
        } else {
            act("copied", newName, () -> workshop.jobs().copy(job, newName, Origin.window("")));
        }
    }

    void rename(String job, String newName) {
        if (wouldHide(newName)) {
            turns.complain("nameTaken", newName);
        } else if (JobName.whyNot(newName).isPresent()) {
            turns.complain("badName", newName);
        } else if (isDraftAlone(job)) {
            renameDraft(job, newName);
        } else {
            act("renamed", newName, () -> {
                workshop.jobs().rename(job, newName);
                turns.take(() -> drafts.rename(job, newName));
            });
        }
    }

    /** There is a draft of this name that has something to lose. */
    private boolean wouldHide(String newName) {
        return drafts.of(newName).filter(DraftDesk::isChanged).isPresent();
    }

    private boolean isDraftAlone(String job) {
        return drafts.of(job).isPresent() && jobs.lacks(job);
    }

    private void renameDraft(String job, String newName) {
        turns.aside(() -> {
            if (workshop.jobs().names().contains(newName)) {
                return () -> turns.complain("nameTaken", newName);
            }
            return () -> {
                drafts.rename(job, newName);
                turns.say("renamed", newName);
            };
        });
    }

    void delete(String job) {
        if (isDraftAlone(job)) {
            drafts.forget(job);
            turns.say("deleted", job);
        } else {
            act("deleted", job, () -> {
                workshop.jobs().delete(job);
                turns.take(() -> drafts.forget(job));
            });
        }
    }

    void exportTo(String job, Path file) {
        act("exported", String.valueOf(file.getFileName()), () -> jobs.export(job, file));
    }

    /** Something that changes the list of jobs. */
    private interface Deed {
        void run() throws IOException, JobRefused, JobShelf.NoSuchJob;
    }

    private void act(String said, String name, Deed deed) {
        turns.aside(() -> {
            deed.run();
            JobsDesk.Read read = jobs.read(Optional.empty());
            return () -> {
                jobs.show(read);
                turns.say(said, name);
            };
        });
    }

    void importFrom(Path file) {
        turns.aside(() -> {
            Optional<Arrival> clash = jobs.clash(file);
            return () -> {
                arrival = clash;
                if (clash.isEmpty()) {
                    importAs(file, false);
                }
            };
        });
    }

    void importAs(Path file, boolean newVersion) {
        turns.aside(() -> {
            Brought brought = jobs.bringIn(file, newVersion);
            JobsDesk.Read read = jobs.read(Optional.empty());
            return () -> {
                arrival = Optional.empty();
                jobs.show(read);
                drafts.forgetUnchanged(brought.name());
                String number = String.valueOf(brought.version().number());
                turns.say(newVersion ? "importedAs" : "imported", brought.name(), number);
            };
        });
    }

    void forgetImport() {
        arrival = Optional.empty();
    }

    void compare(JobVersion first, JobVersion second) {
        turns.aside(() -> {
            Comparison compared = jobs.compare(first, second);
            return () -> comparison = Optional.of(compared);
        });
    }

    void endComparing() {
        comparison = Optional.empty();
    }
}
