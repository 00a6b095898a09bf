package org.shutterline.server.tool.golden;

/**
 * How boards are photographed.
 *
 * @param shiftPx how far the tested one lies off, at most, each way
 * @param turnDeg how far it is turned, at most
 * @param stretchPx how far it stretches, at most
 * @param roughest how far edges wobble: the standard deviation is about 2.5 px times this, at most
 * @param binaryShare how many are near-binary, 0..1; the others are grey
 * @param noisiest standard deviation of the noise of grey ones, at most
 * @param blurriest px, standard deviation of the blur of grey ones, at most
 * @param lightShare by what share the light differs, at most
 * @param jpegQuality 0: not packed
 */
record Style(
        double shiftPx,
        double turnDeg,
        double stretchPx,
        double roughest,
        double binaryShare,
        double noisiest,
        double blurriest,
        double lightShare,
        int jpegQuality) {
    static final Style USUAL = new Style(6, 0.5, 3, 0.26, 0.67, 8, 1.1, 0.08, 0);

    static Style named(String name) {
        return switch (name) {
            case "usual" -> USUAL;
            case "plain" -> new Style(2, 0.1, 1.2, 0.15, 0.85, 3, 0.8, 0.04, 0);
            case "gentle" -> new Style(3, 0.2, 1.5, 0.15, 1, 3, 0.7, 0.04, 0);
            case "packed" -> new Style(5, 0.4, 3, 0.2, 0.8, 3, 0.8, 0.05, 75);
            case "rough" -> new Style(6, 0.5, 3, 0.36, 0.7, 8, 1.1, 0.08, 0);
            case "far" -> new Style(14, 1.0, 5, 0.2, 0.7, 6, 1.0, 0.08, 0);
            case "noisy" -> new Style(6, 0.5, 3, 0.2, 0, 14, 1.0, 0.08, 0);
            case "blurred" -> new Style(6, 0.5, 3, 0.2, 0, 6, 1.8, 0.08, 0);
            case "lit" -> new Style(6, 0.5, 3, 0.2, 0.5, 6, 1.0, 0.25, 0);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
