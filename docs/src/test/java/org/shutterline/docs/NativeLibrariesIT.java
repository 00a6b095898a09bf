package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.OwnDisplay;

/** Native code comes from the system, from Java, or from a folder into which nobody else can put anything. */
@Timeout(120)
final class NativeLibrariesIT {
    private static final List<Path> SYSTEM = List.of(Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/lib"));
    /** Memory of libffi for calls back, in a file that it made and deleted at once: nobody ever loads it. */
    private static final Pattern CALLS_BACK = Pattern.compile("/ffi\\w{6} \\(deleted\\)$");

    private static final Pattern CODE = Pattern.compile("^\\S+ ..x");

    @TempDir
    Path folder;

    @Test
    void noneIsLoadedFromAFolderThatOthersCanWriteTo() throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name")).as("it looks into /proc").isEqualTo("Linux");
        try (OwnDisplay display = OwnDisplay.started(Duration.ofMinutes(2));
                RealServer server = RealServer.station(
                        "natives", folder.resolve("data"), RealServer.Way.onDisplay(display.name()), "--port", "0");
                Talk talk = server.talk()) {
            talk.trigger("T1");
            List<Path> ours = loaded(server.pid());
            for (String library : List.of("opencv", "sqlite", "jna", "tesseract", "onnxruntime")) {
                assertThat(ours)
                        .as("what the server unpacked")
                        .anyMatch(file -> file.toString().contains(library));
            }
            assertThat(ours).allSatisfy(NativeLibrariesIT::isOutOfReach);
        }
    }

    /** Neither it nor any folder above it, up to the root, can be written to by anybody but its owner. */
    private static void isOutOfReach(Path file) throws IOException {
        for (Path at = file; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                assertThat(Files.getPosixFilePermissions(at))
                        .as("%s, above %s", at, file)
                        .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            }
        }
    }

    /** Every file with code in the memory of the process that is neither of Java nor of the system. */
    private static List<Path> loaded(long pid) throws IOException {
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
            return maps.filter(line -> line.indexOf('/') > 0)
                    .filter(line -> line.contains(".so") || CODE.matcher(line).find())
                    .filter(line -> !CALLS_BACK.matcher(line).find())
                    .map(line -> line.substring(line.indexOf('/')).replace(" (deleted)", ""))
                    .distinct()
                    .map(Path::of)
                    .filter(file -> !file.startsWith(java) && SYSTEM.stream().noneMatch(file::startsWith))
                    .toList();
        }
    }
}
