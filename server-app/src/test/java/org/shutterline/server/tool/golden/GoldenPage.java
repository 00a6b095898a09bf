package org.shutterline.server.tool.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Core;
import org.shutterline.server.spi.Vision;

/** Measures ours and the plain way on many boards, and writes the table into {@code docs/golden.md}. */
final class GoldenPage {
    private static final int FIRST = 100_000;
    private static final String HEADING = "## Measured\n";

    private GoldenPage() {}

    /** @param args the page, and how many boards a style */
    public static void main(String[] args) throws IOException {
        Vision.load();
        Core.setNumThreads(1);
        int boards = Integer.parseInt(args[1]);
        StringBuilder rows = new StringBuilder();
        int defects = 0;
        for (Map.Entry<String, String> style : styles().entrySet()) {
            GoldenFigures.Pair figures = GoldenFigures.Pair.of(FIRST, boards, style.getKey());
            rows.append(row(style.getKey() + ": " + style.getValue(), figures.ours(), figures.bare()));
            defects = figures.ours().defects();
        }
        Path page = Path.of(args[0]);
        String all = Files.readString(page);
        Files.writeString(
                page, all.substring(0, all.indexOf(HEADING)) + HEADING + """

                %d boards a style, %d defects, one core. "Of the processor" is what other programs on the machine change least.

                | style | found, ours / bare | true boxes, ours / bare | ms median, ours / bare | ms p90, ours / bare | ms of the processor, ours / bare |
                |---|---|---|---|---|---|
                """.formatted(boards, defects) + rows);
    }

    private static Map<String, String> styles() {
        Map<String, String> styles = new LinkedHashMap<>();
        styles.put("plain", "most near-binary, to 2 px off, 1.2 px of stretch");
        styles.put("usual", "to 6 px and 0.5 degree off, 3 px of stretch");
        styles.put("gentle", "near-binary, to 3 px off, 1.5 px of stretch, turned to 0.2 degree");
        styles.put("packed", "nearly the usual ones, as JPEG");
        styles.put("blurred", "grey, blur to 1.8 px");
        styles.put(
                "cut", "cut to black and white, ragged, at another level each, to 3 px off, 2 px of stretch, as JPEG");
        styles.put("ragged", "the same with rougher edges, not packed");
        styles.put("worn", "the same, to 3 px of stretch, with bumps twice as long and higher still");
        styles.put("rough", "edges rougher than 2 px");
        return styles;
    }

    private static String row(String style, GoldenFigures ours, GoldenFigures bare) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f %% / %.1f %% | %.1f %% / %.1f %% | %.1f / %.1f | %.1f / %.1f | %.1f / %.1f |%n",
                style,
                100 * ours.foundShare(),
                100 * bare.foundShare(),
                100 * ours.trueShare(),
                100 * bare.trueShare(),
                ours.medianMs(),
                bare.medianMs(),
                ours.p90Ms(),
                bare.p90Ms(),
                ours.processorMs(),
                bare.processorMs());
    }
}
