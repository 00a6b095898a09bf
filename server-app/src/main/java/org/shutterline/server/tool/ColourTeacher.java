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

/** Learns the mean colour of the region of all good parts, and how far from it is still good. */
final class ColourTeacher implements Teacher {
    /** So much is seen when one looks for it; what lies nearer is not another colour. */
    private static final double LEAST_ROOM = 5;

    /** So much is seen at a glance: what one picture's px spread by says no more of other parts. */
    private static final double MOST_ROOM_OF_ONE = 10;

    /** Parts to come differ more than those that were shown. */
    private static final double ROOM_FOR_OTHERS = 2;

    /** What one picture has in its region. */
    private record Seen(Lab mean, double spread) {}

    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        List<Seen> seen = new ArrayList<>();
        for (Scene scene : good) {
            seen.add(look(scene, drawn.or(() -> options.find(Place.REGION))));
        }
        Lab mean = new Lab(
                seen.stream().mapToDouble(one -> one.mean().l()).average().orElse(0),
                seen.stream().mapToDouble(one -> one.mean().a()).average().orElse(0),
                seen.stream().mapToDouble(one -> one.mean().b()).average().orElse(0));
        double within = seen.stream().mapToDouble(Seen::spread).max().orElse(0);
        double between = seen.stream()
                .mapToDouble(one -> one.mean().distanceTo(mean))
                .max()
                .orElse(0);
        double room = seen.size() == 1 ? Math.min(within, MOST_ROOM_OF_ONE) : ROOM_FOR_OTHERS * between;
        double most = Math.ceil(10 * Math.max(LEAST_ROOM, room)) / 10;
        return new Lesson(
                Map.of(ColourFactory.COLOUR.key(), mean.asWritten()),
                Map.of(),
                said(mean, within, between, most, good.size()),
                Map.of(ColourFactory.DISTANCE.name(), Map.of("high", most)));
    }

    private static Seen look(Scene scene, Optional<Region> where) throws ToolException {
        try (View view = scene.look(where);
                Mats mats = new Mats()) {
            LabPicture picture = LabPicture.of(view, mats);
            if (picture.count() == 0) {
                throw new ToolException("the region is too small: no px is inside");
            }
            Lab mean = picture.mean();
            return new Seen(mean, picture.spread(mean));
        }
    }

    private static String said(Lab mean, double within, double between, double most, int pictures) {
        String colour = String.format(
                Locale.ROOT,
                "The colour is L %.1f, a %.1f, b %.1f; its px spread by %.1f",
                mean.l(),
                mean.a(),
                mean.b(),
                within);
        String parts = pictures == 1
                ? ", other good parts were not seen"
                : String.format(Locale.ROOT, ", %d good parts differ by %.1f", pictures, between);
        return colour + parts + String.format(Locale.ROOT, ". A distance of up to %.1f is good", most);
    }
}
