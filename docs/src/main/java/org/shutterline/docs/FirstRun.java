package org.shutterline.docs;

import java.awt.GraphicsEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The README's first command: starts the server with its demo station and the client, and has a first part judged. With
 * a display both windows open and stay until they are closed; without one it prints the result line and where the
 * picture is.
 */
public final class FirstRun {
    private final Path server;
    private final Path client;
    private final Path data;

    private FirstRun(Path server, Path client, Path data) {
        this.server = server;
        this.client = client;
        this.data = data;
    }

    /** @param args the server's runnable file, the client's, and a folder for their data */
    public static void main(String[] args) throws IOException, InterruptedException {
        FirstRun run = new FirstRun(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        System.exit(run.run(!GraphicsEnvironment.isHeadless()));
    }

    private int run(boolean display) throws IOException, InterruptedException {
        Files.createDirectories(data);
        List<String> options = new ArrayList<>(
                List.of("--demo", "--data", data.resolve("server").toString(), "--port", "0"));
        if (!display) {
            options.add("--headless");
        }
        Process station = start(server, options)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(station::destroy, "stop the station"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(station.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = lines.readLine();
            if (ready == null) {
                System.err.println("The server did not start; see "
                        + data.resolve("server").resolve("logs"));
                return 1;
            }
            String address = ready.substring(ready.lastIndexOf(' ') + 1);
            return display ? windows(station, address) : commandLine(station, address);
        }
    }

    private int windows(Process station, String address) throws IOException, InterruptedException {
        System.out.println("The station answers at " + address + ". Close both windows to end.");
        start(
                        client,
                        List.of(
                                "--server",
                                address,
                                "--capture",
                                "1",
                                "--data",
                                data.resolve("client").toString()))
                .inheritIO()
                .start()
                .waitFor();
        return station.waitFor();
    }

    private int commandLine(Process station, String address) throws IOException, InterruptedException {
        Path picture = data.resolve("first.png").toAbsolutePath();
        List<String> trigger =
                List.of("trigger", "1", "--server", address, "--part", "SN-000123", "--image", picture.toString());
        System.out.println("No display here, so on the command line: shutterline-client trigger 1 --server " + address);
        int verdict = start(client, trigger).inheritIO().start().waitFor();
        if (Files.exists(picture)) {
            System.out.println("Picture: " + picture);
        }
        station.destroy();
        station.waitFor(10, TimeUnit.SECONDS);
        // 0 to 2 are OK, NG and UNKNOWN: the station judged a part, and that is what this run is for.
        return verdict <= 2 && Files.exists(picture) ? 0 : 1;
    }

    private static ProcessBuilder start(Path jar, List<String> options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(options);
        return new ProcessBuilder(command);
    }
}
