package org.shutterline.server.camera.http;

import org.shutterline.server.spi.PixelFormat;

/** How the pictures of a snapshot address are handed on. */
enum HttpFormat {
    AS_SENT,
    MONO8,
    BGR8;

    PixelFormat of(PixelFormat sent) {
        return this == AS_SENT ? sent : this == MONO8 ? PixelFormat.MONO8 : PixelFormat.BGR8;
    }
}
