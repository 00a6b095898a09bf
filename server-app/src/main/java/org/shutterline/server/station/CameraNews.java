package org.shutterline.server.station;

import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Shot;

/** What the loop of a camera tells its station; called on the camera's thread, or on the one that gives up waiting. */
interface CameraNews {
    void cameraReady(CameraIdentity which);

    void cameraAway(String why);

    void captured(Run run, Shot shot, long askedNanos);

    void failed(Run run, CameraException why);

    /** A live picture; the station owns its frame. */
    void livePicture(Shot shot);

    /** The camera took one by itself; the station owns its frame. */
    void tookByItself(Shot shot);

    /** The camera took one by itself and it cannot be had. */
    void lostOne(CameraException why);
}
