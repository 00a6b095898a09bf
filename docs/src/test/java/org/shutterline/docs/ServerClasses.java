package org.shutterline.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The classes of the server as they lie in memory, dumped once for each build of it: each server that a test starts is
 * ready in two thirds of the time. Where they cannot be had all goes as well, only slower.
 */
final class ServerClasses {
    private static final Path ARCHIVE = Path.of("target", "server-classes.jsa");
    private static final Path LOCK = Path.of("target", "server-classes.lock");
    private static final long LONGEST_S = 120;

    private ServerClasses() {}

    /**
     * What is to be given to java beside these.
     *
     * @param options that the dump and whoever uses it have in common
     */
    static List<String> options(Path java, List<String> options, Path jar) throws IOException {
        if (!isThere(jar)) {
            dump(java, options, jar);
        }
        return isThere(jar)
                ? List.of("-XX:SharedArchiveFile=" + ARCHIVE.toAbsolutePath(), "-Xshare:auto", "-Xlog:cds*=off")
                : List.of();
    }

    private static boolean isThere(Path jar) throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    /** Another process of tests may be at it: then this one goes without. */
    private static void dump(Path java, List<String> options, Path jar) throws IOException {
        try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || isThere(jar)) {
                return;
            }
            Path fresh = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Path data = Files.createTempDirectory("server-classes");
            runOnce(java, options, jar, fresh, data);
            delete(data);
            if (!Files.exists(fresh)) {
                // java goes on without one that is none, and nobody tries again
                Files.createFile(fresh);
            }
            Files.move(fresh, ARCHIVE, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void runOnce(Path java, List<String> options, Path jar, Path archive, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-Xlog:disable",
                "-XX:ArchiveClassesAtExit=" + archive.toAbsolutePath(),
                "-cp",
                jar.toString(),
                "org.shutterline.server.ServerMain",
                "--data",
                data.resolve("data").toString(),
                "--demo",
                "--port",
                "0",
                "--headless"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.readLine();
            process.destroy();
            process.waitFor(LONGEST_S, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
