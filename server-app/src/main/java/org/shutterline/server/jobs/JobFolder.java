package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where jobs lie: what people see, the versions and the labelled pictures. Finishes what a power cut or a full disk left half
 * done. Used by one thread at a time.
 */
final class JobFolder {
    private static final Logger LOG = LoggerFactory.getLogger(JobFolder.class);
    private static final String VERSIONS = ".versions";

    final WorkingCopy working;
    final LabelledPictures labelled;
    private final Path folder;
    private final Disk disk;
    private final RenameJournal journal;
    private final WholeFiles whole = new WholeFiles();

    /** @param folder the jobs; labelled pictures are in {@code labelled} beside it */
    JobFolder(Path folder, Disk disk, Clock clock) {
        this.folder = folder;
        this.disk = disk;
        this.working = new WorkingCopy(folder, disk, clock);
        this.labelled = new LabelledPictures(folder.resolveSibling("labelled"), disk);
        this.journal = new RenameJournal(folder.resolve(VERSIONS).resolve(".rename"), disk);
    }

    Path path() {
        return folder;
    }

    History history(String name) {
        return new History(name, folder.resolve(VERSIONS).resolve(name), disk, whole);
    }

    /** The names of all jobs, sorted. */
    List<String> names() throws IOException {
        finishRename();
        for (String name : working.names()) {
            if (history(name).head().task() == Head.Task.DELETE) {
                finish(name);
            }
        }
        return working.names();
    }

    void finishRename() throws IOException {
        journal.finish(this::move);
    }

    /** Renames a job with all that belongs to it; what is left of another one of the new name goes. */
    void rename(String name, String newName) throws IOException {
        if (!newName.equalsIgnoreCase(name)) {
            disk.deleteTree(history(newName).folder());
            labelled.delete(newName);
        }
        journal.begin(name, newName);
        finishRename();
    }

    private void move(String from, String to) throws IOException {
        if (Files.exists(history(from).folder())) {
            disk.move(history(from).folder(), history(to).folder());
        }
        labelled.rename(from, to);
        working.rename(from, to);
    }

    /** Deletes a job with all that belongs to it. */
    void delete(String name) throws IOException {
        history(name).point(history(name).head().with(Head.Task.DELETE));
        finish(name);
    }

    /** What a power cut or a full disk left to be done. */
    void finish(String name) throws IOException {
        finishRename();
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
            checkOut(history, head);
        }
    }

    private void checkOut(History history, Head head) throws IOException {
        try {
            working.checkOut(history.content(head.number()));
        } catch (BadSetting damaged) {
            LOG.warn("{}; what lies in the folder of jobs counts", damaged.getMessage());
        }
        history.point(head.with(Head.Task.NOTHING));
    }
}
