package org.shutterline.server.tool.pattern;

import java.util.HashMap;
import java.util.Map;
import org.opencv.core.Mat;
import org.shutterline.server.tool.Mats;

/** The view at the sizes at which it is searched; valid while its matrices are. */
final class Pyramid {
    private final Map<Integer, Mat> levels = new HashMap<>();

    /** @param grey not to be written to */
    Pyramid(Mat grey, Template template, Mats mats) {
        for (Level level : template.levels()) {
            int by = level.reduction();
            levels.put(by, by == 1 ? grey : mats.hold(Template.reduced(grey, by)));
        }
    }

    Mat at(Level level) {
        return levels.get(level.reduction());
    }
}
