package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureMemoryTest {
    private static final long MB = 1 << 20;

    @ParameterizedTest
    @ValueSource(longs = {16, 64, 128, 192, 256, 512, 65_536})
    void leavesAThirdOfAnyPoolToPicturesThatAreTaken(long poolMb) {
        PictureMemory memory = PictureMemory.within(poolMb * MB, Long.MAX_VALUE);
        assertThat(memory.waitingBytes() + memory.recentBytes()).isLessThanOrEqualTo(poolMb * MB * 2 / 3);
    }

    @Test
    void asksJavaForNoMoreThanItHas() {
        assertThat(PictureMemory.within(512 * MB, 64 * MB)).isEqualTo(new PictureMemory(32 * MB, 256, 8 * MB));
    }

    @Test
    void isTheUsualWherePicturesHaveTheUsualRoom() {
        assertThat(PictureMemory.within(512 * MB, 512 * MB)).isEqualTo(PictureMemory.USUAL);
    }
}
