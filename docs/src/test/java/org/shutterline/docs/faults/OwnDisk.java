package org.shutterline.docs.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A small disk of its own that can be full, or turn read-only as a damaged one does. */
public final class OwnDisk extends Fault {
    private static final String IMAGE = "disk.img";
    private static final int BLOCK = 4_096;
    private static final int MOST_TRIES = 20;
    private static final long AGAIN_NANOS = 20_000_000;

    private final Path image;
    private final Path path;
    private final Path ballast;
    private volatile Thread filler;

    private OwnDisk(Path image, Path path) {
        this.image = image;
        this.path = path;
        this.ballast = path.resolve("ballast");
    }

    /** A file system in memory, mounted below this folder. */
    public static OwnDisk memory(Path folder, int megabytes, Duration most) throws IOException {
        return mounted(folder, most, "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs");
    }

    /** An ext4 file system in a file of this folder, mounted below it. */
    public static OwnDisk ext4(Path folder, int megabytes, Duration most) throws IOException {
        Path image = folder.resolve(IMAGE);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes * 1_000_000L);
        }
        Shell.run("mkfs.ext4", "-qF", "-E", "lazy_itable_init=0", image.toString());
        return mounted(folder, most, "-o", "loop,errors=remount-ro", image.toString());
    }

    private static OwnDisk mounted(Path folder, Duration most, String... how) throws IOException {
        Needs.root();
        OwnDisk disk = new OwnDisk(folder.resolve(IMAGE), Files.createDirectory(folder.resolve("disk")));
        String[] command = new String[how.length + 2];
        command[0] = "mount";
        System.arraycopy(how, 0, command, 1, how.length);
        command[command.length - 1] = disk.path.toString();
        assumeThat(Shell.succeeds(command))
                .as("a disk of its own can be mounted")
                .isTrue();
        disk.undoWithin(most);
        return disk;
    }

    public Path path() {
        return path;
    }

    /** What was written there so far would outlast a power cut. */
    public void settle() {
        Shell.run("sync", "--file-system", path.toString());
    }

    /** No block is free from now on, whoever gives some back. */
    public void fill() {
        filler = new Thread(this::fillOn, "filler");
        filler.start();
    }

    private void fillOn() {
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            while (filler != null) {
                takeAll(file);
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("the disk cannot be filled", failed);
        }
    }

    private static void takeAll(RandomAccessFile file) {
        try {
            while (true) {
                file.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            // as it shall be
        }
    }

    /** There is room again. */
    public void giveRoom() throws IOException, InterruptedException {
        Thread ends = filler;
        filler = null;
        ends.join();
        Files.delete(ballast);
    }

    /** As the system does when it finds the file system damaged; of {@link #ext4}. */
    public void turnReadOnly() throws IOException {
        String device = Shell.run("findmnt", "-no", "SOURCE", path.toString()).strip();
        Files.writeString(
                Path.of("/sys/fs/ext4", device.substring(device.lastIndexOf('/') + 1), "trigger_fs_error"), "x");
    }

    /** Taken out, looked through and put in again; nobody may use it meanwhile. Of {@link #ext4}. */
    public void mend() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Shell.run("umount", path.toString());
            Shell.attempt("fsck.ext4", "-fp", image.toString());
            Shell.run("mount", "-o", "loop", image.toString(), path.toString());
            if (Shell.succeeds("touch", path.toString())) {
                return;
            }
            // the system still ends the mount before, and gave back the same
            LockSupport.parkNanos(AGAIN_NANOS * 10);
        }
        throw new IOException(path + " stays read-only though it was put in again");
    }

    @Override
    void undo() {
        filler = null;
        Shell.attempt("umount", "--lazy", path.toString());
    }
}
