package org.shutterline.server.tool.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.shutterline.server.spi.Vision;

final class TemplateTest {
    @Test
    void releasesThePictureThatItTookOverIfItCannotBePrepared() {
        Vision.load();
        Mat coloured = new Mat(40, 40, CvType.CV_8UC3, new Scalar(1, 2, 3));

        assertThatThrownBy(() -> new Template(coloured, true, true)).isInstanceOf(CvException.class);

        assertThat(coloured.empty()).isTrue();
    }
}
