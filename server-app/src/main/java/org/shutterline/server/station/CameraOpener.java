package org.shutterline.server.station;

import java.util.Map;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;

/** Opens the camera that a station's settings name. */
public interface CameraOpener {
    /** @throws CameraException if it is not there; the station tries again */
    Camera open() throws CameraException;

    /** What is to be noted of the picture that was asked for last, if it did not come. Any thread. */
    Map<String, String> notes();
}
