package org.shutterline.server.tool;

import org.shutterline.protocol.plugin.Options;

/**
 * Which patches a job wants.
 *
 * @param minAreaPx px^2 of the view
 * @param maxAreaPx not below the least
 * @param minHolePx smaller holes in a patch count for none
 * @param minContrast how far the patches must be from the rest, grey
 */
record BlobRule(
        Parting parting,
        double minAreaPx,
        double maxAreaPx,
        double minHolePx,
        int minContrast,
        boolean ignoreBorder,
        boolean noneIsFound) {

    static BlobRule read(Options options) {
        return new BlobRule(
                new Parting(
                        options.get(BlobsFactory.THRESHOLD),
                        options.get(BlobsFactory.POLARITY),
                        options.get(BlobsFactory.WINDOW),
                        options.get(BlobsFactory.OFFSET)),
                options.get(BlobsFactory.MIN_AREA),
                options.get(BlobsFactory.MAX_AREA),
                options.get(BlobsFactory.MIN_HOLE),
                options.get(BlobsFactory.CONTRAST),
                options.get(BlobsFactory.IGNORE_BORDER),
                options.get(BlobsFactory.NONE_IS_FOUND));
    }

    /** Whether the threshold comes from the picture: where nothing stands out, it parts the noise. */
    boolean choosesThreshold() {
        return parting.threshold().way() == Threshold.Way.OTSU;
    }

    /** For a picture of noise: what stands out by itself, even if it is too small to have a say in the threshold. */
    Parting farFrom(double mean) {
        return parting.farFrom(mean, minContrast);
    }

    boolean wants(Blob blob, Border border) {
        return blob.areaPx() >= minAreaPx && blob.areaPx() <= maxAreaPx && !(ignoreBorder && border.touches(blob));
    }

    String word() {
        return parting.polarity() == Polarity.DARK ? "dark" : "light";
    }
}
