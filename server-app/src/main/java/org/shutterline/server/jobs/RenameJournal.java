package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which job is being renamed, so that it is finished after a power cut. */
final class RenameJournal {
    /** Moves what there still is to be moved. */
    @FunctionalInterface
    interface Mover {
        void move(String from, String to) throws IOException;
    }

    private final Path file;
    private final Disk disk;

    RenameJournal(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /** From here on it is decided. */
    void begin(String from, String to) throws IOException {
        disk.folder(file.getParent());
        disk.replace(file, JobFile.of((from + "\n" + to + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Does what is left of it. */
    void finish(Mover mover) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        List<String> names = Files.readAllLines(file);
        if (names.size() == 2 && names.stream().allMatch(JobName::isReadable)) {
            mover.move(names.get(0), names.get(1));
        }
        disk.deleteOne(file);
    }
}
