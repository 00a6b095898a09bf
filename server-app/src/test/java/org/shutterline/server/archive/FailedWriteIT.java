package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** System calls of a process that keeps results fail as those of a broken disk do. */
class FailedWriteIT {
    @TempDir
    Path folder;

    @Test
    void oneFailedFsyncOfTheLogIsNotAcknowledgedAndNothingAcknowledgedIsLost() throws Exception {
        assertLatchedAndBack("inject=fsync,fdatasync:error=EIO:when=1");
    }

    @Test
    void oneFailedWriteOfTheLogIsNotAcknowledgedAndNothingAcknowledgedIsLost() throws Exception {
        assertLatchedAndBack("inject=pwrite64:error=EIO:when=1");
    }

    private void assertLatchedAndBack(String fault) throws Exception {
        assumeThat(Files.exists(Path.of("/usr/bin/strace")))
                .as("strace is there")
                .isTrue();
        Path data = folder.resolve("data");
        KeepingProcess keeping = KeepingProcess.on(data);
        try (keeping) {
            keeping.awaitDurable(20);
            Process strace = attached(keeping, data, fault);
            try {
                awaitUnsafe(keeping);
                keeping.awaitDurable(20);
            } finally {
                strace.destroy();
                strace.waitFor();
            }
        }
        KeepingProcess.assertAllThere(data, new HashSet<>(keeping.durable()));
    }

    private Process attached(KeepingProcess keeping, Path data, String fault) throws IOException {
        return new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        folder.resolve("strace.log").toString(),
                        "-p",
                        Long.toString(keeping.pid()),
                        "-P",
                        data.resolve(Database.FILE + "-wal").toString(),
                        "-e",
                        "trace=fsync,fdatasync,pwrite64",
                        "-e",
                        fault)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitUnsafe(KeepingProcess keeping) throws IOException {
        String line = keeping.line();
        while (!line.startsWith(Keeping.UNSAFE)) {
            assertThat(line).isNotEmpty();
            line = keeping.line();
        }
        assertThat(line).contains(Database.FILE);
    }
}
