package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Point;

final class PoseTest {
    private final SplittableRandom dice = new SplittableRandom(11);

    @Test
    void bringsThePointThatItWasMadeOfToItsPlace() {
        for (int i = 0; i < 100; i++) {
            Point taught = point();
            Point found = point();
            Pose pose = Pose.of(taught, found, dice.nextDouble(-179, 179), dice.nextDouble(0.5, 2));

            assertThat(pose.at(taught).distanceTo(found)).isLessThan(1e-9);
        }
    }

    @Test
    void turnsClockwiseOnTheScreen() {
        Pose quarter = Pose.of(new Point(0, 0), new Point(0, 0), 90, 1);

        assertThat(quarter.at(new Point(1, 0)).distanceTo(new Point(0, 1))).isLessThan(1e-12);
        assertThat(quarter.turnDeg()).isCloseTo(90, within(1e-9));
    }

    @Test
    void leadsBackByItsInverse() {
        for (int i = 0; i < 100; i++) {
            Pose pose = pose();
            Point any = point();

            assertThat(pose.inverse().at(pose.at(any)).distanceTo(any)).isLessThan(1e-9);
        }
    }

    @Test
    void isDoneAfterAnother() {
        for (int i = 0; i < 100; i++) {
            Pose first = pose();
            Pose second = pose();
            Point any = point();

            assertThat(second.after(first).at(any).distanceTo(second.at(first.at(any))))
                    .isLessThan(1e-9);
        }
    }

    private Pose pose() {
        return Pose.of(point(), point(), dice.nextDouble(-179, 179), dice.nextDouble(0.5, 2));
    }

    private Point point() {
        return new Point(dice.nextDouble(-500, 500), dice.nextDouble(-500, 500));
    }
}
