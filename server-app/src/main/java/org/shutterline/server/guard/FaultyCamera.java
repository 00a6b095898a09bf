package org.shutterline.server.guard;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.guard.Faults.Fault;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.shutterline.server.spi.Vision;

/** A camera with faults on demand. It knows nothing of the guard around it, which must notice them. */
final class FaultyCamera implements Camera {
    private static final int BLUR_PX = 31;

    static {
        Vision.load();
    }

    private final Camera camera;
    private final Faults faults;
    private Optional<Kept> before = Optional.empty();

    /** A copy of the pixels of the picture before. */
    private record Kept(int widthPx, int heightPx, ByteBuffer pixels, Exposure exposure) {}

    FaultyCamera(Camera camera, Faults faults) {
        this.camera = camera;
        this.faults = faults;
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        faults.checkThere();
        Fault fault = faults.next();
        return hit(fault, camera.capture(frames));
    }

    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        faults.checkThere();
        Optional<Shot> shot = camera.await(frames, mostMs);
        return shot.isPresent() ? Optional.of(hit(faults.next(), shot.get())) : shot;
    }

    private Shot hit(Fault fault, Shot shot) throws CameraException, InterruptedException {
        if (!faults.plan().isOn()) {
            before = Optional.empty();
            return shot;
        }
        faults.strike(fault);
        boolean delivered = false;
        try {
            Exposure exposure = shot.exposure();
            switch (fault) {
                case DELAY -> Thread.sleep(faults.plan().delayMs());
                case DROP -> throw new CameraException(Kind.THIS_PICTURE, "the picture was lost (fault on demand)");
                case VANISH -> {
                    faults.vanish();
                    faults.checkThere();
                }
                case HANG -> hang();
                case REPEAT -> {
                    exposure = before.filter(kept -> fits(kept, shot.frame()))
                            .map(kept -> {
                                shot.frame().pixels().put(kept.pixels().duplicate());
                                return kept.exposure();
                            })
                            .orElse(exposure);
                }
                case TORN ->
                    before.filter(kept -> fits(kept, shot.frame())).ifPresent(kept -> {
                        ByteBuffer half = kept.pixels().duplicate();
                        half.limit(half.limit() / 2);
                        shot.frame().pixels().put(half);
                    });
                default -> distort(fault, shot.frame());
            }
            keep(shot.frame(), exposure);
            delivered = true;
            Shot hit = new Shot(shot.frame(), exposure, shot.notes());
            return fault == Fault.NONE ? hit : hit.noted(Faults.NOTE, fault.word());
        } finally {
            if (!delivered) {
                shot.frame().close();
            }
        }
    }

    private static boolean fits(Kept kept, Frame frame) {
        return kept.widthPx() == frame.widthPx()
                && kept.heightPx() == frame.heightPx()
                && kept.pixels().limit() == frame.bytes();
    }

    private static void distort(Fault fault, Frame frame) {
        if (fault == Fault.BLACK) {
            ByteBuffer pixels = frame.pixels();
            pixels.put(new byte[pixels.remaining()]);
        } else if (fault == Fault.BLUR) {
            Mat mat = frame.mat();
            Mat blurred = new Mat();
            try {
                Imgproc.blur(mat, blurred, new Size(BLUR_PX, BLUR_PX));
                blurred.copyTo(mat);
            } finally {
                blurred.release();
                mat.release();
            }
        }
    }

    private void keep(Frame frame, Exposure exposure) {
        ByteBuffer copy = before.map(Kept::pixels)
                .filter(pixels -> pixels.capacity() == frame.bytes())
                .orElseGet(() -> ByteBuffer.allocateDirect(frame.bytes()));
        copy.clear();
        copy.put(frame.pixels()).flip();
        before = Optional.of(new Kept(frame.widthPx(), frame.heightPx(), copy, exposure));
    }

    /** As a native call would: an interrupt does not end it, and is still there afterwards. */
    private void hang() {
        long until = System.nanoTime() + faults.plan().hangMs() * 1_000_000L;
        boolean interrupted = false;
        while (until - System.nanoTime() > 0) {
            LockSupport.parkNanos(until - System.nanoTime());
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public CameraIdentity identity() {
        return camera.identity();
    }

    @Override
    public boolean takesByItself() {
        return camera.takesByItself();
    }

    @Override
    public void check() throws CameraException, InterruptedException {
        faults.checkThere();
        camera.check();
    }

    @Override
    public boolean adjust(Options options) throws CameraException {
        return camera.adjust(options);
    }

    @Override
    public void close() {
        camera.close();
    }
}
