package org.shutterline.server.tool.golden;

/**
 * How boards are photographed.
 *
 * @param shiftPx how far the tested one lies off, at most, each way
 * @param turnDeg how far it is turned, at most
 * @param stretchPx how far it stretches, at most
 * @param roughest how far edges wobble: the standard deviation is about 2.5 px times this, at most
 * @param bumpPx how long their bumps are: the standard deviation of the bell that smooths the wobble
 * @param binaryShare how many are near-binary, 0..1; the others are grey
 * @param noisiest standard deviation of the noise of grey ones, at most
 * @param blurriest px, standard deviation of the blur of grey ones, at most
 * @param lightShare by what share the light differs, at most
 * @param jpegQuality 0: not packed
 * @param cut whether each picture is cut to black and white at a level of its own once it is taken
 */
record Style(
        double shiftPx,
        double turnDeg,
        double stretchPx,
        double roughest,
        double bumpPx,
        double binaryShare,
        double noisiest,
        double blurriest,
        double lightShare,
        int jpegQuality,
        boolean cut) {
    static final Style USUAL = new Style(6, 0.5, 3, 0.26, 1.3, 0.67, 8, 1.1, 0.08, 0, false);

    static Style named(String name) {
        return switch (name) {
            case "usual" -> USUAL;
            case "plain" -> new Style(2, 0.1, 1.2, 0.15, 1.3, 0.85, 3, 0.8, 0.04, 0, false);
            case "gentle" -> new Style(3, 0.2, 1.5, 0.15, 1.3, 1, 3, 0.7, 0.04, 0, false);
            case "packed" -> new Style(5, 0.4, 3, 0.2, 1.3, 0.8, 3, 0.8, 0.05, 75, false);
            case "cut" -> new Style(3, 0.2, 2, 0.2, 1.3, 1, 0, 0.5, 0, 90, true);
            case "ragged" -> new Style(3, 0.3, 2, 0.3, 1.3, 1, 0, 0.5, 0, 0, true);
            case "worn" -> new Style(3, 0.3, 3, 0.4, 2.5, 1, 0, 0.5, 0, 0, true);
            case "rough" -> new Style(6, 0.5, 3, 0.36, 1.3, 0.7, 8, 1.1, 0.08, 0, false);
            case "far" -> new Style(14, 1.0, 5, 0.2, 1.3, 0.7, 6, 1.0, 0.08, 0, false);
            case "noisy" -> new Style(6, 0.5, 3, 0.2, 1.3, 0, 14, 1.0, 0.08, 0, false);
            case "blurred" -> new Style(6, 0.5, 3, 0.2, 1.3, 0, 6, 1.8, 0.08, 0, false);
            case "lit" -> new Style(6, 0.5, 3, 0.2, 1.3, 0.5, 6, 1.0, 0.25, 0, false);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
