package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureCountTest {
    private final PictureCount count = new PictureCount();

    @Test
    void countsOnWhereTheCameraBeginsAgain() {
        assertThat(count.number(1)).isEqualTo(1);
        assertThat(count.number(4)).isEqualTo(4);
        count.streamBegins();
        assertThat(count.number(1)).isEqualTo(5);
        assertThat(count.number(2)).isEqualTo(6);
    }

    @Test
    void countsOnWhereTheCameraDoesNotBeginAgain() {
        count.number(7);
        count.streamBegins();
        assertThat(count.number(9)).isEqualTo(9);
    }

    @Test
    void countsPastTheLastOf16Bits() {
        count.number(65_534);
        assertThat(count.number(65_535)).isEqualTo(65_535);
        assertThat(count.number(1)).isEqualTo(65_536);
        assertThat(count.number(3)).isEqualTo(65_538);
    }

    @Test
    void tellsHowManyOfAStreamWereLost() {
        PictureCount count = new PictureCount();
        count.streamBegins();
        count.number(7);
        assertThat(count.missed()).isZero();
        count.number(8);
        assertThat(count.missed()).isZero();
        count.number(12);
        assertThat(count.missed()).isEqualTo(3);
        count.number(65_534);
        count.number(2);
        assertThat(count.missed()).isEqualTo(2);
        count.streamBegins();
        count.number(9);
        assertThat(count.missed()).isZero();
    }
}
