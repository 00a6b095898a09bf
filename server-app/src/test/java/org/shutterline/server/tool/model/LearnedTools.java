package org.shutterline.server.tool.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;

/** The tools of learned models, each with a small model and a small picture. */
public final class LearnedTools {
    private LearnedTools() {}

    /** A tool and what it can look at. */
    public record Ready(InspectionTool tool, TestScene scene) {}

    /**
     * One of them.
     *
     * @param kind classify, detect or anomaly
     * @param folder for the model
     */
    public static Ready of(String kind, Path folder) throws Exception {
        int size = HoleExamples.SIZE;
        return switch (kind) {
            case "classify" ->
                ready(
                        new ClassifyFactory(),
                        TestModels.classifier(size, size, new float[2 * size * size], new float[] {0, 1}),
                        Map.of("labels", HoleExamples.LABELS),
                        folder);
            case "detect" ->
                ready(
                        new DetectFactory(),
                        TestModels.darkPatchesInColumns(),
                        Map.of("labels", List.of("patch"), "maxOverlap", 0.1, "minScore", 0.5),
                        folder);
            default ->
                ready(
                        new AnomalyFactory(),
                        TestModels.strangeness(size, size, new float[size * size], true),
                        Map.of(),
                        folder);
        };
    }

    private static Ready ready(InspectionToolFactory factory, byte[] model, Map<String, Object> settings, Path folder)
            throws Exception {
        Path file = Files.write(folder.resolve(factory.id() + ".onnx"), model);
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("model", file.getFileName().toString());
        InspectionTool tool = factory.create(
                Options.checked("learned", all, factory.settings()), (name, place) -> folder.resolve(name));
        return new Ready(tool, TestScene.blank(160, 120, 40));
    }
}
