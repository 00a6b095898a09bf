package org.shutterline.server.cameras;

import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Frame;

/** Looks through a camera. Used by one thread, which may block in it and is interrupted when nobody looks any more. */
interface Eye extends AutoCloseable {
    /** What it sees now, as raw pixels. */
    PlainPicture look() throws CameraException, InterruptedException;

    /** Which camera it turned out to be. */
    CameraIdentity identity();

    /** With these settings from the next look on. Any thread. */
    void options(Options changed);

    @Override
    void close();

    /** A copy of the pixels, which need not be given back. */
    static PlainPicture copyOf(Frame frame) {
        byte[] copy = new byte[frame.bytes()];
        frame.pixels().get(copy);
        return PlainPicture.of(frame.format().word(), frame.widthPx(), frame.heightPx(), copy);
    }
}
