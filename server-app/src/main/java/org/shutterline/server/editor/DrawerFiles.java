package org.shutterline.server.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shutterline.server.jobs.JobFile;
import org.shutterline.server.settings.SafeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of kept drafts, each once however many drafts have it, and however often they change: {@code HASH/NAME}. Used by one
 * thread at a time.
 */
final class DrawerFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DrawerFiles.class);

    private final Path folder;
    /** The hashes of those that drafts of this run are read from, so that they stay till its end. */
    private final Set<String> lent = new HashSet<>();

    DrawerFiles(Path folder) {
        this.folder = folder;
    }

    /** Nothing is done if it lies here already. */
    void put(String name, JobFile file) throws IOException {
        Path kept = folder.resolve(file.sha256()).resolve(name);
        if (Files.isRegularFile(kept) && Files.size(kept) == file.bytes()) {
            return;
        }
        Files.createDirectories(kept.getParent());
        Path fresh = folder.resolve(file.sha256() + ".new");
        Files.deleteIfExists(fresh);
        try {
            if (!isLinked(file, fresh)) {
                copy(file, fresh);
            }
            if (!JobFile.at(fresh).sha256().equals(file.sha256())) {
                throw new IOException(name + " changed while it was read");
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        SafeFile.forceFolder(kept.getParent());
        SafeFile.forceFolder(folder);
    }

    /** A file of a version never changes, so it may have a second name where the system gives one; what people edit may not. */
    private static boolean isLinked(JobFile file, Path fresh) {
        try {
            if (file.lastingPath().isPresent()) {
                Files.createLink(fresh, file.lastingPath().get());
                return true;
            }
        } catch (IOException | UnsupportedOperationException notHere) {
            return false;
        }
        return false;
    }

    private static void copy(JobFile file, Path fresh) throws IOException {
        try (InputStream content = file.open()) {
            Files.copy(content, fresh);
        }
    }

    /** @throws IOException if it is not there, or not as it was */
    JobFile get(String name, String sha256) throws IOException {
        JobFile file = JobFile.at(folder.resolve(sha256).resolve(name));
        if (!file.sha256().equals(sha256)) {
            throw new IOException("its file " + name + " is not as it was kept");
        }
        lent.add(sha256);
        return file;
    }

    /** Deletes what no draft has; what cannot be deleted now is tried again the next time. */
    void keepOnly(Set<String> hashes) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> there = Files.list(folder)) {
            for (Path one : there.toList()) {
                String hash = one.getFileName().toString();
                if (!hashes.contains(hash) && !lent.contains(hash)) {
                    delete(one);
                }
            }
        } catch (IOException inUse) {
            LOG.warn("a file that no kept draft has any more cannot be deleted yet", inUse);
        }
    }

    private static void delete(Path hash) throws IOException {
        if (Files.isDirectory(hash)) {
            List<Path> names;
            try (Stream<Path> there = Files.list(hash)) {
                names = there.toList();
            }
            for (Path name : names) {
                Files.deleteIfExists(name);
            }
        }
        Files.deleteIfExists(hash);
    }
}
