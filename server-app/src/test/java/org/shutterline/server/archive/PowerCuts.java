package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The power of a disk is cut again and again while results are kept on it. What was told to be durable before a cut must be
 * there after it. A sync that is under way while the file system is shut down may come back as done though nothing got
 * there (the system finds its transaction ended and does not look how): with the power itself the program would be gone,
 * too. So what was told during the cut may be there or not.
 */
final class PowerCuts {
    private final Set<Long> told = new TreeSet<>();
    private final Set<Long> given = new HashSet<>();
    private int stored;

    /** @return how many results were told to be durable, of which all were there after each cut */
    int run(Path folder, int rounds, long seed) throws Exception {
        SplittableRandom dice = new SplittableRandom(seed);
        try (LoopDisk disk = LoopDisk.ext4(folder, 256)) {
            Path data = disk.path().resolve("data");
            for (int round = 0; round < rounds; round++) {
                cut(disk, data, 50 + dice.nextInt(100));
                KeepingProcess.assertAllThere(data, told);
                stored = (int) Verification.of(data).pictures();
            }
        }
        return told.size();
    }

    /** How many pictures are whole after the last. */
    int pictures() {
        return stored;
    }

    private void cut(LoopDisk disk, Path data, int after) throws Exception {
        try (KeepingProcess keeping = KeepingProcess.on(data)) {
            keeping.awaitDurable(after);
            keeping.catchUp();
            told.addAll(keeping.durable());
            disk.cutPower();
            keeping.kill();
            assertThat(given).doesNotContainAnyElementsOf(keeping.durable());
            given.addAll(keeping.durable());
        }
        disk.mountAgain();
    }
}
