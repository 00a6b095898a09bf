package org.shutterline.server.editor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobFile;
import org.shutterline.server.settings.SafeFile;
import org.shutterline.server.settings.YamlFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts that are not saved yet, for the next start of the server: each as one file, and the files that they have beside it. Safe
 * for any thread.
 */
final class Drawer {
    private static final Logger LOG = LoggerFactory.getLogger(Drawer.class);
    private static final String END = ".draft";
    private static final String DAMAGED = ".damaged";
    /** What an earlier version kept in the draft itself. */
    private static final String WITHIN = "files/";

    private static final String BESIDE = "beside";
    private static final int MOST_DRAFTS = 50;
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_FILES = 1_000;

    private final Path folder;
    private final DrawerFiles beside;

    Drawer(Path folder) {
        this.folder = folder;
        this.beside = new DrawerFiles(folder.resolve("files"));
    }

    /**
     * A draft as it is kept.
     *
     * @param base the id of the content that it was begun with
     */
    record Kept(Draft draft, String base) {}

    /**
     * What lies in the drawer.
     *
     * @param damaged the names of files that could not be read, which were put aside
     */
    record Contents(List<Kept> drafts, List<String> damaged) {}

    synchronized Contents read() throws IOException {
        List<Kept> drafts = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (Path file : files(END)) {
            try {
                drafts.add(read(file));
            } catch (IOException | RuntimeException broken) {
                LOG.warn("the kept draft {} cannot be read and is put aside", file, broken);
                Files.move(file, beside(file, DAMAGED), StandardCopyOption.REPLACE_EXISTING);
                damaged.add(file.getFileName().toString());
            }
        }
        sweep();
        return new Contents(drafts, damaged);
    }

    /** The newest first. */
    private List<Path> files(String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(end))
                    .sorted(Comparator.comparing(Drawer::time).reversed())
                    .toList();
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private Kept read(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                entries.put(entry.getName(), bytes);
                if (left < 0 || entries.size() > MOST_FILES) {
                    throw new IOException("it is larger than any draft");
                }
            }
        }
        String name = text(entries, "name");
        Map<String, JobFile> files = new TreeMap<>();
        entries.forEach((entry, bytes) -> {
            if (entry.startsWith(WITHIN)) {
                files.put(entry.substring(WITHIN.length()), JobFile.of(bytes));
            }
        });
        for (String line : lines(entries.getOrDefault(BESIDE, new byte[0]))) {
            String called = line.substring(line.indexOf(' ') + 1);
            files.put(called, beside.get(called, hash(line)));
        }
        Map<String, Object> tree = YamlFile.parse(entry(entries, "job.yaml"), "the kept draft of " + name);
        return new Kept(new Draft(JobContent.of(name, tree, files)), text(entries, "base"));
    }

    private static List<String> lines(byte[] beside) {
        return new String(beside, StandardCharsets.UTF_8).lines().toList();
    }

    private static String hash(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String text(Map<String, byte[]> entries, String name) throws IOException {
        return new String(entry(entries, name), StandardCharsets.UTF_8);
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) throws IOException {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new IOException("it has no entry " + name);
        }
        return bytes;
    }

    /**
     * Keeps a draft in place of the one of that job which was kept before: wholly or, at a power cut, not at all.
     */
    synchronized void put(Kept kept) throws IOException {
        JobContent content = kept.draft().content();
        Files.createDirectories(folder);
        for (Map.Entry<String, JobFile> file : content.files().entrySet()) {
            beside.put(file.getKey(), file.getValue());
        }
        Path file = fileOf(content.name());
        Path fresh = beside(file, ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream all = Channels.newOutputStream(channel);
            ZipOutputStream zip = new ZipOutputStream(all);
            write(kept, zip);
            zip.finish();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        SafeFile.forceFolder(folder);
        prune();
        sweep();
    }

    private static void write(Kept kept, ZipOutputStream zip) throws IOException {
        JobContent content = kept.draft().content();
        entry(zip, "name", content.name().getBytes(StandardCharsets.UTF_8));
        entry(zip, "base", kept.base().getBytes(StandardCharsets.UTF_8));
        entry(zip, "job.yaml", content.yaml());
        String files = content.files().entrySet().stream()
                .map(file -> file.getValue().sha256() + " " + file.getKey() + "\n")
                .collect(Collectors.joining());
        entry(zip, BESIDE, files.getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private void prune() throws IOException {
        List<Path> files = files(END);
        for (Path file : files.subList(Math.min(files.size(), MOST_DRAFTS), files.size())) {
            LOG.warn("more than {} drafts are kept, the oldest goes: {}", MOST_DRAFTS, file);
            Files.deleteIfExists(file);
        }
    }

    /** Nothing is kept of this job any more. */
    synchronized void remove(String job) throws IOException {
        Files.deleteIfExists(fileOf(job));
        sweep();
    }

    /** Files of no draft go, be it one that was put aside; while a draft cannot be read at all, none does. */
    private void sweep() throws IOException {
        Set<String> hashes = new HashSet<>();
        List<Path> drafts = new ArrayList<>(files(END));
        drafts.addAll(files(END + DAMAGED));
        for (Path file : drafts) {
            try (ZipFile draft = new ZipFile(file.toFile())) {
                ZipEntry list = draft.getEntry(BESIDE);
                if (list != null) {
                    lines(draft.getInputStream(list).readNBytes(MOST_BYTES)).forEach(line -> hashes.add(hash(line)));
                }
            } catch (IOException damaged) {
                LOG.warn("the kept draft {} cannot be read, so all files of drafts stay", file, damaged);
                return;
            }
        }
        beside.keepOnly(hashes);
    }

    /** A job that was never saved may have a name that no file can have. */
    private Path fileOf(String job) {
        return folder.resolve(UUID.nameUUIDFromBytes(job.getBytes(StandardCharsets.UTF_8)) + END);
    }

    private static Path beside(Path file, String end) {
        return file.resolveSibling(file.getFileName() + end);
    }
}
