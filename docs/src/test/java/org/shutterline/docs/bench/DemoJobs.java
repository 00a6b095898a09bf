package org.shutterline.docs.bench;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jobs of the demo station as the runnable file holds them. */
final class DemoJobs {
    private DemoJobs() {}

    static void copy(Path serverJar, Path data) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(serverJar)) {
            Path demo = jar.getPath("org/shutterline/server/demo");
            List<String> names = Files.readAllLines(demo.resolve("files.txt"));
            for (String name : names) {
                Path file = data.resolve(name);
                Files.createDirectories(file.getParent());
                Files.copy(demo.resolve(name), file);
            }
        }
    }
}
