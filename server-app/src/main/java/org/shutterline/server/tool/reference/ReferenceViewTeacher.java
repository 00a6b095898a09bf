package org.shutterline.server.tool.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Mats;
import org.shutterline.server.tool.Place;

/** Keeps the first picture as the reference, and sees whether the others show the same view. */
final class ReferenceViewTeacher implements Teacher {
    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        Vision.load();
        Optional<Region> region = drawn.or(() -> options.find(Place.REGION));
        try (View view = good.get(0).look(region);
                Landmarks landmarks = Landmarks.of(view.grey(), view.mask())) {
            if (!landmarks.areEnough()) {
                throw new ToolException("there is too little to hold on to: a few crisp things that stay are needed");
            }
            double least = 100;
            for (Scene scene : good.subList(1, good.size())) {
                least = Math.min(least, similarity(landmarks, scene, region, options));
            }
            byte[] png = png(view);
            String name = "view-" + Integer.toHexString(Arrays.hashCode(png)) + ".png";
            return new Lesson(
                    Map.of(ReferenceViewFactory.REFERENCE.key(), name), Map.of(name, png), said(good.size(), least));
        }
    }

    private static double similarity(Landmarks landmarks, Scene scene, Optional<Region> region, Options options)
            throws ToolException {
        ViewRule rule = new ViewRule(0, 0, options.get(ReferenceViewFactory.MIN_SIMILARITY));
        try (View other = scene.look(region)) {
            if (!landmarks.fit(other.grey())) {
                throw new ToolException("the pictures are of different sizes");
            }
            Displacement seen = landmarks.find(other.grey(), rule, scene);
            if (!rule.isSame(seen)) {
                throw new ToolException("the pictures do not show the same view");
            }
            return seen.similarity();
        }
    }

    private static byte[] png(View view) {
        try (Mats mats = new Mats()) {
            MatOfByte bytes = new MatOfByte();
            mats.hold(bytes);
            Imgcodecs.imencode(".png", view.grey(), bytes);
            return bytes.toArray();
        }
    }

    private static String said(int pictures, double least) {
        return pictures == 1
                ? "This picture is the reference"
                : String.format(
                        Locale.ROOT, "The first picture is the reference; the others are like it by %.0f %%", least);
    }
}
