package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether files of versions hold what was saved. Each is read once, whatever names it has, and again when it was written to.
 * Thread-safe.
 */
final class WholeFiles {
    private static final int MOST = 10_000;

    /** One state of a file. */
    private record State(Object file, long bytes, FileTime written) {}

    private final Map<State, String> hashes = new ConcurrentHashMap<>();

    /** @param saved with the hash of what was saved */
    boolean isWhole(Path path, JobFile saved) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (now.size() != saved.bytes()) {
            return false;
        }
        State state = new State(
                Optional.ofNullable(now.fileKey()).orElse(path.toAbsolutePath()), now.size(), now.lastModifiedTime());
        String hash = hashes.get(state);
        if (hash == null) {
            hash = JobFile.at(path).sha256();
            if (hashes.size() >= MOST) {
                hashes.clear();
            }
            hashes.put(state, hash);
        }
        return hash.equals(saved.sha256());
    }
}
