package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.AllowedPrograms;

/**
 * A file that a person picks for a job. It is looked into as one of a job that is brought, and copied, so that what becomes of
 * the original later does not matter.
 *
 * @param name as a job may call it
 */
public record PickedFile(String name, JobFile file) {

    /**
     * Blocks.
     *
     * @param held what the setting takes it for
     * @param scratch a folder where the copy is put under its hash
     * @throws JobRefused if it is too large, damaged or something else; the message begins with the file's name
     * @throws IOException if it cannot be read, or the copy cannot be written
     */
    public static PickedFile of(Path picked, Setting.Content held, Path scratch) throws JobRefused, IOException {
        return of(picked, held, scratch, PackageLimits.USUAL);
    }

    static PickedFile of(Path picked, Setting.Content held, Path scratch, PackageLimits limits)
            throws JobRefused, IOException {
        String what = String.valueOf(picked.getFileName());
        String name = JobName.near(what);
        Files.createDirectories(scratch);
        Path fresh = Files.createTempFile(scratch, "picked", ".tmp");
        try {
            copy(picked, fresh, what, limits.mostBytes());
            JobFile copy = JobFile.at(fresh);
            BroughtFile.check(what, what, copy, Set.of(held), limits, AllowedPrograms.NONE);
            Path kept = scratch.resolve(copy.sha256()).resolve(name);
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PickedFile(name, JobFile.known(kept, copy.sha256(), copy.bytes()));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What grows meanwhile, or never ends, is cut off at the limit. */
    private static void copy(Path from, Path to, String what, long mostBytes) throws JobRefused, IOException {
        if (!Files.isRegularFile(from)) {
            throw new JobRefused(what, "is no file");
        }
        if (Files.size(from) > mostBytes) {
            throw new JobRefused(what, Files.size(from) + " bytes, expected " + mostBytes + " at most");
        }
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] piece = new byte[1 << 16];
            long left = mostBytes;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                left -= read;
                if (left < 0) {
                    throw new JobRefused(what, "more than " + mostBytes + " bytes, expected " + mostBytes + " at most");
                }
                out.write(piece, 0, read);
            }
        }
    }
}
