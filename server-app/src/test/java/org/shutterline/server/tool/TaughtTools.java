package org.shutterline.server.tool;

import static org.shutterline.server.tool.Plates.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.TestScene;

/** Tools that learn from the first simulated plate what they look for in it, or that need no lesson. */
final class TaughtTools {
    private static final Region.Rectangle PRINT = new Region.Rectangle(438, 594, 152, 32, 0);
    private static final Region.Rectangle TONGUE = new Region.Rectangle(750, 445, 460, 70, 90);
    private static final Map<String, Object> BODY = region(180, 230, 520, 480);
    private static final Map<String, Object> HOLE = region(181, 237, 210, 220);

    private static final Map<String, Object> DISC = Map.of("centreX", 286, "centreY", 347, "radius", 104);
    private static final Map<String, Object> LINE = region(430, 548, 180, 42);

    private final Path folder;
    private final TestScene plate;

    /** @param folder for the files that belong to their settings */
    TaughtTools(Path folder, TestScene plate) {
        this.folder = folder;
        this.plate = plate;
    }

    InspectionTool tool(String name) throws Exception {
        return switch (name) {
            case "blobs, otsu" -> made("blobs", Map.of("region", HOLE, "threshold", "otsu", "minAreaPx", 1000));
            case "blobs, local" -> made("blobs", Map.of("region", HOLE, "threshold", "local", "minAreaPx", 1000));
            case "blobs, round" ->
                made("blobs", Map.of("region", DISC, "threshold", "otsu", "minAreaPx", 1000, "ignoreBorder", true));
            case "quality" -> made("quality", Map.of("region", BODY));
            case "colour" -> taught("colour", Optional.empty(), Map.of("region", region(400, 300, 120, 90)));
            case "golden" -> taught("golden", Optional.empty(), Map.of("region", region(400, 480, 240, 180)));
            case "text" -> made("text", Map.of("region", LINE));
            case "view" -> taught("view", Optional.empty(), Map.of("region", BODY));
            case "calibration" -> taught("calibration", Optional.of(TONGUE), Map.of("knownLengthMm", 5));
            case "pattern, turned" ->
                taught(
                        "pattern",
                        Optional.of(PRINT),
                        Map.of(
                                "region",
                                region(300, 480, 440, 280),
                                "angleFrom",
                                -15,
                                "angleTo",
                                15,
                                "scaleFrom",
                                0.9,
                                "scaleTo",
                                1.1));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private InspectionTool taught(String kind, Optional<Region> drawn, Map<String, Object> settings) throws Exception {
        InspectionToolFactory factory = factory(kind);
        Teacher teacher = factory.teacher().orElseThrow();
        Options present = Options.checked(kind, settings, factory.settings());
        Lesson lesson = teacher.teach(List.of(plate), drawn, present, files());
        for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(lesson.settings());
        return made(kind, all);
    }

    private InspectionTool made(String kind, Map<String, Object> settings) {
        InspectionToolFactory factory = factory(kind);
        return factory.create(Options.checked(kind, settings, factory.settings()), files());
    }

    private JobFiles files() {
        return (name, place) -> {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                throw new BadSetting(place, "no file " + name);
            }
            return file;
        };
    }

    private static InspectionToolFactory factory(String kind) {
        return Catalog.installed("tool", InspectionToolFactory.class).find(kind, "taught");
    }
}
