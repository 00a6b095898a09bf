package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChipPlacesTest {
    private static final Rectangle2D PANE = new Rectangle2D.Double(0, 0, 400, 300);

    @Test
    void putsALabelAboveItsFeature() {
        Rectangle2D feature = new Rectangle2D.Double(100, 100, 50, 50);
        Rectangle2D box =
                new ChipPlaces(PANE, List.of(feature)).place(feature, 80, 20).orElseThrow();
        assertThat(box).isEqualTo(new Rectangle2D.Double(100, 75, 80, 20));
    }

    @Test
    void coversNoOtherFeatureAndNoOtherLabel() {
        Rectangle2D one = new Rectangle2D.Double(100, 100, 50, 50);
        Rectangle2D above = new Rectangle2D.Double(60, 60, 200, 38);
        ChipPlaces places = new ChipPlaces(PANE, List.of(one, above));
        Rectangle2D first = places.place(one, 80, 20).orElseThrow();
        Rectangle2D second = places.place(one, 80, 20).orElseThrow();
        assertThat(first.intersects(one) || first.intersects(above)).isFalse();
        assertThat(second.intersects(first) || second.intersects(one) || second.intersects(above))
                .isFalse();
    }

    @Test
    void staysInsideThePane() {
        Rectangle2D corner = new Rectangle2D.Double(0, 0, 50, 50);
        Rectangle2D box =
                new ChipPlaces(PANE, List.of(corner)).place(corner, 80, 20).orElseThrow();
        assertThat(PANE.contains(box)).isTrue();
    }

    @Test
    void hidesALabelThatHasNoRoom() {
        assertThat(new ChipPlaces(PANE, List.of(PANE)).place(PANE, 80, 20)).isEqualTo(Optional.empty());
    }
}
