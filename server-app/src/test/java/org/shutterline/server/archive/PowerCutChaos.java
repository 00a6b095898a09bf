package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long version of {@link PowerCutIT}: another seed each time, unless {@code shutterline.seed} says which. */
class PowerCutChaos {
    private static final int ROUNDS = 60;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedResultAndEveryStoredPictureIsThereAfterEachOfManyPowerCuts() throws Exception {
        long seed = Long.getLong("shutterline.seed", System.nanoTime());
        PowerCuts cuts = new PowerCuts();
        int results = cuts.run(folder, ROUNDS, seed);
        assertThat(results).isGreaterThan(50 * ROUNDS);
        System.out.println("PowerCutChaos: seed " + seed + ", " + ROUNDS + " power cuts, " + results
                + " acknowledged, none missing, " + cuts.pictures() + " pictures whole");
    }
}
