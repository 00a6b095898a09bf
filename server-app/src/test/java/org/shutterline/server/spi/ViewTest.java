package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Point;

final class ViewTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 160;

    @Test
    void anUprightRectangleIsAWindowOntoThePicture() throws Exception {
        try (TestScene scene = slope();
                View view = scene.look(Optional.of(Region.upright(20, 30, 50, 40)))) {
            assertThat(view.grey().dataAddr()).isEqualTo(scene.grey().dataAddr() + 30L * WIDTH + 20);
            assertThat(view.widthPx()).isEqualTo(50);
            assertThat(view.inPicture(0.5, 0.5)).isEqualTo(new Point(20.5, 30.5));
            assertThat(view.mask()).isEmpty();
        }
    }

    @Test
    void aTurnedRectangleShowsWhatLiesThere() throws Exception {
        Region turned = new Region.Rectangle(60, 50, 60, 30, 27);
        try (TestScene scene = slope();
                View view = scene.look(Optional.of(turned))) {
            for (int y = 0; y < view.heightPx(); y += 7) {
                for (int x = 0; x < view.widthPx(); x += 7) {
                    Point there = view.inPicture(x + 0.5, y + 0.5);
                    assertThat(view.grey().get(y, x)[0]).isCloseTo(level(there), within(1.0));
                }
            }
            assertThat(view.inView(view.inPicture(7, 9)).distanceTo(new Point(7, 9)))
                    .isLessThan(1e-9);
        }
    }

    @Test
    void aRegionMovesWithThePart() throws Exception {
        Pose pose = Pose.of(new Point(50, 50), new Point(90, 80), 15, 1);
        try (TestScene scene = slope().lying(pose);
                View view = scene.look(Optional.of(Region.upright(40, 40, 20, 20)))) {
            assertThat(view.inPicture(10, 10).distanceTo(new Point(90, 80))).isLessThan(1e-9);
            assertThat(view.grey().get(10, 10)[0]).isCloseTo(level(view.inPicture(10.5, 10.5)), within(1.0));
        }
    }

    @Test
    void theWholePictureMovesWithNothing() throws Exception {
        Pose pose = Pose.of(new Point(50, 50), new Point(90, 80), 15, 1);
        try (TestScene scene = slope().lying(pose);
                View view = scene.look(Optional.empty())) {
            assertThat(view.inPicture(3, 4)).isEqualTo(new Point(3, 4));
            assertThat(view.widthPx()).isEqualTo(WIDTH);
        }
    }

    @Test
    void theMaskOfARoundRegionHasItsArea() throws Exception {
        try (TestScene scene = slope();
                View disc = scene.look(Optional.of(new Region.Circle(80, 70, 30)));
                View ring = scene.look(Optional.of(new Region.Ring(80, 70, 10, 30)))) {
            assertThat((double) Core.countNonZero(disc.mask().orElseThrow())).isCloseTo(Math.PI * 900, within(120.0));
            assertThat((double) Core.countNonZero(ring.mask().orElseThrow())).isCloseTo(Math.PI * 800, within(160.0));
            assertThat(ring.marks()).hasSize(2);
        }
    }

    @Test
    void sayWhereARegionReachesBeyondThePicture() {
        try (TestScene scene = slope()) {
            assertThatThrownBy(() -> scene.look(Optional.of(Region.upright(150, 10, 60, 20))))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("its region reaches beyond the picture: to 210, 10 in a picture of 200 x 160");
        }
    }

    private static TestScene slope() {
        Vision.load();
        Mat grey = new Mat(HEIGHT, WIDTH, CvType.CV_8UC1);
        byte[] levels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                levels[y * WIDTH + x] = (byte) Math.round(level(new Point(x + 0.5, y + 0.5)));
            }
        }
        grey.put(0, 0, levels);
        return TestScene.over(grey);
    }

    private static double level(Point p) {
        return 10 + 0.6 * p.x() + 0.5 * p.y();
    }
}
