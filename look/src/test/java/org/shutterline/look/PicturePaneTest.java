package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

final class PicturePaneTest {
    private final PicturePane pane = new PicturePane();

    @BeforeEach
    void showAPicture() {
        pane.setSize(400, 300);
        pane.show(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), List.of());
    }

    @Test
    void zoomsAtThePointerWithTheWheel() {
        Point2D before = pane.zoom().toPicture(100, 50);
        wheel(100, 50, -2);
        assertThat(pane.zoom().scale()).isCloseTo(0.5 * 1.44, offset(1e-9));
        Point2D after = pane.zoom().toPicture(100, 50);
        assertThat(after.distance(before)).isLessThan(1e-6);
        assertThat(pane.fitted()).isFalse();
    }

    @Test
    void movesByDraggingAndStopsAtTheEdge() {
        pane.zoomBy(4);
        double left = pane.zoom().leftPx();
        mouse(MouseEvent.MOUSE_PRESSED, 100, 100);
        mouse(MouseEvent.MOUSE_DRAGGED, 130, 100);
        assertThat(pane.zoom().leftPx()).isEqualTo(left + 30);
        mouse(MouseEvent.MOUSE_DRAGGED, 9000, 100);
        assertThat(pane.zoom().leftPx()).isZero();
    }

    @Test
    void fitsAgainAndFollowsTheSizeOfThePane() {
        pane.zoomBy(4);
        pane.fit();
        pane.setSize(800, 600);
        assertThat(pane.zoom().scale()).isEqualTo(1);
        assertThat(pane.percent()).isEqualTo(100);
    }

    @Test
    void tellsThePixelUnderThePointerAndWhenItLeaves() {
        List<Optional<PixelReadout>> told = new ArrayList<>();
        pane.onReadout(told::add);
        mouse(MouseEvent.MOUSE_MOVED, 100, 50);
        mouse(MouseEvent.MOUSE_EXITED, 0, 0);
        assertThat(told).containsExactly(Optional.of(new PixelReadout(200, 100, 0, true)), Optional.empty());
    }

    @Test
    void leavesThePictureInPlaceWhileALayerHasTheButton() {
        Handle handle = new Handle();
        pane.layer(Optional.of(handle));
        pane.zoomBy(4);
        Zoom before = pane.zoom();
        mouse(MouseEvent.MOUSE_PRESSED, 10, 10);
        mouse(MouseEvent.MOUSE_DRAGGED, 60, 10);
        mouse(MouseEvent.MOUSE_RELEASED, 60, 10);
        assertThat(pane.zoom()).isEqualTo(before);
        assertThat(handle.moves).isEqualTo(2);
    }

    @Test
    void drawsNothingOfAnOldPictureInItsFullBrightness() {
        BufferedImage white = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
        white.getRaster()
                .setSamples(
                        0,
                        0,
                        400,
                        300,
                        0,
                        java.util.stream.IntStream.generate(() -> 255)
                                .limit(400 * 300)
                                .toArray());
        pane.show(white, List.of());
        assertThat(Gallery.paint(pane, 1).getRGB(200, 200) & 0xFF).isGreaterThan(250);
        pane.old(Optional.of("14:03:22, 19 s ago"));
        assertThat(Gallery.paint(pane, 1).getRGB(200, 200) & 0xFF).isBetween(100, 160);
    }

    @Test
    void labelsStandWhereNoLayerPaintsOverThem() {
        List<Point> box = List.of(new Point(300, 200), new Point(400, 200), new Point(400, 300), new Point(300, 300));
        Overlay hole = new Overlay(Overlay.Kind.POLYGON, box, Verdict.OK, "hole: 5.02 mm", "hole");
        pane.setPreferredSize(pane.getSize());
        pane.show(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), List.of(hole));
        int[] above = {160, 80};
        int picture = Gallery.paint(pane, 1).getRGB(20, 20);
        assertThat(Gallery.paint(pane, 1).getRGB(above[0], above[1])).isNotEqualTo(picture);

        pane.layer(Optional.of(new PictureLayer() {
            @Override
            public void paint(Graphics2D g, Zoom zoom) {
                // it paints nothing, so that only the label can be there
            }

            @Override
            public List<Shape> kept(Zoom zoom) {
                return List.of(new Rectangle(0, 0, 400, 98));
            }
        }));

        assertThat(Gallery.paint(pane, 1).getRGB(above[0], above[1])).isEqualTo(picture);
    }

    @Test
    void saysWhyThereIsNoPicture() {
        pane.showNone("No picture kept for #1042");
        assertThat(pane.picture()).isEmpty();
        pane.zoomBy(2);
        pane.moveBy(5, 5);
        assertThat(Gallery.paint(pane, 1).getWidth()).isPositive();
    }

    private void wheel(int x, int y, int clicks) {
        pane.dispatchEvent(new MouseWheelEvent(
                pane, MouseEvent.MOUSE_WHEEL, 0, 0, x, y, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, clicks));
    }

    private void mouse(int kind, int x, int y) {
        int button = kind == MouseEvent.MOUSE_MOVED || kind == MouseEvent.MOUSE_EXITED ? 0 : MouseEvent.BUTTON1;
        pane.dispatchEvent(new MouseEvent(pane, kind, 0, 0, x, y, 1, false, button));
    }

    private static final class Handle implements PictureLayer {
        private int moves;

        @Override
        public void paint(Graphics2D g, Zoom zoom) {
            g.drawRect(0, 0, 10, 10);
        }

        @Override
        public boolean pressed(MouseEvent press, Zoom zoom) {
            return true;
        }

        @Override
        public void dragged(MouseEvent drag, Zoom zoom) {
            moves++;
        }

        @Override
        public void released(MouseEvent release, Zoom zoom) {
            moves++;
        }
    }
}
