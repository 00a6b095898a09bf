package org.shutterline.server.cameras;

import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Frame;

/** Looks through the camera of a station, which stays the station's. */
record StationEye(CamerasSource source, int station) implements Eye {
    @Override
    public PlainPicture look() throws CameraException, InterruptedException {
        try (Frame frame = source.look(station).frame()) {
            return Eye.copyOf(frame);
        }
    }

    @Override
    public CameraIdentity identity() {
        return CameraIdentity.UNTOLD;
    }

    @Override
    public void options(Options changed) {
        // the station gives them to its camera
    }

    @Override
    public void close() {
        // the camera stays open for its station
    }
}
