package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network with nothing in it but loopback, for whatever the thread that enters it starts: the library of GenICam cameras
 * asks every network that there is for cameras.
 */
final class OwnNetwork {
    private static final int CLONE_NEWNET = 0x40000000;

    private OwnNetwork() {}

    interface LibC extends Library {
        int unshare(int flags);
    }

    /** Whether this process may make one, and a camera can be there. */
    static boolean isPossible() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of("/usr/bin", FakeCamera.PROGRAM))
                && new ProcessBuilder("unshare", "--net", "true").start().waitFor() == 0;
    }

    /** The calling thread stays in it. */
    static void enter() throws IOException, InterruptedException {
        assertThat(Native.load("c", LibC.class).unshare(CLONE_NEWNET)).isZero();
        assertThat(new ProcessBuilder("ip", "link", "set", "lo", "up").start().waitFor())
                .isZero();
    }
}
