package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;

/** Learns the limits of good pictures, with room for what a few of them do not show. */
final class QualityTeacher implements Teacher {
    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        List<Quality> seen = new ArrayList<>();
        for (Scene scene : good) {
            try (View view = scene.look(drawn.or(() -> options.find(Place.REGION)));
                    Mats mats = new Mats()) {
                seen.add(Quality.of(view, scene, mats));
            }
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(QualityFactory.MIN_MEAN.key(), least(0.6, seen, Quality::mean));
        settings.put(QualityFactory.MAX_MEAN.key(), upwards(brightest(most(seen, Quality::mean))));
        settings.put(QualityFactory.MAX_CLIPPED.key(), upwards(Math.min(100, 5 + 1.5 * most(seen, Quality::clipped))));
        settings.put(QualityFactory.MIN_CONTRAST.key(), least(0.6, seen, Quality::contrast));
        settings.put(QualityFactory.MIN_SHARPNESS.key(), least(0.75, seen, Quality::sharpness));
        return new Lesson(settings, Map.of(), "Limits from " + seen.size() + " good pictures, with room on both sides");
    }

    /** Half as bright again, but not burnt out; of pictures that are as bright as that, half of what is left. */
    private static double brightest(double mean) {
        return mean > 245 ? (mean + 255) / 2 : Math.min(250, 1.5 * mean);
    }

    /** Such a part of the least, rounded down, so that what was learned is good. */
    private static double least(double part, List<Quality> seen, ToDoubleFunction<Quality> what) {
        return Math.floor(part * seen.stream().mapToDouble(what).min().orElse(0) * 10) / 10;
    }

    private static double most(List<Quality> seen, ToDoubleFunction<Quality> what) {
        return seen.stream().mapToDouble(what).max().orElse(255);
    }

    private static double upwards(double value) {
        return Math.ceil(value * 10) / 10;
    }
}
