package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * The ways to look at a region, in the order in which they are tried.
 *
 * @param bars whether there may be codes whose bars must be crossed by a line
 * @param fields whether there may be codes of squares or of rows
 */
record Attempts(boolean bars, boolean fields) {
    private static final int LEAST_HALVED_PX = 60;
    private static final int LEAST_QUARTERED_PX = 400;
    private static final long MOST_DOUBLED_PX = 1_000_000;
    private static final int MOST_PLACES = 6;
    private static final double ENOUGH_PX = 220;
    private static final int STEP_DEG = 15;

    /**
     * The usual ones: all of them are made before a code is said to be missing.
     *
     * @param several whether there may be several codes: then none of them need be in the middle
     */
    List<Attempt> usual(Mat grey, boolean several) {
        long pixels = grey.total();
        List<Attempt> attempts = new ArrayList<>();
        both(attempts, pixels, () -> CodeView.plain(grey));
        attempts.add(Attempt.near(() -> CodeView.plain(grey).inverted(), pixels));
        if (Math.min(grey.rows(), grey.cols()) >= LEAST_HALVED_PX) {
            both(attempts, pixels / 4, () -> CodeView.scaled(grey, 0.5));
        }
        if (isDoubled(grey)) {
            both(attempts, pixels * 4, () -> CodeView.scaled(grey, 2));
        }
        both(attempts, pixels, () -> CodeView.plain(grey).turned());
        both(attempts, pixels, () -> CodeView.softened(grey));
        attempts.add(Attempt.whole(() -> CodeView.plain(grey).inverted(), pixels));
        if (several) {
            attempts.addAll(places(grey));
        }
        return attempts;
    }

    /** The harder ones: made as long as there is time. What needs a look at the picture is asked when its turn comes. */
    Stream<Attempt> harder(Mat grey) {
        List<Supplier<List<Attempt>>> stages = new ArrayList<>();
        stages.add(() -> contrast(grey));
        stages.add(() -> leaning(grey, whole(grey), 3));
        stages.add(() -> places(grey));
        stages.add(() -> grain(grey));
        if (bars) {
            stages.add(() -> steps(grey));
        }
        return stages.stream().flatMap(stage -> stage.get().stream());
    }

    private List<Attempt> contrast(Mat grey) {
        long pixels = grey.total();
        int around = Math.max(15, Math.min(grey.rows(), grey.cols()) / 6);
        List<Attempt> attempts = new ArrayList<>();
        both(attempts, pixels, () -> CodeView.plain(grey).stretched());
        both(attempts, pixels, () -> CodeView.evened(grey, around));
        attempts.add(Attempt.whole(() -> CodeView.evened(grey, around).inverted(), pixels));
        attempts.add(Attempt.near(() -> CodeView.plain(grey).stretched().inverted(), pixels));
        both(attempts, pixels, () -> CodeView.softened(grey).stretched());
        return attempts;
    }

    /** What lies at any angle laid upright: bars must be, and some square codes are found better so. */
    private List<Attempt> leaning(Mat grey, Rect part, int most) {
        return BarDirections.of(grey, part, most).stream()
                .flatMap(turn -> laid(grey, part, turn).stream())
                .toList();
    }

    private List<Attempt> laid(Mat grey, Rect part, double turnDeg) {
        long pixels = 2L * part.width * part.height;
        List<Attempt> attempts = new ArrayList<>();
        both(attempts, pixels, () -> CodeView.turned(grey, part, turnDeg));
        attempts.add(Attempt.whole(() -> CodeView.turned(grey, part, turnDeg).stretched(), pixels));
        attempts.add(Attempt.whole(() -> CodeView.turned(grey, part, turnDeg).inverted(), pixels));
        return attempts;
    }

    private List<Attempt> places(Mat grey) {
        List<Attempt> attempts = new ArrayList<>();
        for (Rect place : CodePlaces.in(grey, MOST_PLACES)) {
            double factor = Math.max(1, Math.min(3, ENOUGH_PX / Math.min(place.width, place.height)));
            long pixels = (long) (factor * factor * place.width * place.height);
            both(attempts, pixels, () -> CodeView.part(grey, place, factor));
            attempts.add(Attempt.near(() -> CodeView.part(grey, place, factor).stretched(), pixels));
            attempts.add(Attempt.near(() -> CodeView.part(grey, place, factor).inverted(), pixels));
            attempts.addAll(leaning(grey, place, 1));
        }
        return attempts;
    }

    private List<Attempt> grain(Mat grey) {
        long pixels = grey.total();
        List<Attempt> attempts = new ArrayList<>();
        both(attempts, pixels, () -> CodeView.cleaned(grey));
        if (Math.min(grey.rows(), grey.cols()) >= LEAST_QUARTERED_PX) {
            both(attempts, pixels / 16, () -> CodeView.scaled(grey, 0.25));
        }
        if (fields) {
            for (int size : new int[] {3, 5}) {
                both(attempts, pixels, () -> CodeView.joined(grey, true, size));
                both(attempts, pixels, () -> CodeView.joined(grey, false, size));
            }
            int around = Math.max(11, Math.min(grey.rows(), grey.cols()) / 5);
            attempts.add(Attempt.whole(() -> CodeView.cut(grey, around, 5), pixels));
            attempts.add(Attempt.whole(() -> CodeView.cut(grey, around / 2, 8), pixels));
        }
        if (isDoubled(grey)) {
            both(attempts, pixels * 4, () -> CodeView.sharpened(grey, 1.2));
            both(attempts, pixels * 4, () -> CodeView.sharpened(grey, 2.5));
        }
        return attempts;
    }

    /** Every way that bars can lie, for pictures in which something else has more edges. Upright and lying were tried. */
    private List<Attempt> steps(Mat grey) {
        List<Attempt> attempts = new ArrayList<>();
        for (int turn = STEP_DEG; turn < 180; turn += STEP_DEG) {
            int turnDeg = turn;
            if (turn % 90 != 0) {
                attempts.add(Attempt.whole(() -> CodeView.turned(grey, whole(grey), turnDeg), 2 * grey.total()));
            }
        }
        return attempts;
    }

    private static Rect whole(Mat grey) {
        return new Rect(0, 0, grey.cols(), grey.rows());
    }

    private static boolean isDoubled(Mat grey) {
        return grey.total() <= MOST_DOUBLED_PX;
    }

    private void both(List<Attempt> attempts, long pixels, Supplier<CodeView> view) {
        if (fields) {
            attempts.add(Attempt.near(view, pixels));
        }
        // lines across bars are told from black and white by the whole view in either way
        attempts.add(Attempt.whole(view, pixels));
    }
}
