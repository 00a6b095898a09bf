package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runnable file of the server as a process of its own, as a customer starts it. Ended by force when closed. */
final class RealServer implements AutoCloseable {
    static final Path JAR = Path.of("..", "server-app", "target", "shutterline-server.jar");
    static final Path STATIONS = Path.of("src", "test", "stations");
    private static final long LONGEST_START_S = 180;
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Pattern READY = Pattern.compile("READY [a-z+-]+ 127\\.[0-9.]+:(\\d+)");

    private final Process process;
    private final Path errors;
    private final Path log;
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    private RealServer(Process process, Path errors, Path log) {
        this.log = log;
        this.process = process;
        this.errors = errors;
        this.reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** On a data folder that the demo fills if it is empty; ready when this returns. */
    static RealServer demo(Path data) throws IOException, InterruptedException {
        return on(data, "--demo", "--port", "0");
    }

    /** On a data folder, with these arguments beside it; ready when this returns. */
    static RealServer on(Path data, String... arguments) throws IOException, InterruptedException {
        RealServer server = begun(data, List.of(JAR.toString()), arguments);
        try {
            server.awaitReady();
            return server;
        } catch (AssertionError | InterruptedException notReady) {
            server.close();
            throw notReady;
        }
    }

    /** On the settings of {@code src/test/stations/NAME}; ready when this returns. */
    static RealServer station(String name, Path data) throws IOException, InterruptedException {
        Path settings = STATIONS.resolve(name);
        if (!Files.exists(data)) {
            copy(settings, data);
        }
        long listeners;
        try (Stream<String> lines = Files.lines(settings.resolve("settings.yaml"))) {
            listeners = lines.filter(line -> line.contains("dialect:")).count();
        }
        RealServer server = begun(data, List.of(JAR.toString()), "--port", "0");
        try {
            server.awaitReady(Math.toIntExact(listeners));
            return server;
        } catch (AssertionError | InterruptedException notReady) {
            server.close();
            throw notReady;
        }
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path path : files.toList()) {
                Path there = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(path, there);
                }
            }
        }
    }

    /** With the technician's window; ready when this returns. Needs a display. */
    static RealServer withWindow(String name, Path data) throws IOException, InterruptedException {
        copy(STATIONS.resolve(name), data);
        RealServer server = started(data, List.of(JAR.toString()), "--port", "0");
        server.awaitReady();
        return server;
    }

    /** Started without a window, ready or not. */
    static RealServer begun(Path data, List<String> classPath, String... arguments) throws IOException {
        String[] headless = Arrays.copyOf(arguments, arguments.length + 1);
        headless[arguments.length] = "--headless";
        return started(data, classPath, headless);
    }

    /** How a process is started. */
    record Way(List<String> before, int heapMb, Map<String, String> environment) {
        static final Way USUAL = new Way(List.of(), 512, Map.of());

        /** @param command runs another, such as {@code ip netns exec NAME} */
        static Way behind(List<String> command) {
            return new Way(command, 512, Map.of());
        }

        static Way withHeap(int mb) {
            return new Way(List.of(), mb, Map.of());
        }

        static Way onDisplay(String display) {
            return with(Map.of("DISPLAY", display));
        }

        static Way with(Map<String, String> environment) {
            return new Way(List.of(), 512, environment);
        }
    }

    /** On the settings of {@code src/test/stations/NAME}, in this way; ready when this returns. */
    static RealServer station(String name, Path data, Way way, String... arguments)
            throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            copy(STATIONS.resolve(name), data);
        }
        RealServer server = started(data, List.of(JAR.toString()), way, arguments);
        try {
            server.awaitReady();
            return server;
        } catch (AssertionError | InterruptedException notReady) {
            server.close();
            throw notReady;
        }
    }

    private static RealServer started(Path data, List<String> classPath, String... arguments) throws IOException {
        return started(data, classPath, Way.USUAL, arguments);
    }

    private static RealServer started(Path data, List<String> classPath, Way way, String... arguments)
            throws IOException {
        assertThat(JAR).as("the server's runnable file, made by 'mvn package'").exists();
        Path work = Files.createDirectories(data.resolveSibling(data.getFileName() + "-run"));
        Path errors = work.resolve("errors.txt");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(way.before());
        command.addAll(List.of(java.toString(), "-Xmx" + way.heapMb() + "m"));
        command.addAll(OPTIONS);
        if (way.before().isEmpty()) {
            command.addAll(ServerClasses.options(java, OPTIONS, JAR));
        }
        command.addAll(List.of(
                // what a killed process leaves behind goes away with the test's folder
                "-Djava.io.tmpdir=" + emptied(work.resolve("tmp")),
                "-cp",
                String.join(System.getProperty("path.separator"), classPath),
                "org.shutterline.server.ServerMain",
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(way.environment());
        Process process = builder.redirectError(ProcessBuilder.Redirect.to(errors.toFile()))
                .start();
        return new RealServer(process, errors, data.resolve("logs").resolve("server.log"));
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    void awaitReady() throws InterruptedException {
        awaitReady(1);
    }

    /** @param listeners how many announce themselves */
    void awaitReady(int listeners) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_S);
        List<String> lines;
        synchronized (printed) {
            while (printed.size() < listeners && process.isAlive() && System.nanoTime() < until) {
                printed.wait(100);
            }
            lines = List.copyOf(printed);
        }
        assertThat(lines).as("standard output; errors: %s", errors()).hasSizeGreaterThanOrEqualTo(listeners);
        assertThat(lines).allSatisfy(line -> assertThat(line).matches(READY));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (printed) {
                    printed.add(line);
                    printed.notifyAll();
                }
            }
        } catch (IOException killed) {
            synchronized (printed) {
                printed.notifyAll();
            }
        }
    }

    int port() {
        return port(0);
    }

    /** @param listener in the order of the settings, from 0 */
    int port(int listener) {
        return Integer.parseInt(READY.matcher(printed.get(listener)).replaceFirst("$1"));
    }

    Talk talk() throws IOException {
        return Talk.with(port());
    }

    Talk talk(int listener) throws IOException {
        return Talk.with(port(listener));
    }

    /** Everything on standard output so far. */
    List<String> printed() {
        return List.copyOf(printed);
    }

    /** Everything on the error output so far. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The system's signal 9: no step of the program runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** The system's signal 15: the program is asked to stop. */
    void askToStop() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("the server ended").isTrue();
        reader.join(5_000);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
