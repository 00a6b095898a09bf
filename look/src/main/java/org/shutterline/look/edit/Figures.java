package org.shutterline.look.edit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Measures of a region as people read them: a decimal point, and no decimals that say nothing. */
final class Figures {
    private Figures() {}

    /** Whole px, or tenths where there are some. */
    static String px(double px) {
        BigDecimal tenths = BigDecimal.valueOf(px).setScale(1, RoundingMode.HALF_UP);
        return tenths.remainder(BigDecimal.ONE).signum() == 0
                ? tenths.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : tenths.toPlainString();
    }

    static String angle(double deg) {
        return BigDecimal.valueOf(deg).setScale(1, RoundingMode.HALF_UP).toPlainString() + "\u00b0";
    }
}
