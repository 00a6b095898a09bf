package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ZoomTest {
    @Test
    void fitsTheWholePictureInTheMiddle() {
        Zoom fit = Zoom.fit(1000, 500, 1920, 1200);
        assertThat(fit.scale()).isCloseTo(500 / 1200.0, offset(1e-9));
        assertThat(fit.topPx()).isZero();
        assertThat(fit.leftPx()).isCloseTo(100, offset(1e-9));
    }

    @Test
    void keepsWhatIsUnderThePointerWhileZooming() {
        Zoom zoom = Zoom.fit(1000, 500, 1920, 1200);
        Point2D before = zoom.toPicture(321, 123);
        Point2D after = zoom.scaledTo(zoom.scale() * 3.7, 321, 123).toPicture(321, 123);
        assertThat(after.getX()).isCloseTo(before.getX(), offset(1e-6));
        assertThat(after.getY()).isCloseTo(before.getY(), offset(1e-6));
    }

    @Test
    void turnsPlacesThereAndBack() {
        Zoom zoom = new Zoom(2.5, -30, 12);
        Point2D pane = zoom.toPane(10.5, 7.25);
        assertThat(zoom.toPicture(pane.getX(), pane.getY())).isEqualTo(new Point2D.Double(10.5, 7.25));
    }

    @Test
    void leavesNoGapBesideALargePictureAndCentresASmallOne() {
        assertThat(new Zoom(1, 50, -2000).kept(1000, 500, 1920, 1200)).isEqualTo(new Zoom(1, 0, -700));
        assertThat(new Zoom(0.1, 400, -90).kept(1000, 500, 1920, 1200)).isEqualTo(new Zoom(0.1, 404, 190));
    }

    @Test
    void stopsAtTheLeastAndTheMostScale() {
        assertThat(new Zoom(1, 0, 0).scaledTo(1e9, 0, 0).scale()).isEqualTo(Zoom.MOST);
        assertThat(new Zoom(1, 0, 0).scaledTo(0, 0, 0).scale()).isEqualTo(Zoom.LEAST);
    }

    @Test
    void readsThePixelUnderThePointer() {
        BufferedImage grey = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(2, 1, 0, 171);
        assertThat(PixelReadout.of(grey, 2.9, 1.1).map(PixelReadout::words)).hasValue("x 2   y 1   grey 171");
        assertThat(PixelReadout.of(grey, 4, 1)).isEqualTo(Optional.empty());
        assertThat(PixelReadout.of(grey, -0.1, 1)).isEqualTo(Optional.empty());
        BufferedImage colour = new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR);
        colour.setRGB(1, 0, new Color(10, 20, 30).getRGB());
        assertThat(PixelReadout.of(colour, 1.5, 0.5).map(PixelReadout::words)).hasValue("x 1   y 0   r 10 g 20 b 30");
    }

    @Test
    void keepsTheViewForAPictureOfTheSameSizeAndFitsAnother() {
        PicturePane pane = new PicturePane();
        pane.setSize(400, 300);
        pane.show(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), java.util.List.of());
        assertThat(pane.zoom().scale()).isEqualTo(0.5);
        pane.zoomBy(4);
        pane.show(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), java.util.List.of());
        assertThat(pane.zoom().scale()).isEqualTo(2);
        pane.show(new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY), java.util.List.of());
        assertThat(pane.zoom().scale()).isEqualTo(1);
    }
}
