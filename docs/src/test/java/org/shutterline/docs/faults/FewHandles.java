package org.shutterline.docs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A process may open hardly any more files and sockets than it has. */
public final class FewHandles extends Fault {
    private final long pid;
    private final String before;

    private FewHandles(long pid, String before) {
        this.pid = pid;
        this.before = before;
    }

    /** @param more how many it may still open */
    public static FewHandles of(long pid, int more, Duration most) throws IOException {
        Needs.root();
        Needs.program("prlimit");
        String hard = Shell.run("prlimit", "--pid", Long.toString(pid), "--nofile", "--noheadings", "--output", "HARD")
                .strip();
        String soft = Shell.run("prlimit", "--pid", Long.toString(pid), "--nofile", "--noheadings", "--output", "SOFT")
                .strip();
        FewHandles few = new FewHandles(pid, soft + ":" + hard);
        few.set(open(pid) + more + ":" + hard);
        few.undoWithin(most);
        return few;
    }

    /** How many it has open. */
    public static int open(long pid) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return (int) handles.count();
        }
    }

    private void set(String limits) {
        Shell.run("prlimit", "--pid", Long.toString(pid), "--nofile=" + limits);
    }

    @Override
    void undo() {
        set(before);
    }
}
