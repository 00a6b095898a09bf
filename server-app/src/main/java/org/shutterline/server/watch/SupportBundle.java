package org.shutterline.server.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a supporter needs of an installation, as one zip: how the server is, its settings, jobs and logs, its threads, the
 * system. Secrets are taken out; pictures, results, users and keys are not in it. Blocks on the disk.
 */
public final class SupportBundle {
    private static final int MOST_BYTES = 20_000_000;
    private static final int MOST_LOGS = 10;

    private final Path data;
    private final Path settings;
    private final String status;

    /**
     * @param data the data folder
     * @param settings the file of settings
     * @param status what the server says of itself, or why it says nothing
     */
    public SupportBundle(Path data, Path settings, String status) {
        this.data = data;
        this.settings = settings;
        this.status = status;
    }

    /** Writes it, readable by its owner only; what was there before under that name is replaced when it is whole. */
    public void write(Path zip) throws IOException {
        Path fresh = zip.resolveSibling(zip.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (OutputStream file = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream out = new ZipOutputStream(file)) {
            ownerOnly(fresh);
            put(out, "status.json", status);
            put(out, "system.txt", system());
            put(out, "threads.txt", Stacks.all());
            copy(out, settings, "settings.yaml");
            copy(out, data.resolve("settings.good.yaml"), "settings.good.yaml");
            for (Path job : files(data.resolve("jobs"), ".yaml")) {
                copy(out, job, "jobs/" + job.getFileName());
            }
            for (Path log : newest(files(data.resolve("logs"), ""))) {
                copy(out, log, "logs/" + log.getFileName().toString().replaceFirst("\\.gz$", ""));
            }
            put(out, "files.txt", listing());
        }
        Files.move(fresh, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void put(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(Plainly.without(text).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    /** A file that is not there, or cannot be read, is a line that says so. */
    private static void copy(ZipOutputStream out, Path file, String name) throws IOException {
        put(out, name, text(file));
    }

    private static String text(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            String rest = in.read() < 0 ? "" : "\n(the rest is left out)\n";
            return new String(bytes, StandardCharsets.UTF_8) + rest;
        } catch (NoSuchFileException none) {
            return "(there is no such file)\n";
        } catch (IOException unreadable) {
            return "(cannot be read: " + unreadable + ")\n";
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> newest(List<Path> logs) {
        return logs.stream()
                .sorted(Comparator.comparing((Path log) -> log.toFile().lastModified())
                        .reversed())
                .limit(MOST_LOGS)
                .toList();
    }

    /** What lies in the data folder, with sizes and without content. */
    private String listing() throws IOException {
        try (Stream<Path> all = Files.walk(data, 2)) {
            return all.filter(path -> !path.equals(data))
                    .sorted()
                    .map(this::line)
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private String line(Path path) {
        return data.relativize(path)
                + (Files.isDirectory(path) ? "/" : "  " + path.toFile().length());
    }

    private static String system() {
        Set<String> told = Set.of(
                "java.vendor",
                "java.version",
                "java.vm.name",
                "os.name",
                "os.version",
                "os.arch",
                "user.timezone",
                "file.encoding",
                "user.language",
                "java.io.tmpdir",
                "java.class.path");
        StringBuilder text = new StringBuilder();
        new TreeMap<>(System.getProperties()).forEach((key, value) -> {
            if (told.contains(String.valueOf(key))) {
                text.append(key).append(": ").append(value).append('\n');
            }
        });
        Runtime runtime = Runtime.getRuntime();
        text.append("processors: ").append(runtime.availableProcessors()).append('\n');
        text.append("heap bytes: ").append(runtime.totalMemory() - runtime.freeMemory());
        text.append(" of ").append(runtime.maxMemory()).append('\n');
        text.append("arguments: ")
                .append(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .append('\n');
        return text.toString();
    }
}
