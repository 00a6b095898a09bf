package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.server.camera.simulated.SimulatedCameras;

/** On 200 plates; {@link Accuracy} prints the figures of 1,000. */
class AccuracyTest {
    @Test
    void measuresLengthsToATenthOfAPixel() throws Exception {
        Map<String, Errors> errors = Accuracy.of(SimulatedCameras.with(Map.of("seed", 7)), 200);
        for (String length : List.of("hole A diameter", "hole B diameter", "tongue width")) {
            assertThat(errors.get(length).worst()).as(length).isLessThan(0.1);
            assertThat(Math.abs(errors.get(length).bias())).as(length).isLessThan(0.03);
        }
        for (String position : List.of("hole A x", "hole A y")) {
            assertThat(errors.get(position).worst()).as(position).isLessThan(0.1);
        }
        for (String position : List.of("print x", "print y")) {
            assertThat(errors.get(position).worst()).as(position).isLessThan(0.3);
        }
    }
}
