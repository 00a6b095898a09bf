package org.shutterline.server.machine;

import org.shutterline.protocol.message.Blob;
import org.shutterline.server.spi.PixelFormat;

/** Encodes a picture that is only lent: it does not close it. Safe for all threads. */
@FunctionalInterface
public interface PixelEncoder {
    byte[] jpeg(int widthPx, int heightPx, PixelFormat format, Blob pixels);
}
