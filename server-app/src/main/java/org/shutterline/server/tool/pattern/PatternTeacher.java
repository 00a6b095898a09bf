package org.shutterline.server.tool.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/** Cuts the template out of the first picture, and says whether there is a second place that looks like it. */
final class PatternTeacher implements Teacher {
    private static final double NEARLY_AS_GOOD = 0.8;

    @Override
    public boolean needsDrawing() {
        return true;
    }

    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        if (good.isEmpty() || !(drawn.orElse(null) instanceof Region.Rectangle rectangle)) {
            throw new ToolException("draw a rectangle around what is to be found");
        }
        Vision.load();
        Scene scene = good.get(0);
        try (View view = scene.look(drawn)) {
            Mat cut = view.grey().clone();
            String name = options.find(PatternFactory.TEMPLATE).orElse("template.png");
            byte[] png = png(cut);
            PatternRule rule = PatternRule.read(options, rectangle.angleDeg());
            try (Template template = new Template(cut, rule.turns(), rule.scales())) {
                Optional<String> wrong = Fitness.of(template);
                if (wrong.isPresent()) {
                    throw new ToolException("this cannot be taught: it wants " + wrong.get());
                }
                Optional<Rival> rival = rival(scene, template, rule, Place.read(options), middle(view));
                return new Lesson(settings(name, view, scene, rectangle), Map.of(name, png), said(template, rival));
            }
        }
    }

    private static Map<String, Object> settings(String name, View view, Scene scene, Region.Rectangle drawn) {
        Point middle = scene.pose().inverse().at(middle(view));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(PatternFactory.TEMPLATE.key(), name);
        settings.put(PatternFactory.TAUGHT_X.key(), rounded(middle.x()));
        settings.put(PatternFactory.TAUGHT_Y.key(), rounded(middle.y()));
        settings.put(PatternFactory.TAUGHT_ANGLE.key(), drawn.angleDeg());
        return settings;
    }

    private static Point middle(View view) {
        return view.inPicture(view.widthPx() / 2.0, view.heightPx() / 2.0);
    }

    private static double rounded(double px) {
        return Math.rint(px * 1_000) / 1_000;
    }

    private static byte[] png(Mat cut) {
        MatOfByte bytes = new MatOfByte();
        try {
            Imgcodecs.imencode(".png", cut, bytes);
            return bytes.toArray();
        } finally {
            bytes.release();
        }
    }

    /**
     * The best other place in the region.
     *
     * @param taught the middle of what was drawn, in the picture; it may reach out of the region
     * @return empty if there is none, or the template does not fit there
     */
    private static Optional<Rival> rival(Scene scene, Template template, PatternRule rule, Place place, Point taught)
            throws ToolException {
        double near = Math.min(template.widthPx(), template.heightPx()) / 2.0;
        try (View view = place.in(scene)) {
            return new Search(template, rule.forRivals(2))
                    .in(scene, view).stream()
                            .map(guess -> new Rival(inPicture(guess.centre(template), view), guess.score()))
                            .filter(rival -> rival.centre().distanceTo(taught) >= near)
                            .findFirst();
        }
    }

    private static Point inPicture(Point point, View view) {
        return view.inPicture(point.x(), point.y());
    }

    private static String said(Template template, Optional<Rival> rival) {
        String size = "Learned a template of " + template.widthPx() + " x " + template.heightPx() + " px";
        return rival.filter(other -> other.score() >= NEARLY_AS_GOOD)
                .map(other -> String.format(
                        Locale.ROOT,
                        "%s, but it is ambiguous: at %.0f, %.0f something scores %.2f too; draw more of it, or make the"
                                + " region smaller.",
                        size,
                        other.centre().x(),
                        other.centre().y(),
                        other.score()))
                .orElse(size + "; nothing else in the region looks like it.");
    }

    /** @param centre in px of the picture */
    private record Rival(Point centre, double score) {}
}
