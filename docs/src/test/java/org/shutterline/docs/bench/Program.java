package org.shutterline.docs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, pinned to given cores. */
final class Program implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Program(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param cores as taskset takes them: {@code 0} or {@code 0,1} */
    static Program start(String cores, String classPath, Class<?> main, String... args) throws IOException {
        return start(cores, classPath, main.getName(), args);
    }

    static Program start(String cores, String classPath, String main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "taskset",
                "-c",
                cores,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(args));
        return new Program(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the program ended without a line: "
                    + process.info().commandLine().orElse("?"));
        }
        return line;
    }

    /** The port in a line {@code READY what address:port}; what is logged before it is passed over. */
    int port() throws IOException {
        String ready = line();
        while (!ready.startsWith("READY ")) {
            ready = line();
        }
        return Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
