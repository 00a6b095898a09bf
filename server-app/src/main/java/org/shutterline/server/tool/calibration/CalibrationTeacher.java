package org.shutterline.server.tool.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.shutterline.server.tool.gauge.KnownLength;

/** Learns the scale from a known length, or the plane and the lens from chessboards. */
final class CalibrationTeacher implements Teacher {
    private static final double MOST_RMS_PX = 1.0;

    @Override
    public boolean needsDrawing() {
        return true;
    }

    @Override
    public Lesson teach(List<Scene> good, Optional<Region> drawn, Options options, JobFiles files)
            throws ToolException {
        if (good.isEmpty()) {
            throw new ToolException("there is no picture to learn from");
        }
        Vision.load();
        return options.get(CalibrationFactory.WAY) == CalibrationFactory.Way.LENGTH
                ? length(good.get(0), drawn, options)
                : chessboard(good, drawn, options);
    }

    private static Lesson length(Scene scene, Optional<Region> drawn, Options options) throws ToolException {
        double mm = options.find(CalibrationFactory.KNOWN)
                .orElseThrow(() -> new ToolException("say first how long the thing is: knownLengthMm"));
        if (!(drawn.orElse(null) instanceof Region.Rectangle)) {
            throw new ToolException("draw a rectangle across the thing whose length is known, over both its ends");
        }
        try (View view = scene.look(drawn)) {
            KnownLength found = KnownLength.in(scene, view)
                    .orElseThrow(() -> new ToolException(
                            "there are no two straight edges along the longer side of what was drawn"));
            double error = 100 * found.errorPx() / found.px();
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put(CalibrationFactory.SCALE.key(), mm / found.px());
            settings.put(CalibrationFactory.ERROR_PERCENT.key(), rounded(error));
            putSize(settings, scene);
            return new Lesson(
                    settings,
                    Map.of(),
                    String.format(
                            Locale.ROOT,
                            "%.3f mm are %.2f px: %.5f mm for each px, good to %.3f mm in 100 mm.",
                            mm,
                            found.px(),
                            mm / found.px(),
                            error));
        }
    }

    private static Lesson chessboard(List<Scene> good, Optional<Region> drawn, Options options) throws ToolException {
        double square = options.find(CalibrationFactory.SQUARE)
                .orElseThrow(() -> new ToolException("say first how large a square of the chessboard is: squareMm"));
        List<Board> boards = new ArrayList<>();
        for (Scene scene : good) {
            Optional<Region> where = boards.isEmpty() ? drawn : Optional.empty();
            boards.add(board(scene, where, boards.size() + 1, square, options));
        }
        Scene first = good.get(0);
        BoardFit fit = BoardFit.of(boards, first.widthPx(), first.heightPx())
                .orElseThrow(() -> new ToolException("the corners of the chessboard do not lie in a plane"));
        if (fit.rmsPx() > MOST_RMS_PX) {
            throw new ToolException(String.format(
                    Locale.ROOT,
                    "the corners of the chessboard are %.2f px from where they should be; is it flat and sharp?",
                    fit.rmsPx()));
        }
        return lesson(fit, boards, first);
    }

    private static Board board(Scene scene, Optional<Region> where, int number, double square, Options options)
            throws ToolException {
        int columns = options.get(CalibrationFactory.COLUMNS);
        int rows = options.get(CalibrationFactory.ROWS);
        try (View view = scene.look(where)) {
            return Board.in(view, columns, rows, square)
                    .orElseThrow(() -> new ToolException("no chessboard with " + columns + " x " + rows
                            + " inner corners, all of them to be seen, in picture " + number));
        }
    }

    private static Lesson lesson(BoardFit fit, List<Board> boards, Scene scene) {
        double error = fit.errorPercent(boards.get(0));
        double scale = fit.plane().perPx(new Point(scene.widthPx() / 2.0, scene.heightPx() / 2.0));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(CalibrationFactory.SCALE.key(), scale);
        settings.put(CalibrationFactory.ERROR_PERCENT.key(), rounded(error));
        settings.put(CalibrationFactory.LENS.key(), fit.lens().numbers());
        settings.put(CalibrationFactory.PLANE.key(), fit.plane().numbers());
        putSize(settings, scene);
        return new Lesson(
                settings,
                Map.of(),
                String.format(
                        Locale.ROOT,
                        "%d corners in %d %s lie within %.3f px (rms): %.5f mm for each px in the middle, good to %.3f mm"
                                + " in 100 mm.",
                        boards.stream().mapToInt(board -> board.seen().size()).sum(),
                        boards.size(),
                        boards.size() == 1 ? "picture" : "pictures",
                        fit.rmsPx(),
                        scale,
                        error));
    }

    /** With a picture of another size, by binning or another camera, the scale would be wrong without a word. */
    private static void putSize(Map<String, Object> settings, Scene scene) {
        settings.put(CalibrationFactory.TAUGHT_WIDTH.key(), scene.widthPx());
        settings.put(CalibrationFactory.TAUGHT_HEIGHT.key(), scene.heightPx());
    }

    private static double rounded(double percent) {
        return Math.rint(percent * 10_000) / 10_000;
    }
}
