package org.shutterline.server.tool.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;

/**
 * Finds a template in a view: at the coarsest level in every turn and scale, as far apart as a px at its corners, and from
 * there the best guesses level by level, ever more closely.
 */
final class Search {
    private static final int MORE_GUESSES = 5;
    private static final double FAR_BEHIND = 0.2;
    private static final double SEEN = -2;
    private static final double STEP_PX = 1.5;

    private final Template template;
    private final PatternRule rule;

    Search(Template template, PatternRule rule) {
        this.template = template;
        this.rule = rule;
    }

    /** The best places, the best first, apart from each other, whatever their scores. */
    List<Guess> in(Scene scene, View view) throws ToolException {
        try (Mats mats = new Mats()) {
            Pyramid pyramid = new Pyramid(view.grey(), template, mats);
            List<Guess> guesses = promising(
                    apart(coarse(scene, pyramid), distance() / 2, sameTurnDeg(), rule.maxCount() + MORE_GUESSES));
            for (Level level : template.levels()) {
                boolean last = level == template.levels().get(template.levels().size() - 1);
                Refinement refinement = new Refinement(level, pyramid.at(level), last);
                List<Guess> better = new ArrayList<>();
                for (Guess guess : guesses) {
                    scene.checkTime();
                    better.add(refinement.of(guess));
                }
                int most = rule.maxCount() + (level.reduction() > 2 ? MORE_GUESSES : 1);
                guesses = promising(apart(better, distance(), last ? 360 : sameTurnDeg(), most));
            }
            return guesses.stream()
                    .filter(guess -> guess.visible() >= rule.minVisible() - 0.01)
                    .filter(guess -> isInside(guess, view))
                    .limit(rule.maxCount())
                    .toList();
        }
    }

    private double distance() {
        return rule.minDistancePx().orElse(Math.min(template.widthPx(), template.heightPx()) / 2.0);
    }

    private boolean isInside(Guess guess, View view) {
        Point centre = guess.centre(template);
        return view.mask()
                .map(mask -> {
                    int x = (int) Math.floor(centre.x());
                    int y = (int) Math.floor(centre.y());
                    return x >= 0 && y >= 0 && x < mask.cols() && y < mask.rows() && mask.get(y, x)[0] > 0;
                })
                .orElse(true);
    }

    private List<Guess> coarse(Scene scene, Pyramid pyramid) throws ToolException {
        Level level = template.levels().get(0);
        Mat picture = pyramid.at(level);
        double step = step(level);
        List<Guess> guesses = new ArrayList<>();
        for (double scale : steps(rule.leastScale(), rule.mostScale(), step)) {
            for (double turn : steps(rule.fromDeg(), rule.toDeg(), Math.toDegrees(step))) {
                scene.checkTime();
                try (Mats mats = new Mats()) {
                    double whole = scale * scene.pose().scale();
                    double crop = 1 - rule.minVisible();
                    Turned turned = Turned.of(picture, level.grey(), turn + rule.uprightDeg(), whole, crop, mats);
                    guesses.addAll(peaks(turned, level, mats));
                }
            }
        }
        return guesses;
    }

    private List<Guess> peaks(Turned turned, Level level, Mats mats) {
        List<Guess> guesses = new ArrayList<>();
        Mat small = level.grey();
        if (turned.picture().cols() < small.cols() || turned.picture().rows() < small.rows()) {
            return guesses;
        }
        Mat scores = mats.empty();
        Imgproc.matchTemplate(turned.picture(), small, scores, Imgproc.TM_CCOEFF_NORMED);
        int apartX = Math.max(2, small.cols() / 4);
        int apartY = Math.max(2, small.rows() / 4);
        for (int i = 0; i < rule.maxCount() + MORE_GUESSES; i++) {
            Core.MinMaxLocResult peak =
                    turned.allowed().empty() ? Core.minMaxLoc(scores) : Core.minMaxLoc(scores, turned.allowed());
            if (peak.maxLoc.x < 0 || peak.maxVal <= SEEN) {
                break;
            }
            guesses.add(guess(turned, level, peak));
            Imgproc.rectangle(
                    scores,
                    new org.opencv.core.Point(peak.maxLoc.x - apartX, peak.maxLoc.y - apartY),
                    new org.opencv.core.Point(peak.maxLoc.x + apartX, peak.maxLoc.y + apartY),
                    new Scalar(SEEN),
                    Imgproc.FILLED);
        }
        return guesses;
    }

    private static Guess guess(Turned turned, Level level, Core.MinMaxLocResult peak) {
        Pose pose = turned.toView().after(new Pose(1, 0, peak.maxLoc.x, peak.maxLoc.y));
        int by = level.reduction();
        return new Guess(new Pose(pose.a(), pose.b(), pose.dx() * by, pose.dy() * by), peak.maxVal, 1);
    }

    /** Without those that are far behind the best, or behind what is wanted where several are. */
    private List<Guess> promising(List<Guess> guesses) {
        double best = guesses.stream().mapToDouble(Guess::score).max().orElse(0);
        double least = rule.maxCount() == 1 ? best - FAR_BEHIND : Math.min(best, rule.minScore()) - FAR_BEHIND;
        return guesses.stream().filter(guess -> guess.score() >= least).toList();
    }

    /** Round things look the same in many turns when seen coarsely, so that more than one must be followed. */
    private double sameTurnDeg() {
        Level level = template.levels().get(0);
        return 1.4 * Math.toDegrees(step(level));
    }

    /** By how much, in radians or as a share of the scale, two searches differ. */
    private static double step(Level level) {
        return 2 * STEP_PX / Math.hypot(level.grey().cols(), level.grey().rows());
    }

    /** The best first; two are one if their middles are nearer than this and their turns differ by less than that. */
    private List<Guess> apart(List<Guess> guesses, double distance, double turnDeg, int most) {
        List<Guess> kept = new ArrayList<>();
        guesses.stream()
                .sorted(Comparator.comparingDouble(Guess::score).reversed())
                .forEach(guess -> {
                    boolean free = kept.stream()
                            .noneMatch(other -> turnBetween(guess, other) <= turnDeg
                                    && other.centre(template).distanceTo(guess.centre(template)) < distance);
                    if (free && kept.size() < most) {
                        kept.add(guess);
                    }
                });
        return kept;
    }

    private static double turnBetween(Guess one, Guess other) {
        return Math.abs(Math.IEEEremainder(one.pose().turnDeg() - other.pose().turnDeg(), 360));
    }

    /** From the least to the most, evenly, not farther apart than this. */
    private static double[] steps(double least, double most, double step) {
        int count = (int) Math.ceil((most - least) / step - 1e-9);
        double[] steps = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            steps[i] = count == 0 ? least : least + (most - least) * i / count;
        }
        return steps;
    }
}
