package org.shutterline.server.tool.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;
import org.shutterline.server.tool.Peak;
import org.shutterline.server.tool.Place;

/** Searches the reduced region, then looks closely around the best places, then between the pixels of the best one. */
final class Pattern implements InspectionTool {
    private static final int PLACES = 3;
    private static final double SEEN = -2;

    private final Place place;
    private final Template template;
    private final double minScore;

    Pattern(Place place, Template template, double minScore) {
        this.place = place;
        this.template = template;
        this.minScore = minScore;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene);
                Mats mats = new Mats()) {
            Mat grey = view.grey();
            if (grey.cols() < template.widthPx() || grey.rows() < template.heightPx()) {
                throw new ToolException("the picture is smaller than the template of " + template.widthPx() + " x "
                        + template.heightPx() + " px");
            }
            Optional<Match> best = Optional.empty();
            for (Rect near : candidates(grey, mats)) {
                scene.checkTime();
                Match match = closely(grey, near, mats);
                if (best.isEmpty() || match.score() > best.get().score()) {
                    best = Optional.of(match);
                }
            }
            return judged(best.filter(match -> match.score() >= minScore), best, view);
        }
    }

    @Override
    public void close() {
        template.close();
    }

    private Finding judged(Optional<Match> good, Optional<Match> best, View view) {
        if (good.isEmpty()) {
            double score = best.map(Match::score).orElse(0.0);
            String why = String.format(Locale.ROOT, "best match %.2f, at least %.2f is wanted", score, minScore);
            return Finding.missing(why, view.marks());
        }
        Match match = good.get();
        double right = match.left() + template.widthPx();
        double bottom = match.top() + template.heightPx();
        Point centre = view.inPicture((match.left() + right) / 2, (match.top() + bottom) / 2);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(PatternFactory.SCORE.name(), match.score());
        values.put(PatternFactory.X.name(), centre.x());
        values.put(PatternFactory.Y.name(), centre.y());
        List<Point> frame = List.of(
                view.inPicture(match.left(), match.top()),
                view.inPicture(right, match.top()),
                view.inPicture(right, bottom),
                view.inPicture(match.left(), bottom));
        return Finding.of(values, view.marks())
                .with(List.of(new Mark(Overlay.Kind.POLYGON, frame), new Mark(Overlay.Kind.CROSS, List.of(centre))));
    }

    /** The windows of the region in which to look closely, the most promising first. */
    private List<Rect> candidates(Mat grey, Mats mats) {
        int by = template.reduction();
        Mat small = mats.hold(Template.reduced(grey, by));
        Mat scores = mats.empty();
        Imgproc.matchTemplate(small, template.coarse(), scores, Imgproc.TM_CCOEFF_NORMED);
        int apartX = Math.max(2, template.coarse().cols() / 4);
        int apartY = Math.max(2, template.coarse().rows() / 4);
        List<Rect> windows = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            Core.MinMaxLocResult peak = Core.minMaxLoc(scores);
            if (peak.maxVal <= SEEN) {
                break;
            }
            windows.add(window((int) peak.maxLoc.x * by, (int) peak.maxLoc.y * by, grey));
            Imgproc.rectangle(
                    scores,
                    new org.opencv.core.Point(peak.maxLoc.x - apartX, peak.maxLoc.y - apartY),
                    new org.opencv.core.Point(peak.maxLoc.x + apartX, peak.maxLoc.y + apartY),
                    new Scalar(SEEN),
                    Imgproc.FILLED);
        }
        return windows;
    }

    private Rect window(int left, int top, Mat grey) {
        int slack = template.reduction() + 2;
        int fromX = Math.max(0, Math.min(left, grey.cols() - template.widthPx()) - slack);
        int fromY = Math.max(0, Math.min(top, grey.rows() - template.heightPx()) - slack);
        int toX = Math.min(grey.cols(), fromX + template.widthPx() + 2 * slack);
        int toY = Math.min(grey.rows(), fromY + template.heightPx() + 2 * slack);
        return new Rect(fromX, fromY, toX - fromX, toY - fromY);
    }

    private Match closely(Mat grey, Rect window, Mats mats) {
        Mat scores = mats.empty();
        Imgproc.matchTemplate(mats.hold(grey.submat(window)), template.full(), scores, Imgproc.TM_CCOEFF_NORMED);
        Core.MinMaxLocResult peak = Core.minMaxLoc(scores);
        int x = (int) peak.maxLoc.x;
        int y = (int) peak.maxLoc.y;
        double offX = x > 0 && x < scores.cols() - 1
                ? Peak.offset(scores.get(y, x - 1)[0], peak.maxVal, scores.get(y, x + 1)[0])
                : 0;
        double offY = y > 0 && y < scores.rows() - 1
                ? Peak.offset(scores.get(y - 1, x)[0], peak.maxVal, scores.get(y + 1, x)[0])
                : 0;
        double score = Math.max(0, Math.min(1, peak.maxVal));
        return new Match(window.x + x + offX, window.y + y + offY, score);
    }
}
