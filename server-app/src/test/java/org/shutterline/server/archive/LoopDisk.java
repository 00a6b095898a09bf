package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk of its own in a file, or in memory, whose power can be cut and that can be filled. Root on Linux only; unmounted when
 * closed, at the latest after its time limit.
 */
final class LoopDisk implements AutoCloseable {
    private static final long LONGEST_S = 30;
    /** Longer than any test of the profile {@code chaos}. */
    private static final long MOST_MINUTES = 60;

    private static final int PIECE = 65_536;
    private static final int BLOCK = 4_096;
    /** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: what is not on the disk by now never gets there. */
    private static final String CUT =
            "import fcntl,os,struct,sys;" + "fcntl.ioctl(os.open(sys.argv[1],0),0x8004587d,struct.pack('I',2))";

    private final Path image;
    private final Path path;
    private boolean mounted;

    private LoopDisk(Path image, Path path) {
        this.image = image;
        this.path = path;
    }

    /** An ext4 file system of so many MB below this folder; the test is skipped where that cannot be had. */
    static LoopDisk ext4(Path folder, int megabytes) throws Exception {
        assumeRoot();
        LoopDisk disk = new LoopDisk(folder.resolve("disk.img"), Files.createDirectory(folder.resolve("disk")));
        try (RandomAccessFile file = new RandomAccessFile(disk.image.toFile(), "rw")) {
            file.setLength(megabytes * 1_000_000L);
        }
        run("mkfs.ext4", "-qF", "-E", "lazy_itable_init=0", disk.image.toString());
        assumeThat(tried("mount", "-o", "loop,errors=remount-ro", disk.image.toString(), disk.path.toString()))
                .as("a loop device can be mounted")
                .isZero();
        disk.mounted = true;
        disk.limitTime();
        return disk;
    }

    /** One in memory. */
    static LoopDisk memory(Path folder, int megabytes, int inodes) throws Exception {
        assumeRoot();
        LoopDisk disk = new LoopDisk(folder, Files.createDirectory(folder.resolve("disk")));
        String size = "size=" + megabytes + "m,nr_inodes=" + inodes;
        assumeThat(tried("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.path.toString()))
                .as("a file system in memory can be mounted")
                .isZero();
        disk.mounted = true;
        disk.limitTime();
        return disk;
    }

    private static void assumeRoot() {
        assumeThat(System.getProperty("os.name").equals("Linux")
                        && System.getProperty("user.name").equals("root"))
                .as("root on Linux, to mount disks of its own")
                .isTrue();
    }

    Path path() {
        return path;
    }

    /** As the system does when it finds the file system damaged. */
    void turnReadOnly() throws Exception {
        Process source = new ProcessBuilder("findmnt", "-no", "SOURCE", path.toString()).start();
        String device = new String(source.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        Files.writeString(
                Path.of("/sys/fs/ext4", device.substring(device.lastIndexOf('/') + 1), "trigger_fs_error"), "x");
    }

    /** As if the plug were pulled: nothing that is written from now on gets there. */
    void cutPower() throws Exception {
        run("python3", "-c", CUT, path.toString());
    }

    /** The power is back. Nobody may use it meanwhile. */
    void mountAgain() throws Exception {
        for (int tries = 0; tries < 20; tries++) {
            unmount();
            run("mount", "-o", "loop,errors=remount-ro", image.toString(), path.toString());
            mounted = true;
            if (hasPower()) {
                return;
            }
            LockSupport.parkNanos(200_000_000);
        }
        throw new IOException(image + " has no power though it was mounted again");
    }

    /** A loop device that is still going, or a mount that others still see, is given back as it was: without power. */
    private boolean hasPower() {
        Path probe = path.resolve("probe");
        try (RandomAccessFile file = new RandomAccessFile(probe.toFile(), "rw")) {
            file.write(new byte[BLOCK]);
            file.getFD().sync();
            Files.delete(probe);
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /** Takes all the room that is left. */
    Path fill() throws IOException {
        return fillBut(0);
    }

    /** Leaves so many bytes free, in whole blocks. */
    Path fillBut(long free) throws IOException {
        Path ballast = Files.createTempFile(path, "ballast", "");
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            for (long left = path.toFile().getUsableSpace() - free; left > PIECE; left -= PIECE) {
                file.write(new byte[PIECE]);
            }
            while (free == 0) {
                file.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            return ballast;
        }
        return ballast;
    }

    /** Whoever still uses it then keeps what is open. */
    private void limitTime() {
        CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(() -> {
            try {
                tried("umount", "--lazy", path.toString());
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(path + " stays mounted", failed);
            }
        });
    }

    private void unmount() throws IOException, InterruptedException {
        for (int tries = 0; mounted && tries < 50; tries++) {
            mounted = tried("umount", path.toString()) != 0;
            if (mounted) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        assertThat(mounted).as("still mounted").isFalse();
    }

    static void run(String... command) throws IOException, InterruptedException {
        assertThat(tried(command)).as(String.join(" ", command)).isZero();
    }

    private static int tried(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        try {
            unmount();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
