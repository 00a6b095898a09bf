package org.shutterline.docs.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Where programs are measured: the runnable file, a folder for their data, and the way to start a station there. */
final class Ground {
    private final Path folder;
    private final String classPath;

    /**
     * Empties the folder.
     *
     * @param serverJar the server's runnable file
     * @param folder to work in
     */
    Ground(Path serverJar, Path folder) throws IOException {
        this.folder = folder;
        this.classPath = String.join(
                File.pathSeparator,
                serverJar.toString(),
                folder.resolve("services").toString(),
                System.getProperty("java.class.path"));
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Path services = folder.resolve("services/META-INF/services");
        Files.createDirectories(services);
        Files.writeString(
                services.resolve("org.shutterline.server.spi.CameraFactory"),
                StillCameraFactory.class.getName() + "\n");
    }

    String classPath() {
        return classPath;
    }

    /** @param cores as taskset takes them */
    Program station(String cores, Path data) throws IOException {
        return Program.start(
                cores,
                classPath,
                "org.shutterline.server.ServerMain",
                "--headless",
                "--demo",
                "--data",
                data.toString());
    }

    /**
     * A data folder with the demo's jobs, a job of one small tool, one of none, and one station on the still camera.
     *
     * @param keep which pictures are kept
     */
    Path data(String name, int width, int height, String job, String keep) throws IOException {
        Path data = folder.resolve(name);
        Path jobs = data.resolve("jobs");
        Files.createDirectories(jobs);
        DemoJobs.copy(data);
        Files.writeString(jobs.resolve("light.yaml"), """
                tools:
                  - {id: light, tool: brightness}
                outputs:
                  - {name: light, value: light.mean, decimals: 1}
                """);
        Files.writeString(jobs.resolve("nothing.yaml"), "tools: []\n");
        Files.writeString(data.resolve("settings.yaml"), String.format(Locale.ROOT, """
                        listeners:
                          - {dialect: plain, port: 0}
                        stations:
                          - number: 1
                            job: %s
                            camera: {driver: still, settings: {widthPx: %d, heightPx: %d}}
                        pictures: {keep: %s}
                        """, job, width, height, keep));
        return data;
    }
}
