package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the data folder is on the page, and the folder is its owner's alone. */
@Timeout(120)
final class SecurityPageIT {
    @TempDir
    Path folder;

    @Test
    void everyFileOfTheDataFolderIsOnThePage() throws IOException, InterruptedException {
        Path data = folder.resolve("made");
        List<String> there;
        try (RealServer server = RealServer.demo(data);
                Talk talk = server.talk()) {
            assertThat(talk.trigger("T1").get(0)).isEqualTo("T1");
            there = names(data);
        }
        assertThat(there).contains("settings.yaml", "running", "logs/");
        assertThat(Files.readString(Path.of("security.md")))
                .contains(there.stream().map(name -> "`" + name + "`").toList());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    private static List<String> names(Path data) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }
}
