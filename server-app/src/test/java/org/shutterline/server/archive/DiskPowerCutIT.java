package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code shutterline.powerCuts} says how many, {@code shutterline.seed} when. Seen red with {@code
 * LD_PRELOAD=libeatmydata.so}, which makes every fsync do nothing.
 */
class DiskPowerCutIT {
    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedResultAndEveryStoredPictureIsThereAfterEachPowerCut() throws Exception {
        int rounds = Integer.getInteger("shutterline.powerCuts", 2);
        long seed = Long.getLong("shutterline.seed", 1);
        PowerCuts cuts = new PowerCuts();
        int results = cuts.run(folder, rounds, seed);
        assertThat(results).isGreaterThanOrEqualTo(50 * rounds);
        assertThat(cuts.pictures()).isPositive();
        System.out.println("DiskPowerCutIT: seed " + seed + ", " + rounds + " power cuts, " + results
                + " results acknowledged, none missing, " + cuts.pictures() + " pictures stored, all whole");
    }
}
