package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** The power of a disk is cut again and again while results are kept on it. */
final class PowerCuts {
    private final Set<Long> told = new TreeSet<>();
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

    /** What is told while the power goes proves nothing: a real machine would not have lived to tell it. */
    private void cut(LoopDisk disk, Path data, int after) throws Exception {
        try (KeepingProcess keeping = KeepingProcess.on(data)) {
            keeping.awaitDurable(after);
            List<Long> before = List.copyOf(keeping.durable());
            disk.cutPower();
            keeping.kill();
            assertThat(told).doesNotContainAnyElementsOf(before);
            told.addAll(before);
        }
        disk.mountAgain();
    }
}
