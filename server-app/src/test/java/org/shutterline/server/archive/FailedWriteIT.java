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
    /** Results that are kept until strace has got hold of the process. */
    private static final int MOST_MEANWHILE = 20_000;

    private static final String STRACE_S = "60";

    @TempDir
    Path folder;

    @Test
    void oneFailedFsyncOfTheLogIsNotAcknowledgedAndNothingAcknowledgedIsLost() throws Exception {
        assertLatchedAndBack("fsync,fdatasync");
    }

    @Test
    void oneFailedWriteOfTheLogIsNotAcknowledgedAndNothingAcknowledgedIsLost() throws Exception {
        assertLatchedAndBack("pwrite64");
    }

    private void assertLatchedAndBack(String call) throws Exception {
        assumeThat(Files.exists(Path.of("/usr/bin/strace")))
                .as("strace is there")
                .isTrue();
        Path data = folder.resolve("data");
        KeepingProcess keeping = KeepingProcess.on(data);
        try (keeping) {
            keeping.awaitDurable(20);
            Process strace = attached(keeping, data, call);
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

    private Process attached(KeepingProcess keeping, Path data, String call) throws IOException {
        return new ProcessBuilder(
                        "timeout",
                        STRACE_S,
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
                        "trace=" + call,
                        "-e",
                        "inject=" + call + ":error=EIO:when=1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitUnsafe(KeepingProcess keeping) throws IOException {
        String line = keeping.line();
        for (int told = 0; told < MOST_MEANWHILE && !line.startsWith(Keeping.UNSAFE); told++) {
            assertThat(line).isNotEmpty();
            line = keeping.line();
        }
        assertThat(line).startsWith(Keeping.UNSAFE).contains(Database.FILE);
    }
}
