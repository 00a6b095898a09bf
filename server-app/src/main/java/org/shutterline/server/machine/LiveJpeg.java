package org.shutterline.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.shutterline.protocol.message.Blob;
import org.shutterline.server.frame.Pixels;
import org.shutterline.server.spi.PixelFormat;

/** Encodes live pictures at a quality that suits watching. */
public final class LiveJpeg implements PixelEncoder {
    private static final int QUALITY = 80;

    @Override
    public byte[] jpeg(int widthPx, int heightPx, PixelFormat format, Blob pixels) {
        try {
            return Pixels.copy(widthPx, heightPx, format, pixels.bytes()).jpeg(QUALITY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
