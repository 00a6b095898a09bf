package org.shutterline.server.tool;

import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.View;

/** Which patches a job wants. */
record BlobRule(
        Threshold threshold,
        Polarity polarity,
        double minAreaPx,
        double maxAreaPx,
        int minContrast,
        boolean ignoreBorder,
        boolean noneIsFound) {

    static BlobRule read(Options options) {
        return new BlobRule(
                options.get(BlobsFactory.THRESHOLD),
                options.get(BlobsFactory.POLARITY),
                options.get(BlobsFactory.MIN_AREA),
                options.get(BlobsFactory.MAX_AREA),
                options.get(BlobsFactory.CONTRAST),
                options.get(BlobsFactory.IGNORE_BORDER),
                options.get(BlobsFactory.NONE_IS_FOUND));
    }

    boolean wants(Blob blob, View view) {
        return blob.areaPx() >= minAreaPx
                && blob.areaPx() <= maxAreaPx
                && !(ignoreBorder && blob.touchesBorder(view.widthPx(), view.heightPx()));
    }
}
