package org.shutterline.docs.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of its machine; elsewhere it is skipped, with the reason. */
public final class Needs {
    private Needs() {}

    /** Root on Linux. */
    public static void root() {
        assumeThat(System.getProperty("os.name"))
                .as("it breaks what only Linux lets it break")
                .isEqualTo("Linux");
        assumeThat(System.getProperty("user.name")).as("it needs root").isEqualTo("root");
    }

    public static void program(String name) {
        assumeThat(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .as("it needs the program " + name)
                .isTrue();
    }

    /** A kernel that lends tunnels to programs. */
    public static void tunnels() {
        assumeThat(Files.exists(Path.of("/dev/net/tun")))
                .as("it needs /dev/net/tun")
                .isTrue();
    }
}
