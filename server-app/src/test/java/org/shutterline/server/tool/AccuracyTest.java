package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.server.tool.calibration.BoardLengths;

/** On fewer plates than {@link Accuracy}, which writes the whole table: see docs/accuracy.md. */
class AccuracyTest {
    @Test
    void measuresLengthsToATenthOfAPixelAtTheUsualNoise() throws Exception {
        Map<String, Errors> errors = Accuracy.of(Condition.USUAL, 7, 60);
        errors.forEach((what, error) -> {
            assertThat(error.missed()).as(what).isZero();
            if (isLength(what)) {
                assertThat(error.worst()).as(what).isLessThan(0.1);
                assertThat(Math.abs(error.bias())).as(what).isLessThan(0.03);
            } else if (what.endsWith(", px")) {
                assertThat(error.worst()).as(what).isLessThan(0.25);
            } else {
                assertThat(error.worst()).as(what).isLessThan(0.2);
            }
        });
        assertThat(errors)
                .containsKeys("edges distance, px", "distance of two holes, px", "distance of a hole to a side, px");
        assertThat(errors.get("pattern angle, deg").worst()).isLessThan(0.1);
        assertThat(errors.get("line angle, deg").worst()).isLessThan(0.1);
        assertThat(errors.get("angle of the way between two holes, deg").worst())
                .isLessThan(0.05);
    }

    @Test
    void measuresAsWellWhereThePartLiesFarOff() throws Exception {
        Condition far = Condition.ALL.get(1);
        Accuracy.of(far, 7, 30).forEach((what, error) -> {
            assertThat(error.missed()).as(what).isZero();
            if (isLength(what)) {
                assertThat(error.worst()).as(what).isLessThan(0.1);
            }
        });
    }

    @Test
    void measuresLengthsInMmThroughALens() throws Exception {
        BoardLengths.of(6)
                .forEach((what, error) -> assertThat(error.worst()).as(what).isLessThan(0.1));
    }

    /** And not where a single edge that shines on one side lies, or how noisy something is: see docs/accuracy.md. */
    private static boolean isLength(String what) {
        return what.contains("diameter")
                || what.contains("width")
                || what.contains("distance")
                || what.matches("(blob [AB]|pattern) [xy], px");
    }
}
