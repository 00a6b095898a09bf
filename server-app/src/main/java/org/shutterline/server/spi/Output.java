package org.shutterline.server.spi;

/**
 * A value that a tool gives.
 *
 * @param name stable, of a-z 0-9 and underline, unique in the tool: what limits and output lists name it by
 * @param unit {@code px}, {@code %}, {@code grey}, or empty
 * @param decimals how many are usual, 0 to 9; ignored for texts
 * @param scaling whether it is a length or an area, which a calibrated job tells in mm
 */
public record Output(String name, String unit, int decimals, Scaling scaling) {
    /** How a value follows the plane in which it is measured. */
    public enum Scaling {
        NONE,
        LENGTH,
        AREA
    }

    /** A value that no calibration changes. */
    public Output(String name, String unit, int decimals) {
        this(name, unit, decimals, Scaling.NONE);
    }

    /** A length, which the tool measures in {@link Scene#plane()}: px, or mm in a calibrated job. */
    public static Output length(String name, int decimals) {
        return new Output(name, "px", decimals, Scaling.LENGTH);
    }

    /** An area, which the tool measures in {@link Scene#plane()}: px², or mm² in a calibrated job. */
    public static Output area(String name, int decimals) {
        return new Output(name, "px\u00B2", decimals, Scaling.AREA);
    }

    /** The same in a calibrated job; a mm is some px, so it has more decimals. */
    public Output inMm() {
        return switch (scaling) {
            case NONE -> this;
            case LENGTH -> new Output(name, "mm", Math.min(9, decimals + 1), scaling);
            case AREA -> new Output(name, "mm\u00B2", Math.min(9, decimals + 2), scaling);
        };
    }

    /** The same with other decimals. */
    public Output withDecimals(int other) {
        return new Output(name, unit, other, scaling);
    }
}
