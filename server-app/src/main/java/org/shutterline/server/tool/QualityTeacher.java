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
        settings.put(QualityFactory.MIN_MEAN.key(), tenth(0.6 * least(seen, Quality::mean)));
        settings.put(QualityFactory.MAX_MEAN.key(), tenth(Math.min(250, 1.5 * most(seen, Quality::mean))));
        settings.put(QualityFactory.MAX_CLIPPED.key(), tenth(Math.min(100, 5 + 1.5 * most(seen, Quality::clipped))));
        settings.put(QualityFactory.MIN_CONTRAST.key(), tenth(0.6 * least(seen, Quality::contrast)));
        settings.put(QualityFactory.MIN_SHARPNESS.key(), tenth(0.75 * least(seen, Quality::sharpness)));
        return new Lesson(settings, Map.of(), "Limits from " + seen.size() + " good pictures, with room on both sides");
    }

    private static double least(List<Quality> seen, ToDoubleFunction<Quality> what) {
        return seen.stream().mapToDouble(what).min().orElse(0);
    }

    private static double most(List<Quality> seen, ToDoubleFunction<Quality> what) {
        return seen.stream().mapToDouble(what).max().orElse(255);
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
