package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.server.spi.Vision;

final class MatsTest {
    @BeforeEach
    void load() {
        Vision.load();
    }

    @Test
    void releasesWhatItHoldsAndNotWhatItHandedOver() {
        Mat held;
        Mat handedOver;
        try (Mats mats = new Mats()) {
            held = mats.hold(new Mat(2, 2, CvType.CV_8UC1));
            handedOver = mats.handOver(mats.hold(new Mat(2, 2, CvType.CV_8UC1)));
        }

        assertThat(held.empty()).isTrue();
        assertThat(handedOver.empty()).isFalse();
        handedOver.release();
    }

    @Test
    void releasesWhatItHoldsWhenSomethingFails() {
        Mat[] made = new Mat[1];
        try (Mats mats = new Mats()) {
            made[0] = mats.hold(new Mat(2, 2, CvType.CV_8UC1));
            throw new IllegalStateException("half way");
        } catch (IllegalStateException expected) {
            assertThat(made[0].empty()).isTrue();
        }
    }
}
