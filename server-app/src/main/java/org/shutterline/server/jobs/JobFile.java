package org.shutterline.server.jobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One file of a job: what it holds is known by its hash and read when it is wanted. Immutable. */
public final class JobFile {
    /** Opens the content; each time from its beginning. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;
    private final Optional<Path> path;
    private final boolean lasting;
    private final String sha256;
    private final long bytes;

    private JobFile(Source source, Optional<Path> path, boolean lasting, String sha256, long bytes) {
        this.source = source;
        this.path = path;
        this.lasting = lasting;
        this.sha256 = sha256;
        this.bytes = bytes;
    }

    /** @param content not to be changed afterwards */
    public static JobFile of(byte[] content) {
        return new JobFile(
                () -> new ByteArrayInputStream(content), Optional.empty(), false, Hash.of(content), content.length);
    }

    /** As the file is now. Reads it whole once. */
    public static JobFile at(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            Hash hash = new Hash();
            long bytes = hash.addAll(stream);
            return new JobFile(() -> Files.newInputStream(file), Optional.of(file), false, hash.hex(), bytes);
        }
    }

    /** One that was hashed before, and that nobody writes to where it lies. */
    static JobFile known(Path file, String sha256, long bytes) {
        return new JobFile(() -> Files.newInputStream(file), Optional.of(file), true, sha256, bytes);
    }

    /** One that is read from elsewhere. */
    static JobFile from(Source source, String sha256, long bytes) {
        return new JobFile(source, Optional.empty(), false, sha256, bytes);
    }

    /** In hex digits. */
    public String sha256() {
        return sha256;
    }

    public long bytes() {
        return bytes;
    }

    /** Where it lies on the disk, if it does. */
    public Optional<Path> path() {
        return path;
    }

    /** Where it lies on the disk, if nobody edits it there. */
    public Optional<Path> lastingPath() {
        return path.filter(there -> lasting);
    }

    /** Its content from the beginning; closed by the caller. */
    public InputStream open() throws IOException {
        return source.open();
    }
}
