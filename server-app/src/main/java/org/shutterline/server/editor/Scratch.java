package org.shutterline.server.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.shutterline.server.jobs.JobFile;

/** Files of drafts that are not saved yet, where tools can read them. */
final class Scratch {
    private Scratch() {}

    /** In a folder of its content's hash, so that an older one of the same name is not written over while it is read. */
    static Path put(Path scratch, String name, JobFile file) {
        Path folder = scratch.resolve(file.sha256().substring(0, 16));
        Path there = folder.resolve(name);
        try (InputStream content = file.open()) {
            Files.createDirectories(folder);
            Files.copy(content, there, StandardCopyOption.REPLACE_EXISTING);
            return there;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
