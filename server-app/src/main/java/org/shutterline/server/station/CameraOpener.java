package org.shutterline.server.station;

import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;

/** Opens the camera that a station's settings name. */
@FunctionalInterface
public interface CameraOpener {
    /** @throws CameraException if it is not there; the station tries again */
    Camera open() throws CameraException;
}
