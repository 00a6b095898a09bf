package org.shutterline.docs.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that gets little of its machine: a control group of its own. */
public final class Confined extends Fault {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_US = 100_000;

    private final Path controller;
    private final Path group;
    private final long pid;

    private Confined(String controller, long pid) {
        this.controller = GROUPS.resolve(controller);
        this.group = this.controller.resolve("shutterline-" + pid);
        this.pid = pid;
    }

    /** @param more how many threads it may still start */
    public static Confined threads(long pid, int more, Duration most) throws IOException {
        Confined confined = begun("pids", pid);
        String now = Files.readString(confined.group.resolve("pids.current")).strip();
        confined.write("pids.max", Integer.toString(Integer.parseInt(now) + more));
        confined.undoWithin(most);
        return confined;
    }

    /** @param percent of one processor */
    public static Confined processor(long pid, int percent, Duration most) throws IOException {
        Confined confined = begun("cpu", pid);
        confined.write("cpu.cfs_period_us", Integer.toString(PERIOD_US));
        confined.write("cpu.cfs_quota_us", Integer.toString(PERIOD_US / 100 * percent));
        confined.undoWithin(most);
        return confined;
    }

    private static Confined begun(String controller, long pid) throws IOException {
        Needs.root();
        Confined confined = new Confined(controller, pid);
        assumeThat(Files.isWritable(confined.controller.resolve("cgroup.procs")))
                .as("it needs the control group " + controller + ", version 1")
                .isTrue();
        Files.createDirectories(confined.group);
        confined.write("cgroup.procs", Long.toString(pid));
        return confined;
    }

    private void write(String file, String value) throws IOException {
        Files.write(group.resolve(file), value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    void undo() {
        try {
            Files.write(controller.resolve("cgroup.procs"), Long.toString(pid).getBytes(StandardCharsets.US_ASCII));
            Files.deleteIfExists(group);
        } catch (IOException gone) {
            Shell.attempt("rmdir", group.toString());
        }
    }
}
