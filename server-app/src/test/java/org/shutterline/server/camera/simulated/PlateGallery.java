package org.shutterline.server.camera.simulated;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/** Draws plates into files, to be looked at: {@code PlateGallery folder [count]}. */
public final class PlateGallery {
    private PlateGallery() {}

    public static void main(String[] args) throws IOException, CameraException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        for (String defect : List.of("none", "holeMissing", "holeWrongSize", "scratch", "wrongCode", "damagedCode")) {
            SimulatedCamera camera = camera(
                    Map.of(defect.equals("none") ? "scratchRate" : defect + "Rate", defect.equals("none") ? 0 : 1));
            for (int i = 1; i <= count; i++) {
                save(camera, folder.resolve(defect + i + ".png"));
            }
        }
        save(camera(Map.of("pixelFormat", "bgr8")), folder.resolve("colour.png"));
        save(camera(Map.of("widthPx", 640, "heightPx", 480)), folder.resolve("small.png"));
        time("mono8", camera(Map.of()));
        time("bgr8", camera(Map.of("pixelFormat", "bgr8")));
    }

    /** A camera without defects and waiting, but for what is asked. */
    static SimulatedCamera camera(Map<String, Object> changes) {
        Map<String, Object> raw = new LinkedHashMap<>();
        List.of("holeMissing", "holeWrongSize", "scratch", "wrongCode", "damagedCode")
                .forEach(defect -> raw.put(defect + "Rate", 0));
        raw.put("exposureMs", 0);
        raw.put("transferMs", 0);
        raw.putAll(changes);
        SimulatedCameraFactory factory = new SimulatedCameraFactory();
        return factory.open(Options.checked("test", raw, factory.settings()));
    }

    private static void time(String what, SimulatedCamera camera) throws CameraException, InterruptedException {
        FramePool pool = new FramePool(1 << 24);
        int runs = 200;
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            camera.capture(pool).frame().close();
            nanos[i] = System.nanoTime() - start;
        }
        java.util.Arrays.sort(nanos);
        System.out.printf(
                "%s drawn: median %.1f ms, 95 %% %.1f ms%n", what, nanos[runs / 2] / 1e6, nanos[runs * 95 / 100] / 1e6);
    }

    private static void save(SimulatedCamera camera, Path file)
            throws IOException, CameraException, InterruptedException {
        try (Frame frame = camera.capture(new FramePool(1 << 24)).frame()) {
            boolean mono = frame.format() == PixelFormat.MONO8;
            BufferedImage picture = new BufferedImage(
                    frame.widthPx(),
                    frame.heightPx(),
                    mono ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
            frame.pixels().get(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            ImageIO.write(picture, "png", file.toFile());
        }
    }
}
