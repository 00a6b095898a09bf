package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;

/** Learns the mean colour of the region of all good parts. */
final class ColourTeacher implements Teacher {
    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        List<Lab> means = new ArrayList<>();
        for (Scene scene : good) {
            try (View view = scene.look(drawn.or(() -> options.find(Place.REGION)));
                    Mats mats = new Mats()) {
                LabPicture picture = LabPicture.of(view, mats);
                if (picture.count() == 0) {
                    throw new ToolException("the region is too small: no px is inside");
                }
                means.add(picture.mean());
            }
        }
        Lab mean = new Lab(
                means.stream().mapToDouble(Lab::l).average().orElse(0),
                means.stream().mapToDouble(Lab::a).average().orElse(0),
                means.stream().mapToDouble(Lab::b).average().orElse(0));
        String said = String.format(Locale.ROOT, "The colour is L %.1f, a %.1f, b %.1f", mean.l(), mean.a(), mean.b());
        return new Lesson(Map.of(ColourFactory.COLOUR.key(), mean.asWritten()), Map.of(), said);
    }
}
