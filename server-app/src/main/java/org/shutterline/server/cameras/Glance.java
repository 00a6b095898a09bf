package org.shutterline.server.cameras;

import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.server.spi.CameraIdentity;

/**
 * What was seen through a camera.
 *
 * @param plain as it was taken
 * @param shown the same, or with clipped pixels coloured
 */
record Glance(PlainPicture plain, PlainPicture shown, PictureFigures figures, CameraIdentity identity) {}
