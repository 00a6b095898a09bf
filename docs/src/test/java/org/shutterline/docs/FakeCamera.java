package org.shutterline.docs;

import java.io.IOException;

/** The fake network camera of the Aravis project at 127.0.0.1; of a thousand packets it loses one. */
final class FakeCamera implements AutoCloseable {
    static final String PROGRAM = "arv-fake-gv-camera-0.8";

    private final Process process;

    FakeCamera() throws IOException {
        process = new ProcessBuilder(PROGRAM, "-i", "127.0.0.1", "-s", "GV01", "-r", "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
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
