package org.shutterline.server.camera.folder;

import org.shutterline.server.spi.PixelFormat;

/** How the pictures of a folder are handed on. */
enum FolderFormat {
    AS_FILE,
    MONO8,
    BGR8;

    PixelFormat of(PixelFormat file) {
        return this == AS_FILE ? file : this == MONO8 ? PixelFormat.MONO8 : PixelFormat.BGR8;
    }
}
