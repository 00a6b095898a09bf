package org.shutterline.server.camera.http;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Exposure.Freshness;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.NetAddress;
import org.shutterline.server.spi.PictureFile;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Asks for each picture when it is wanted. */
final class HttpCamera implements Camera {
    /** A connection that asks for nothing is no more often wanted of a camera than this. */
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final int CHECK_MS = 1_000;

    private final Asker asker;
    private final NetAddress address;
    private final HttpFormat format;
    private final Door door;
    private long nextCheckNanos = System.nanoTime() + CHECK_NANOS;

    HttpCamera(Asker asker, NetAddress address, HttpFormat format) {
        this.asker = asker;
        this.address = address;
        this.format = format;
        this.door = new Door(address);
    }

    /**
     * Takes one picture to see that the camera is there, lets us in and sends pictures.
     *
     * @throws CameraException always as away
     */
    void connect(int mostMs) throws CameraException {
        try {
            door.knock(mostMs);
            new Snapshot(address).in(asker.ask());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(Kind.CAMERA_AWAY, "given up while connecting to " + address, e);
        } catch (CameraException e) {
            throw new CameraException(Kind.CAMERA_AWAY, e.getMessage(), e);
        }
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before the camera was asked");
        }
        Answer answer = asker.ask();
        byte[] file = new Snapshot(address).in(answer);
        try (PictureFile picture = PictureFile.open(file)) {
            return new Shot(read(picture, frames), exposure(answer), Map.of());
        } catch (IOException e) {
            throw new CameraException(
                    Kind.THIS_PICTURE, "the answer of " + address + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void check() throws CameraException, InterruptedException {
        if (System.nanoTime() - nextCheckNanos >= 0) {
            nextCheckNanos = System.nanoTime() + CHECK_NANOS;
            door.knock(CHECK_MS);
        }
    }

    @Override
    public CameraIdentity identity() {
        return new CameraIdentity("", "", "", address.shown());
    }

    @Override
    public void close() {
        // nothing is held open between pictures
    }

    private Frame read(PictureFile picture, FrameSource frames) throws CameraException, IOException {
        PixelFormat wanted = format.of(picture.format());
        byte[] pixels = picture.pixels(wanted);
        Frame frame = frames.take(picture.widthPx(), picture.heightPx(), wanted);
        frame.pixels().put(pixels);
        return frame;
    }

    private static Exposure exposure(Answer answer) {
        return new Exposure(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(answer.arrivedNanos()),
                Freshness.ARRIVAL);
    }
}
