package org.shutterline.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shutterline.server.archive.ResultsCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all that a station keeps into one zip file, while it works or while it does not: the results as they were at one
 * moment, their pictures, the jobs with their versions, labelled pictures, the settings, the users and the key of the
 * server. Only its owner can read it.
 *
 * @param results how many results are in it
 * @param pictures how many pictures are in it
 * @param secrets whether users or the key of the server are in it
 * @param bytes of the file
 */
public record Backup(long results, long pictures, boolean secrets, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final int MOST_TRIES = 5;

    /**
     * Writes it. A file of that name is replaced when the new one is whole.
     *
     * @param data the folder of the store
     * @param settings the file of settings
     * @throws BackupRefused if there is no store, or the file would lie in what is copied
     */
    public static Backup write(Path data, Path settings, Path target, Clock clock) throws IOException {
        Path file = target.toAbsolutePath().normalize();
        refuseInside(data.toAbsolutePath().normalize(), file);
        Files.createDirectories(file.getParent());
        Path scratch = Files.createTempDirectory(file.getParent(), ".backup-");
        try {
            Path fresh = scratch.resolve("backup.zip");
            Writing writing = new Writing(data, settings, scratch);
            writing.write(fresh, clock);
            Tree.force(scratch);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Tree.forceFolder(file.getParent());
            return new Backup(writing.results, writing.pictures, writing.hasSecrets(), Files.size(file));
        } finally {
            Tree.delete(scratch);
        }
    }

    private static void refuseInside(Path data, Path file) throws BackupRefused {
        List<String> copied = new ArrayList<>(BackupNames.FOLDERS);
        copied.add(BackupNames.PICTURES);
        for (String folder : copied) {
            if (file.startsWith(data.resolve(folder))) {
                throw new BackupRefused(file + " lies in what is to be copied, expected another folder");
            }
        }
        if (Files.isDirectory(file)) {
            throw new BackupRefused(file + " is a folder, expected the name of a file");
        }
    }

    /** One backup while it is written. */
    private static final class Writing {
        private final Path data;
        private final Path settings;
        private final Path scratch;
        private final Map<String, BackupManifest.Listed> listed = new LinkedHashMap<>();
        private long results;
        private long pictures;

        Writing(Path data, Path settings, Path scratch) {
            this.data = data;
            this.settings = settings;
            this.scratch = scratch;
        }

        void write(Path fresh, Clock clock) throws IOException {
            Path copied = scratch.resolve(BackupNames.RESULTS);
            try (OutputStream stream = Tree.newForOwner(fresh);
                    ZipOutputStream zip = new ZipOutputStream(stream)) {
                try (ResultsCopy copy = ResultsCopy.take(data, copied)) {
                    zip.setLevel(Deflater.NO_COMPRESSION);
                    pictures(copy, zip);
                    results = copy.results();
                }
                zip.setLevel(Deflater.BEST_SPEED);
                put(zip, BackupNames.RESULTS, copied);
                put(zip, BackupNames.SETTINGS, settings);
                secrets(zip);
                for (String folder : BackupNames.FOLDERS) {
                    for (Path file : Tree.files(still(folder))) {
                        put(zip, folder + "/" + slashed(scratch.resolve(folder).relativize(file)), file);
                    }
                }
                zip.putNextEntry(new ZipEntry(BackupNames.MANIFEST));
                String made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
                zip.write(new BackupManifest(made, results, pictures, listed).written());
                zip.closeEntry();
            }
        }

        private void secrets(ZipOutputStream zip) throws IOException {
            still(BackupNames.TLS);
            for (String name : BackupNames.SECRETS) {
                Path file = (name.startsWith(BackupNames.TLS) ? scratch : data).resolve(name);
                if (Files.exists(file)) {
                    put(zip, name, file);
                }
            }
        }

        boolean hasSecrets() {
            return BackupNames.SECRETS.stream().anyMatch(listed::containsKey);
        }

        /** Pictures that gave way meanwhile are not kept in the copy either. */
        private void pictures(ResultsCopy copy, ZipOutputStream zip) throws IOException {
            List<Long> gone = new ArrayList<>();
            for (ResultsCopy.Kept kept : copy.pictures()) {
                try {
                    byte[] content = Files.readAllBytes(
                            data.resolve(BackupNames.PICTURES).resolve(kept.file()));
                    if (kept.isWhole(content)) {
                        zip.putNextEntry(new ZipEntry(BackupNames.PICTURES + "/" + kept.file()));
                        zip.write(content);
                        zip.closeEntry();
                        pictures++;
                    } else {
                        LOG.warn("the picture {} is damaged and not in the backup", kept.file());
                        gone.add(kept.id());
                    }
                } catch (NoSuchFileException deleted) {
                    gone.add(kept.id());
                }
            }
            copy.notKept(gone);
        }

        /** A folder as it was at one moment: copied again if somebody saved a job meanwhile. */
        private Path still(String folder) throws IOException {
            Path source = data.resolve(folder);
            Path copied = scratch.resolve(folder);
            for (int tries = 0; ; tries++) {
                Map<Path, FileTime> before = times(source);
                try {
                    Tree.delete(copied);
                    for (Path file : before.keySet()) {
                        Path to = copied.resolve(source.relativize(file).toString());
                        Files.createDirectories(to.getParent());
                        Files.copy(file, to);
                    }
                    if (before.equals(times(source))) {
                        return copied;
                    }
                } catch (NoSuchFileException changed) {
                    // told below, if it never holds still
                }
                if (tries == MOST_TRIES) {
                    throw new BackupRefused(source + " changes all the time, expected it to hold still for a moment");
                }
            }
        }

        private static Map<Path, FileTime> times(Path folder) throws IOException {
            Map<Path, FileTime> times = new LinkedHashMap<>();
            for (Path file : Tree.files(folder)) {
                try {
                    times.put(file, Files.getLastModifiedTime(file));
                } catch (NoSuchFileException gone) {
                    continue;
                }
            }
            return times;
        }

        private void put(ZipOutputStream zip, String name, Path file) throws IOException {
            if (BackupNames.whyNot(name).isPresent()) {
                throw new BackupRefused(file + " " + BackupNames.whyNot(name).get());
            }
            zip.putNextEntry(new ZipEntry(name));
            try (InputStream in = Files.newInputStream(file)) {
                Hashed hashed = Hashed.copy(in, zip, Long.MAX_VALUE);
                listed.put(name, new BackupManifest.Listed(hashed.bytes(), hashed.sha256()));
            }
            zip.closeEntry();
        }

        private static String slashed(Path path) {
            return path.toString().replace('\\', '/');
        }
    }
}
