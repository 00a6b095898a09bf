package org.shutterline.docs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that stands still, as a hung or swapped-out machine does. */
public final class Frozen extends Fault {
    private final long pid;

    private Frozen(long pid) {
        this.pid = pid;
    }

    public static Frozen process(long pid, Duration most) {
        Needs.root();
        Frozen frozen = new Frozen(pid);
        Shell.run("kill", "-STOP", Long.toString(pid));
        frozen.undoWithin(most);
        return frozen;
    }

    /** Whether it stands still. */
    public boolean isStill() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "status")).contains("State:\tT");
    }

    @Override
    void undo() {
        Shell.attempt("kill", "-CONT", Long.toString(pid));
    }
}
