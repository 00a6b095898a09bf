package org.shutterline.server.ui.statistics;

import java.util.Locale;
import java.util.OptionalDouble;
import org.shutterline.server.ui.UiWords;

/** Shares as people read them. */
final class Percent {
    private Percent() {}

    /** Never rounded up to 100 or down to 0 while that is not all or none of them; a dash without a part. */
    static String words(OptionalDouble percent) {
        if (percent.isEmpty()) {
            return UiWords.text("figure.none");
        }
        double exact = percent.getAsDouble();
        double shown = exact == 0 || exact == 100 ? exact : Math.max(0.01, Math.min(99.99, exact));
        return UiWords.text("figure.percent", String.format(Locale.ROOT, "%.2f", shown));
    }
}
