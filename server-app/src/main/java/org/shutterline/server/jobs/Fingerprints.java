package org.shutterline.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The hashes of files that were read before, so that a large model is not read again for every look at its job. A file whose
 * length, time and identity are as they were holds what it held; one that was written just now may still change within the
 * same tick of the clock and is not remembered. Used by one thread at a time.
 */
final class Fingerprints {
    private static final long TICK_MS = 2_000;

    private final Map<Path, Seen> seen = new HashMap<>();
    private final Clock clock;

    Fingerprints(Clock clock) {
        this.clock = clock;
    }

    private record Seen(String stamp, JobFile file) {}

    JobFile of(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        String stamp = now.size() + " " + now.lastModifiedTime() + " " + now.fileKey() + " " + changed(path);
        Seen before = seen.get(path);
        if (before != null && before.stamp().equals(stamp)) {
            return before.file();
        }
        JobFile file = JobFile.at(path);
        if (clock.millis() - now.lastModifiedTime().toMillis() > TICK_MS) {
            seen.put(path, new Seen(stamp, file));
        }
        return file;
    }

    /** When anything of it changed, where the system says so: a copy may bring its old time along. */
    private static String changed(Path path) throws IOException {
        try {
            return String.valueOf(Files.getAttribute(path, "unix:ctime"));
        } catch (UnsupportedOperationException | IllegalArgumentException notHere) {
            return "";
        }
    }
}
