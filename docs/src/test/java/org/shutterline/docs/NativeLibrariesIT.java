package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.OwnDisplay;

/** Native code comes from the system, from Java, or from a folder into which nobody else can put anything. */
@Timeout(120)
final class NativeLibrariesIT {
    @TempDir
    Path folder;

    @Test
    void noneIsLoadedFromAFolderThatOthersCanWriteTo() throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name")).as("it looks into /proc").isEqualTo("Linux");
        try (OwnDisplay display = OwnDisplay.started(Duration.ofMinutes(2));
                RealServer server = RealServer.station(
                        "quick", folder.resolve("data"), RealServer.Way.onDisplay(display.name()), "--port", "0");
                Talk talk = server.talk()) {
            talk.trigger("T1");
            List<Path> loaded = loaded(server.pid());
            assertThat(loaded).anyMatch(file -> file.toString().contains("opencv"));
            assertThat(loaded).anyMatch(file -> file.toString().contains("sqlite"));
            assertThat(loaded).anyMatch(file -> file.toString().contains("jna"));
            for (Path file : loaded) {
                assertThat(Files.getPosixFilePermissions(file.getParent()))
                        .as("the folder of %s", file)
                        .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            }
        }
    }

    private static List<Path> loaded(long pid) throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
            return maps.filter(line -> line.contains(".so") || line.contains("jna"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .map(name -> name.replace(" (deleted)", ""))
                    .distinct()
                    .map(Path::of)
                    .filter(file -> Files.isDirectory(file.getParent()))
                    .toList();
        }
    }
}
