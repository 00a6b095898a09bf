package org.shutterline.server.tool.calibration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.tool.Errors;

/** How far lengths on drawn chessboards are from the truth once the job is calibrated by them. */
public final class BoardLengths {
    private static final int LENGTHS = 40;

    private BoardLengths() {}

    public static Map<String, Errors> of(int boards) throws Exception {
        Errors lengths = new Errors();
        SplittableRandom dice = new SplittableRandom(21);
        for (int i = 0; i < boards; i++) {
            DrawnBoard board = new DrawnBoard(
                    dice.nextDouble(-0.3, 0.15),
                    dice.nextDouble(0, 0.08),
                    dice.nextDouble(-15, 15),
                    dice.nextDouble(-20, 20) + (dice.nextBoolean() ? 180 : 0),
                    dice.nextDouble(140, 180));
            Plane plane = learned(board);
            for (int k = 0; k < LENGTHS; k++) {
                Point from = new Point(dice.nextDouble(0, 80), dice.nextDouble(0, 50));
                Point to = new Point(dice.nextDouble(0, 80), dice.nextDouble(0, 50));
                double found = plane.length(board.inPicture(from.x(), from.y()), board.inPicture(to.x(), to.y()));
                lengths.add((found - from.distanceTo(to)) / board.mmPerPx());
            }
        }
        return Map.of("length in mm by a chessboard, px", lengths);
    }

    private static Plane learned(DrawnBoard board) throws Exception {
        CalibrationFactory factory = new CalibrationFactory();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("way", "chessboard");
        settings.put("squareMm", DrawnBoard.SQUARE_MM);
        try (TestScene scene = board.scene()) {
            Lesson lesson = factory.teacher()
                    .orElseThrow()
                    .teach(
                            List.of(scene),
                            Optional.empty(),
                            Options.checked("test", settings, factory.settings()),
                            (name, place) -> Path.of(name));
            settings.putAll(lesson.settings());
            Options options = Options.checked("test", settings, factory.settings());
            try (InspectionTool tool = factory.create(options, (name, place) -> Path.of(name))) {
                return tool.inspect(scene).plane().orElseThrow();
            }
        }
    }
}
