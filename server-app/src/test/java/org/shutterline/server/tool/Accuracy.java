package org.shutterline.server.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.Scalar;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.tool.calibration.BoardLengths;

/** How far the tools are from the truth on simulated plates, in many conditions. */
final class Accuracy {
    private static final int PLATES = 200;
    private static final int BOARDS = 24;
    private static final String HEAD = """
            # Accuracy

            Written by `mvn -Paccuracy verify -DskipTests -pl server-app -am`, which lets every measuring tool look at simulated parts of
            which the truth is known exactly, and holds what it measured against it. %d plates of 1280 x 960 for each condition, other ones
            each time: other places, angles, hole sizes and noise.

            *Bias* is the mean error, *spread* its standard deviation, *worst* the largest one. Lengths are in px of the picture, so
            they hold for any lens: with 0.05 mm for each px a tenth of a px is 0.005 mm. Roundness and straightness are 0 in truth; what
            is measured is what noise makes of it, the span from the innermost to the outermost of some 70 or 24 points. Distances
            and angles between features are those of the tools `distance` and `angle`, by what `circle` and `line` found before them.

            **The promise: lengths within 0.1 px at the usual noise.** A test holds it (`AccuracyTest`). Conditions that are marked
            *out of the promise* are measured all the same, to show what is left there.

            The distance of a hole to a side goes by a line through 420 px of the side, past the hole. Draw such a region long: by a line
            through 100 px of it, 80 px beside the hole, the same distance was up to 0.11 px off, as the error of the line's angle
            grows with the way from its middle.

            Where a single edge *lies* is another matter: the plates have a broken edge of 6 px that shines on the side of the light and is
            dark on the other, and the steepest place of such an edge is 0.13 px off towards the lower right. So circles, lines and
            single edges all seem to lie that much off, all in the same direction; their diameters, widths and angles do not, as it
            cancels out. Patterns and blobs do not see it. No such position is promised to less than 0.2 px.
            """;

    private Accuracy() {}

    /** @param args the file to write; without one it is only printed */
    public static void main(String[] args) throws Exception {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, HEAD, PLATES));
        for (Condition condition : Condition.ALL) {
            String promise = condition.promised() ? "" : " - out of the promise";
            table(text, condition.name() + promise, of(condition, 1, PLATES));
        }
        table(
                text,
                "Chessboards of 9 x 6 corners, 800 x 600, from the side and through lenses that bend",
                BoardLengths.of(BOARDS));
        text.append("""

                The chessboards lie up to 15 degrees aslant and any way round, seen through lenses that bend by up to 20 px in the
                corners; each is learned from its one picture, and lengths between places of the board are measured in mm and
                told in px of its middle.
                """);
        System.out.print(text);
        if (args.length > 0) {
            Files.writeString(Path.of(args[0]), text);
        }
    }

    private static void table(StringBuilder text, String title, Map<String, Errors> errors) throws IOException {
        text.append("\n## ").append(title).append("\n\n| | bias | spread | worst |\n|---|---|---|---|\n");
        errors.forEach((what, found) ->
                text.append("| ").append(what).append(' ').append(found.cells()).append('\n'));
    }

    /** The errors of each measurement over so many plates. */
    static Map<String, Errors> of(Condition condition, int seed, int plates) throws Exception {
        SimulatedCamera camera = SimulatedCameras.with(condition.camera(seed));
        FramePool pool = new FramePool(1 << 24);
        try (Gauges gauges = new Gauges()) {
            for (int number = 1; number <= plates; number++) {
                try (Frame frame = camera.capture(pool).frame();
                        TestScene scene = TestScene.of(frame)) {
                    if (condition.light() != 1) {
                        Core.multiply(scene.grey(), new Scalar(condition.light()), scene.grey());
                    }
                    gauges.measure(scene, camera.truth(number), condition.fixture());
                }
            }
            return new LinkedHashMap<>(gauges.errors());
        }
    }
}
