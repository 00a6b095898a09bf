package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seen red with {@code LD_PRELOAD=libeatmydata.so}, which makes every fsync do nothing. */
class PowerCutIT {
    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedResultAndEveryStoredPictureIsThereAfterAPowerCut() throws Exception {
        PowerCuts cuts = new PowerCuts();
        int results = cuts.run(folder, 2, 1);
        assertThat(results).isGreaterThan(100);
        assertThat(cuts.pictures()).isPositive();
    }
}
