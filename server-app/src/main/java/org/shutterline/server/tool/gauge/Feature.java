package org.shutterline.server.tool.gauge;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Scene;

/**
 * What an earlier tool found, by its values: a point by its x and y, a line by its angle too. Its lengths are told in the
 * plane in which this tool measures.
 *
 * @param tool its id
 */
record Feature(String tool) {
    static Setting<String> setting(String key) {
        return Setting.of(
                        key,
                        "the id of an earlier tool",
                        raw -> raw instanceof String text && text.matches("[A-Za-z0-9_-]{1,64}")
                                ? Optional.of(text)
                                : Optional.<String>empty())
                .as(new Setting.EarlierTool());
    }

    /** The values that it must give. */
    List<String> needs(boolean line) {
        return line ? List.of(tool + ".x", tool + ".y", tool + ".angle") : List.of(tool + ".x", tool + ".y");
    }

    Optional<Point> point(Scene scene) {
        return number(scene, "x").flatMap(x -> number(scene, "y").map(y -> new Point(x, y)));
    }

    Optional<PlaneLine> line(Scene scene) {
        return point(scene).flatMap(on -> number(scene, "angle").map(angle -> PlaneLine.at(on, angle)));
    }

    /** Whether it could not be judged, so that nothing can be said of what it did not give. */
    boolean isUnknown(Scene scene) {
        return scene.verdict(tool).filter(Verdict.UNKNOWN::equals).isPresent();
    }

    private Optional<Double> number(Scene scene, String output) {
        return scene.value(tool + "." + output).filter(Double.class::isInstance).map(Double.class::cast);
    }
}
