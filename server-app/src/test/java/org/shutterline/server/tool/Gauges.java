package org.shutterline.server.tool;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;

/** The measuring tools, set up for the plates of the simulated camera, and how far each is from the truth. */
final class Gauges implements AutoCloseable {
    private static final Point LABEL = new Point(438 + 152 / 2.0, 594 + 32 / 2.0);
    private static final Point MIDDLE = new Point(640, 480);
    private static final double EDGE_U = 340;
    private static final double SIDE_U = -508;
    private static final double MM_PER_PX = 0.05;

    private final Map<String, InspectionTool> tools = new LinkedHashMap<>();
    private final Map<String, Errors> errors = new LinkedHashMap<>();
    /** What the tools found in the picture looked at: {@code tool.output}. */
    private final Map<String, Object> found = new LinkedHashMap<>();

    private Optional<Plane> plane = Optional.empty();

    Gauges() {
        Map<String, Object> upper = Map.of("x", 940, "y", 258, "width", 80, "height", 70, "angle", 90);
        add("label", "pattern", label());
        add("blobA", "blobs", Map.of("region", Plates.region(181, 237, 210, 220), "minAreaPx", 3000));
        add("blobB", "blobs", Map.of("region", Plates.region(205, 528, 162, 170), "minAreaPx", 3000));
        add("circleA", "circle", Map.of("region", ring(286, 347, 50, 105), "edge", "dark-to-light"));
        add("circleB", "circle", Map.of("region", ring(286, 613, 25, 75), "edge", "dark-to-light"));
        add("tongue", "caliper", tongue());
        add("edge", "caliper", with(upper, Map.of("mode", "edge", "first", "dark-to-light", "choice", "strongest")));
        add("line", "line", with(upper, Map.of("edge", "dark-to-light")));
        add("edges", "edges", edges());
        add("side", "line", with(Plates.region(92, 270, 80, 420), Map.of("edge", "dark-to-light")));
        add("apart", "distance", Map.of("from", "circleA", "to", "circleB"));
        add("inside", "distance", Map.of("from", "circleA", "to", "side", "toA", "line"));
        add("way", "angle", Map.of("from", "circleA", "to", "circleB", "between", "points"));
        add("corner", "angle", Map.of("from", "line", "to", "side"));
    }

    private static Map<String, Object> label() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("region", Plates.region(300, 480, 440, 280));
        settings.put("template", "print.png");
        settings.put("minScore", 0.4);
        settings.put("angleFrom", -9);
        settings.put("angleTo", 9);
        settings.put("taughtX", LABEL.x());
        settings.put("taughtY", LABEL.y());
        return settings;
    }

    private static Map<String, Object> tongue() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("region", Map.of("x", 750, "y", 445, "width", 460, "height", 70, "angle", 90));
        settings.put("first", "dark-to-light");
        settings.put("second", "light-to-dark");
        settings.put("choice", "outermost");
        settings.put("minStrength", 6);
        return settings;
    }

    /** As in the demo job. */
    private static Map<String, Object> edges() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("region", Plates.region(945, 250, 70, 460));
        settings.put("direction", "vertical");
        settings.put("first", "dark-to-light");
        settings.put("second", "light-to-dark");
        settings.put("minStrength", 6);
        return settings;
    }

    private static Map<String, Object> with(Map<String, Object> region, Map<String, Object> others) {
        Map<String, Object> all = new LinkedHashMap<>(others);
        all.put("region", region);
        all.put("minStrength", 6);
        return all;
    }

    private static Map<String, Object> ring(int x, int y, int inner, int outer) {
        return Map.of("centreX", x, "centreY", y, "innerRadius", inner, "outerRadius", outer);
    }

    private void add(String name, String kind, Map<String, Object> settings) {
        InspectionToolFactory factory = factory(kind);
        Options options = Options.checked(name, settings, factory.settings());
        tools.put(name, factory.create(options, (file, place) -> DemoJob.file(file)));
    }

    private static InspectionToolFactory factory(String kind) {
        return Catalog.installed("tool", InspectionToolFactory.class).find(kind, "gauges");
    }

    InspectionTool tool(String name) {
        return tools.get(name);
    }

    /** By what was measured, in the order in which it was. */
    Map<String, Errors> errors() {
        return errors;
    }

    void measure(TestScene scene, PlateTruth truth, boolean fixture) throws ToolException {
        Finding label = tools.get("label").inspect(scene.lying(Pose.NONE));
        Point print = truth.inPicture(LABEL.x() - MIDDLE.x(), LABEL.y() - MIDDLE.y());
        note("pattern x, px", label, "x", print.x());
        note("pattern y, px", label, "y", print.y());
        note("pattern angle, deg", label, "angle", truth.angleDegrees());
        if (fixture) {
            scene.lying(label.pose().orElse(Pose.NONE));
        }
        found.clear();
        hole("A", scene, truth.holeA());
        hole("B", scene, truth.holeB());
        tongue(scene, truth);
        relations(scene, truth);
        if (plane.isEmpty()) {
            plane = Optional.of(learned(scene, truth));
        }
        Finding circle = tools.get("circleA").inspect(scene.measuredIn(plane.get()));
        scene.measuredIn(Plane.PX);
        note(
                "circle A diameter in mm by a known length, px",
                circle.values().get("diameter") instanceof Double mm ? mm / MM_PER_PX : Double.NaN,
                truth.holeA().diameterPx());
    }

    private void hole(String name, TestScene scene, PlateTruth.Hole hole) throws ToolException {
        Finding blob = look("blob" + name, scene);
        note("blob " + name + " diameter, px", blob, "diameter", hole.diameterPx());
        note("blob " + name + " x, px", blob, "x", hole.centre().x());
        note("blob " + name + " y, px", blob, "y", hole.centre().y());
        Finding circle = look("circle" + name, scene);
        note("circle " + name + " diameter, px", circle, "diameter", hole.diameterPx());
        note("circle " + name + " x, px", circle, "x", hole.centre().x());
        note("circle " + name + " y, px", circle, "y", hole.centre().y());
        note("circle " + name + " roundness, px", circle, "roundness", 0);
    }

    private void tongue(TestScene scene, PlateTruth truth) throws ToolException {
        note("caliper width, px", look("tongue", scene), "width", truth.tongueWidthPx());
        note("edges distance, px", look("edges", scene), "distance", truth.tongueWidthPx());
        Finding line = look("line", scene);
        note("caliper edge, px", off(look("edge", scene), truth), 0);
        note("line, px", off(line, truth), 0);
        note("line angle, deg", line, "angle", truth.angleDegrees());
        note("line straightness, px", line, "straightness", 0);
    }

    /** Between what the tools before found. */
    private void relations(TestScene scene, PlateTruth truth) throws ToolException {
        Point a = truth.holeA().centre();
        Point b = truth.holeB().centre();
        look("side", scene);
        scene.after(found, Map.of());
        note("distance of two holes, px", look("apart", scene), "distance", a.distanceTo(b));
        Point middle = truth.inPicture(0, 0);
        double turn = Math.toRadians(truth.angleDegrees());
        double across = (a.x() - middle.x()) * Math.cos(turn) + (a.y() - middle.y()) * Math.sin(turn);
        note("distance of a hole to a side, px", look("inside", scene), "distance", across - SIDE_U * truth.scale());
        double way = Math.toDegrees(Math.atan2(b.y() - a.y(), b.x() - a.x()));
        note("angle of the way between two holes, deg", look("way", scene), "angle", way);
        note("angle between two sides, deg", look("corner", scene), "angle", 90);
    }

    private Finding look(String name, TestScene scene) throws ToolException {
        Finding finding = tools.get(name).inspect(scene);
        finding.values().forEach((output, value) -> found.put(name + "." + output, value));
        return finding;
    }

    /** How far the point that was found is from the tongue's upper edge, at right angles. */
    private static double off(Finding found, PlateTruth truth) {
        Point edge = truth.inPicture(EDGE_U, -truth.tongueWidthPx() / truth.scale() / 2);
        if (found.missing().isPresent()) {
            return Double.NaN;
        }
        double dx = (Double) found.values().get("x") - edge.x();
        double dy = (Double) found.values().get("y") - edge.y();
        double turn = Math.toRadians(truth.angleDegrees());
        return dy * Math.cos(turn) - dx * Math.sin(turn);
    }

    /** The plane by the tongue of one plate, whose width is known. */
    private static Plane learned(TestScene scene, PlateTruth truth) throws ToolException {
        InspectionToolFactory factory = factory("calibration");
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("knownLengthMm", truth.tongueWidthPx() * MM_PER_PX);
        Region across = new Region.Rectangle(750, 445, 460, 70, 90);
        Lesson lesson = factory.teacher()
                .orElseThrow()
                .teach(
                        List.of(scene),
                        Optional.of(across),
                        Options.checked("gauges", settings, factory.settings()),
                        (name, place) -> Path.of(name));
        settings.putAll(lesson.settings());
        try (InspectionTool tool =
                factory.create(Options.checked("gauges", settings, factory.settings()), (n, p) -> Path.of(n))) {
            return tool.inspect(scene).plane().orElseThrow();
        }
    }

    private void note(String what, Finding found, String output, double truth) {
        note(what, found.values().get(output) instanceof Double measured ? measured : Double.NaN, truth);
    }

    private void note(String what, double measured, double truth) {
        Errors of = errors.computeIfAbsent(what, name -> new Errors());
        if (Double.isNaN(measured)) {
            of.miss();
        } else {
            of.add(measured - truth);
        }
    }

    @Override
    public void close() {
        tools.values().forEach(InspectionTool::close);
    }
}
