package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsHitTest {
    @Test
    void countsEachLimitByItself() {
        LimitsHit hits = new LimitsHit();
        for (int n = 0; n < 1_000; n++) {
            hits.count(Limit.LINE_BYTES, "1 127.0.0.1:9");
        }
        hits.count(Limit.ERRORS, "1 127.0.0.1:9");
        assertThat(hits.counts()).containsOnlyKeys(Limit.values());
        assertThat(hits.counts()).containsEntry(Limit.LINE_BYTES, 1_000L).containsEntry(Limit.ERRORS, 1L);
        assertThat(hits.counts()).containsEntry(Limit.OUTPUT, 0L);
    }
}
