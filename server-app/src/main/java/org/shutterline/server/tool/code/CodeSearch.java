package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;

/**
 * One search for codes in one region: first as it is, then ever harder, as long as there is time. A code is not found when
 * all usual attempts were made; when another of them may not end in time the tool has not done its work.
 */
final class CodeSearch {
    private static final double RESERVE = 1.5;
    /** The paint must cover the rim, too. */
    private static final double PAINTED = 1.08;

    private final Mat grey;
    private final CodeReader reader;
    private final Scene scene;
    private final Amount amount;
    private final List<ReadCode> found = new ArrayList<>();

    // over all attempts: one that was held up for a moment says little about the next
    private long spentNanos;
    private long lookedAtPx = 1;

    private CodeSearch(Mat grey, CodeReader reader, Scene scene, Amount amount) {
        this.grey = grey;
        this.reader = reader;
        this.scene = scene;
        this.amount = amount;
    }

    /**
     * The codes in the order in which they were found; empty if there is none that can be read.
     *
     * @param amount when so many are found the search ends; if it is not known whether there are more than were found, no
     *     harder attempts are made for them
     * @throws ToolException if there is no time for all usual attempts
     */
    static List<ReadCode> in(View view, CodeReader reader, Scene scene, Amount amount) throws ToolException {
        try (Mats mats = new Mats()) {
            Mat grey = view.mask().isPresent() || amount.wanted() > 1 ? mats.hold(own(view, mats)) : view.grey();
            CodeSearch search = new CodeSearch(grey, reader, scene, amount);
            search.usual();
            if (search.isWorthHarder()) {
                search.harder();
            }
            return search.found;
        }
    }

    /** A copy that can be painted on, what is outside the region's outline without contrast. */
    private static Mat own(View view, Mats mats) {
        Mat copy = view.grey().clone();
        view.mask().ifPresent(inside -> {
            Mat outside = mats.empty();
            Core.bitwise_not(inside, outside);
            Mats.fill(copy, Core.mean(copy, inside), outside);
        });
        return copy;
    }

    private boolean isComplete() {
        return found.size() >= amount.wanted();
    }

    private boolean isWorthHarder() {
        return reader.triesHarder() && !isComplete() && (amount.isKnown() || found.isEmpty());
    }

    private void usual() throws ToolException {
        for (Attempt attempt : reader.attempts().usual(grey, amount.wanted() > 1)) {
            scene.checkTime();
            if (!isTimeFor(attempt)) {
                throw new ToolException("no time for another attempt");
            }
            make(attempt);
            if (isComplete()) {
                return;
            }
        }
        scene.checkTime();
    }

    private void harder() {
        Iterator<Attempt> harder = reader.attempts().harder(grey).iterator();
        while (!isComplete() && scene.nanosLeft() > 0 && harder.hasNext()) {
            Attempt attempt = harder.next();
            if (!isTimeFor(attempt)) {
                return;
            }
            make(attempt);
        }
    }

    private boolean isTimeFor(Attempt attempt) {
        return RESERVE * spentNanos / lookedAtPx * attempt.pixels() <= scene.nanosLeft();
    }

    private void make(Attempt attempt) {
        boolean again = true;
        while (again) {
            long began = System.nanoTime();
            Optional<ReadCode> code = reader.decode(attempt);
            spentNanos += System.nanoTime() - began;
            lookedAtPx += attempt.pixels();
            again = code.isPresent() && take(code.get()) && !isComplete() && isTimeFor(attempt);
        }
    }

    /** What was read is painted over, so that the next look finds the next; whether such a look is worth it. */
    private boolean take(ReadCode code) {
        if (found.stream().anyMatch(code::isSame)) {
            return false;
        }
        found.add(code);
        boolean paintable = !isComplete() && code.corners().size() >= 3;
        if (paintable) {
            paintOver(code);
        }
        return paintable;
    }

    private void paintOver(ReadCode code) {
        try (Mats mats = new Mats()) {
            MatOfPoint corners = new MatOfPoint(code.grown(PAINTED).stream()
                    .map(p -> new org.opencv.core.Point(p.x(), p.y()))
                    .toArray(org.opencv.core.Point[]::new));
            mats.hold(corners);
            Imgproc.fillConvexPoly(grey, corners, new Scalar(Core.mean(grey).val[0]));
        }
    }
}
