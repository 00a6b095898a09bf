package org.shutterline.server.ui.settings;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as they are typed: with a point, or with a comma by those who are used to it. */
public final class Numbers {
    /** A range or default as far away as this is no limit that anybody cares for. */
    static final double NO_END = 1e9;

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
