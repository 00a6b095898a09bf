package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledArchiveIT {
    private static final int ROUNDS = 3;
    private static final int LEAST_A_ROUND = 200;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedResultIsThereAfterAKill() throws Exception {
        Set<Long> told = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> now = killedAfter(LEAST_A_ROUND + 37 * round);
            assertThat(now).as("ids told in round %s", round).doesNotHaveDuplicates();
            assertThat(told).as("ids of earlier rounds").doesNotContainAnyElementsOf(now);
            told.addAll(now);
            KeepingProcess.assertAllThere(folder, told);
        }
    }

    private List<Long> killedAfter(int ids) throws Exception {
        try (KeepingProcess keeping = KeepingProcess.on(folder)) {
            keeping.awaitDurable(ids);
            keeping.kill();
            return keeping.durable();
        }
    }
}
