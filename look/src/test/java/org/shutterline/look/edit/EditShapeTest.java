package org.shutterline.look.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Point;

final class EditShapeTest {
    private static final Box UPRIGHT = new Box(100, 50, 80, 40, 0);
    private static final Annulus RING = new Annulus(100, 100, 20, 40);
    private static final Outline TRIANGLE =
            new Outline(List.of(new Point(0, 0), new Point(100, 0), new Point(100, 60)));

    @Test
    void aCornerOfABoxLeavesTheOppositeOneWhereItIs() {
        Box dragged = UPRIGHT.dragged(handle(UPRIGHT, Handle.Role.CORNER, 2), new Point2D.Double(200, 120));
        assertThat(dragged).isEqualTo(new Box(100, 50, 100, 70, 0));
    }

    @Test
    void aSideOfABoxMovesAlone() {
        Box dragged = UPRIGHT.dragged(handle(UPRIGHT, Handle.Role.SIDE, 3), new Point2D.Double(90, 500));
        assertThat(dragged).isEqualTo(new Box(90, 50, 90, 40, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.5, -30, 90, 179.9})
    void aTurnedBoxIsDraggedInItsOwnDirections(double deg) {
        Box turned = UPRIGHT.turnedTo(deg);
        Handle corner = handle(turned, Handle.Role.CORNER, 2);
        Handle opposite = handle(turned, Handle.Role.CORNER, 0);
        Box dragged = turned.dragged(corner, new Point2D.Double(corner.x() + 7, corner.y() - 3));
        assertThat(handle(dragged, Handle.Role.CORNER, 0).at().distance(opposite.at()))
                .isLessThan(0.15);
        assertThat(handle(dragged, Handle.Role.CORNER, 2).at().distance(corner.x() + 7, corner.y() - 3))
                .isLessThan(0.25);
        assertThat(dragged.angleDeg()).isEqualTo(deg);
    }

    @Test
    void noBoxBecomesNarrowerThanFourPx() {
        Box dragged = UPRIGHT.dragged(handle(UPRIGHT, Handle.Role.CORNER, 0), new Point2D.Double(900, 900));
        assertThat(dragged).isEqualTo(new Box(176, 86, 4, 4, 0));
        assertThat(UPRIGHT.grownBy(-500, -500)).isEqualTo(new Box(100, 50, 4, 4, 0));
    }

    @Test
    void turnsByTenthsAndPastTheHalfTurn() {
        assertThat(UPRIGHT.turnedBy(0.1).angleDeg()).isEqualTo(0.1);
        Box many = UPRIGHT;
        for (int i = 0; i < 45; i++) {
            many = many.turnedBy(0.1);
        }
        assertThat(many.angleDeg()).isEqualTo(4.5);
        assertThat(UPRIGHT.turnedTo(190).angleDeg()).isEqualTo(-170);
        assertThat(UPRIGHT.turnedTo(-180).angleDeg()).isEqualTo(180);
    }

    @Test
    void theHandleThatTurnsPointsWhereItIsDragged() {
        Handle above = UPRIGHT.turnHandle(30, false);
        assertThat(above.at()).isEqualTo(new Point2D.Double(140, 20));
        assertThat(UPRIGHT.dragged(above, new Point2D.Double(300, 70)).angleDeg())
                .isEqualTo(90);
        Handle below = UPRIGHT.turnHandle(30, true);
        assertThat(UPRIGHT.dragged(below, new Point2D.Double(140, 300)).angleDeg())
                .isZero();
    }

    @Test
    void aRingKeepsItsRadiiApart() {
        Handle inner = handle(RING, Handle.Role.INNER, 0);
        Handle outer = handle(RING, Handle.Role.RADIUS, 0);
        assertThat(RING.dragged(inner, new Point2D.Double(300, 100))).isEqualTo(new Annulus(100, 100, 36, 40));
        assertThat(RING.dragged(outer, new Point2D.Double(101, 100))).isEqualTo(new Annulus(100, 100, 20, 24));
        assertThat(RING.grownBy(5, 0)).isEqualTo(new Annulus(100, 100, 20, 45));
        assertThat(RING.grownBy(0, -5)).isEqualTo(new Annulus(100, 100, 15, 40));
    }

    @Test
    void aDiscKeepsItsCentre() {
        Disc disc = new Disc(50, 60, 10);
        assertThat(disc.dragged(handle(disc, Handle.Role.RADIUS, 1), new Point2D.Double(50, 85)))
                .isEqualTo(new Disc(50, 60, 25));
        assertThat(disc.grownBy(-50, 0)).isEqualTo(new Disc(50, 60, 2));
    }

    @Test
    void anOutlineGetsAndLosesCornersWithinItsBounds() {
        Outline more = TRIANGLE.with(TRIANGLE.edgeNear(new Point2D.Double(103, 30)), new Point2D.Double(103, 30));
        assertThat(more.points())
                .containsExactly(new Point(0, 0), new Point(100, 0), new Point(103, 30), new Point(100, 60));
        assertThat(more.without(2)).isEqualTo(TRIANGLE);
        assertThat(TRIANGLE.without(0)).isEqualTo(TRIANGLE);
        Outline full = new Outline(IntStream.range(0, Outline.MOST)
                .mapToObj(i -> new Point(i, i % 7))
                .toList());
        assertThat(full.with(0, new Point2D.Double(0, 0))).isEqualTo(full);
    }

    @Test
    void anOutlineKeepsItsFormWhenItIsTurnedByManySmallSteps() {
        EditShape turned = TRIANGLE;
        for (int i = 0; i < 100; i++) {
            turned = turned.turnedBy(0.1);
        }
        Outline once = TRIANGLE.turnedBy(10);
        double longest = longest((Outline) turned);
        assertThat(longest).isCloseTo(longest(once), offset(1e-6));
    }

    private static double longest(Outline outline) {
        return outline.points().get(0).distanceTo(outline.points().get(2));
    }

    @Test
    void tellsWhetherItReachesBeyondThePicture() {
        assertThat(UPRIGHT.within(180, 90)).isTrue();
        assertThat(UPRIGHT.within(179, 90)).isFalse();
        assertThat(UPRIGHT.turnedTo(45).within(180, 90)).isFalse();
        assertThat(UPRIGHT.movedBy(1000, 0).inSight(640, 480).centre()).isEqualTo(new Point2D.Double(640, 70));
    }

    @Test
    void saysItsMeasures() {
        assertThat(new Box(1475, 600, 150, 700, 4.5).words()).isEqualTo("1475, 600  150 x 700  4.5\u00b0");
        assertThat(new Box(10.5, 0, 4, 4, 0).words()).isEqualTo("10.5, 0  4 x 4");
        assertThat(new Disc(10, 20, 5.5).words()).isEqualTo("10, 20  r 5.5");
        assertThat(RING.words()).isEqualTo("100, 100  r 20 - 40");
    }

    private static Handle handle(EditShape shape, Handle.Role role, int index) {
        return shape.handles().stream()
                .filter(handle -> handle.role() == role && handle.index() == index)
                .findFirst()
                .orElseThrow();
    }
}
