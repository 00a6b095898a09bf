package org.shutterline.server.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path data;
    private final Path settings;
    private final Map<String, String> told;

    private SupportBundle(Path data, Path settings, Map<String, String> told) {
        this.data = data;
        this.settings = settings;
        this.told = told;
    }

    /**
     * Of the server that this process is.
     *
     * @param data the data folder
     * @param settings the file of settings
     * @param status what it says of itself
     */
    public static SupportBundle ofThis(Path data, Path settings, String status) {
        return new SupportBundle(data, settings, SupportTold.here(status));
    }

    /** Of a server that is not this process: it is asked, if one runs. What it does not tell is a line that says so. */
    public static SupportBundle ofOther(Path data, Path settings) {
        if (LastRun.read(data).isEmpty()) {
            return new SupportBundle(data, settings, without("no server runs on this folder"));
        }
        try {
            Map<String, String> told =
                    without("the server that runs on this folder did not tell: it hangs, or crashed");
            told.putAll(SupportTold.asked(data, PATIENCE));
            return new SupportBundle(data, settings, told);
        } catch (IOException readOnly) {
            return new SupportBundle(data, settings, without("the server cannot be asked: " + readOnly));
        }
    }

    private static Map<String, String> without(String why) {
        Map<String, String> parts = new TreeMap<>();
        parts.put(SupportTold.STATUS, "{\"running\": false, \"why\": \"" + why.replaceAll("[\"\\\\]", "'") + "\"}\n");
        parts.put(SupportTold.THREADS, "(" + why + ")\n");
        parts.put(
                SupportTold.SYSTEM, "(" + why + "; this is of the program that packed the file)\n" + ThisSystem.text());
        return parts;
    }

    /** Writes it, readable by its owner only; what was there before under that name is replaced when it is whole. */
    public void write(Path zip) throws IOException {
        Path fresh = zip.resolveSibling(zip.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (OutputStream file = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream out = new ZipOutputStream(file)) {
            ownerOnly(fresh);
            for (Map.Entry<String, String> part : told.entrySet()) {
                put(out, part.getKey(), part.getValue());
            }
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

    static void ownerOnly(Path file) throws IOException {
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
}
