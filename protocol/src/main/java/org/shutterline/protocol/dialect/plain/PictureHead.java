package org.shutterline.protocol.dialect.plain;

import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Picture;

/**
 * What a server says of a picture before its bytes, checked so that no claim takes more memory than a picture may.
 *
 * @param owner the result's id or the station's number
 */
record PictureHead(long owner, String format, int width, int height, int length) {
    private static final long MAX_BYTES = 256L << 20;
    private static final long MAX_OVERHEAD = 1 << 20;

    PictureHead {
        long pixels = (long) width * height;
        if (owner < 1 || width < 1 || height < 1 || length < 1 || pixels > MAX_BYTES || length > MAX_BYTES) {
            throw new NotOurs("a picture of impossible size");
        }
        boolean sound = switch (format) {
            case "mono8" -> length == pixels;
            case "bgr8" -> length == 3 * pixels;
            case "jpeg", "png" -> length <= 4 * pixels + MAX_OVERHEAD;
            default -> throw new NotOurs("a picture of an unknown format");
        };
        if (!sound) {
            throw new NotOurs("a picture whose length and size do not agree");
        }
    }

    Picture with(byte[] bytes) {
        return new Picture(format, width, height, Blob.of(bytes));
    }
}
