package org.shutterline.docs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jobs of the demo station as the server brings them. */
final class DemoJobs {
    private static final String FOLDER = "/org/shutterline/server/demo/";

    private DemoJobs() {}

    static void copy(Path data) throws IOException {
        List<String> names =
                new String(bytes("files.txt"), StandardCharsets.UTF_8).lines().toList();
        for (String name : names) {
            Path file = data.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(name));
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = DemoJobs.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("the demo has no " + name);
            }
            return in.readAllBytes();
        }
    }
}
