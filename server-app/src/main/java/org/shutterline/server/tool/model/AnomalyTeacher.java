package org.shutterline.server.tool.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;

/** Learns how strange good parts look, and leaves them room. */
final class AnomalyTeacher implements Teacher {
    /** Of the scores of good parts, above the highest: their own spread, but at least a tenth of the highest. */
    private static final double LEAST_ROOM = 0.1;

    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        try (AnomalyTool tool = AnomalyFactory.tool(options, files)) {
            for (Scene scene : good) {
                double score = (Double) tool.inspect(scene).values().get(AnomalyFactory.SCORE.name());
                low = Math.min(low, score);
                high = Math.max(high, score);
            }
        } catch (BadSetting unusable) {
            throw new ToolException(unusable.getMessage(), unusable);
        }
        double most = high + Math.max(high - low, LEAST_ROOM * Math.abs(high));
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.4g", most));
        return new Lesson(
                Map.of(AnomalyFactory.MAX_SCORE.key(), rounded),
                Map.of(),
                String.format(
                        Locale.ROOT,
                        "The %d good pictures score %.4g to %.4g; up to %.4g is good.",
                        good.size(),
                        low,
                        high,
                        rounded));
    }
}
