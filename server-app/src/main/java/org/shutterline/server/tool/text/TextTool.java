package org.shutterline.server.tool.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Reads the text in its region and judges it. */
final class TextTool implements InspectionTool {
    private final Optional<Region> region;
    private final Ink ink;
    private final double minConfidence;
    private final TextReader reader;
    private final TextRule rule;

    TextTool(Optional<Region> region, Ink ink, double minConfidence, TextReader reader, TextRule rule) {
        this.region = region;
        this.ink = ink;
        this.minConfidence = minConfidence;
        this.reader = reader;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = scene.look(region)) {
            ReadText read = read(view, scene);
            if (read.text().isEmpty()) {
                return Finding.missing("no text could be read", view.marks());
            }
            if (read.confidencePercent() < minConfidence) {
                return Finding.missing(
                        String.format(
                                Locale.ROOT,
                                "perhaps %s, but at %.0f %% only, and at least %.0f %% is wanted",
                                read.text(),
                                read.confidencePercent(),
                                minConfidence),
                        view.marks());
            }
            return judged(read, view, scene);
        }
    }

    private ReadText read(View view, Scene scene) throws ToolException {
        try (Print print = new Print()) {
            Optional<Mat> letters = print.prepare(view.grey(), view.mask(), ink);
            scene.checkTime();
            return letters.isPresent() ? reader.read(letters.get(), scene.nanosLeft()) : new ReadText("", 0);
        }
    }

    private Finding judged(ReadText read, View view, Scene scene) throws ToolException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(TextFactory.TEXT.name(), read.text());
        values.put(TextFactory.CONFIDENCE.name(), read.confidencePercent());
        Map<String, String> wanted = rule.wanted(scene)
                .map(text -> Map.of(TextFactory.TEXT.name(), text))
                .orElse(Map.of());
        Finding finding = Finding.of(values, view.marks()).expecting(wanted);
        return rule.complaint(read.text(), scene).map(finding::wrong).orElse(finding);
    }

    @Override
    public void close() {
        reader.close();
    }
}
