package org.shutterline.docs;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The fake network camera of the Aravis project at 127.0.0.1; of a thousand packets it loses one. Gone after its time limit. */
final class FakeCamera implements AutoCloseable {
    static final String PROGRAM = "arv-fake-gv-camera-0.8";

    /** Longer than an hour of camera faults. */
    private static final long MOST_MINUTES = 90;

    private final Process process;

    FakeCamera() throws IOException {
        process = new ProcessBuilder(PROGRAM, "-i", "127.0.0.1", "-s", "GV01", "-r", "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    /** It stays there but answers nobody. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
