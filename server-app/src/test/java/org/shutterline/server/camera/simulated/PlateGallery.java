package org.shutterline.server.camera.simulated;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/** Draws plates and the demo job's template into files, to be looked at, and says how long it takes. */
public final class PlateGallery {
    private PlateGallery() {}

    /** @param args the folder */
    public static void main(String[] args) throws IOException, CameraException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        save(SimulatedCameras.with(Map.of()), folder.resolve("good.png"));
        for (String defect : SimulatedCameras.DEFECTS) {
            save(SimulatedCameras.with(Map.of(defect + "Rate", 1)), folder.resolve(defect + ".png"));
        }
        save(SimulatedCameras.with(Map.of("pixelFormat", "bgr8")), folder.resolve("colour.png"));
        save(SimulatedCameras.with(Map.of("widthPx", 640, "heightPx", 480)), folder.resolve("small.png"));
        save(SimulatedCameras.with(Map.of("blurPx", 2)), folder.resolve("blurred.png"));
        template(folder.resolve("print.png"));
        time("mono8", SimulatedCameras.with(Map.of()));
        time("bgr8", SimulatedCameras.with(Map.of("pixelFormat", "bgr8")));
    }

    /** The small print of the label of a plate that lies straight, without noise. */
    private static void template(Path file) throws IOException, CameraException, InterruptedException {
        SimulatedCamera camera = SimulatedCameras.with(Map.of("shiftPx", 0, "turnDegrees", 0, "noise", 0));
        ImageIO.write(picture(camera).getSubimage(438, 594, 152, 32), "png", file.toFile());
    }

    private static void time(String what, SimulatedCamera camera) throws CameraException, InterruptedException {
        FramePool pool = new FramePool(1 << 24);
        long[] nanos = new long[300];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            camera.capture(pool).frame().close();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s drawn: median %.1f ms, 95 %% %.1f ms%n",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }

    private static void save(SimulatedCamera camera, Path file)
            throws IOException, CameraException, InterruptedException {
        ImageIO.write(picture(camera), "png", file.toFile());
    }

    private static BufferedImage picture(SimulatedCamera camera) throws CameraException, InterruptedException {
        try (Frame frame = camera.capture(new FramePool(1 << 24)).frame()) {
            boolean mono = frame.format() == PixelFormat.MONO8;
            BufferedImage picture = new BufferedImage(
                    frame.widthPx(),
                    frame.heightPx(),
                    mono ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
            frame.pixels().get(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            return picture;
        }
    }
}
