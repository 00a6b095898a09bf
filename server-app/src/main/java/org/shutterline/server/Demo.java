package org.shutterline.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shutterline.server.settings.SafeFile;

/** The station that works at once, on a simulated camera. */
final class Demo {
    private Demo() {}

    /** Fills the data folder, unless it has settings or jobs already: a set-up station is never overwritten. */
    static void fill(Wishes wishes) throws IOException {
        if (Files.exists(wishes.settingsFile()) || Files.exists(wishes.jobs())) {
            return;
        }
        for (String name : text("files.txt").lines().toList()) {
            Path file = wishes.data().resolve(name);
            Files.createDirectories(file.getParent());
            SafeFile.write(file, content(name));
        }
    }

    private static String text(String name) {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    private static byte[] content(String name) {
        try (InputStream stream = Demo.class.getResourceAsStream("demo/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its demo file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
