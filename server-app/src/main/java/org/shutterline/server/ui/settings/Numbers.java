package org.shutterline.server.ui.settings;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as they are typed: with a point, or with a comma by those who are used to it. */
public final class Numbers {
    private Numbers() {}

    /** Empty if it is no number. */
    public static Optional<Double> read(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip().replace(',', '.')))
                    .filter(Double::isFinite);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    public static String shown(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
