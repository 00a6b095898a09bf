package org.shutterline.server.camera.simulated;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;
import org.shutterline.server.spi.Vision;

/** Draws the plates one after the other, at the pace of a real camera. A picture that was given up is drawn next time. */
public final class SimulatedCamera implements Camera {
    private final PlateSettings settings;
    private final PlateMaker maker;
    private final PlatePainter painter;
    private final Light light;
    private final PixelCounter counter = new PixelCounter();
    private final byte[] grey;
    private final byte[] colour;
    private long number;

    SimulatedCamera(PlateSettings settings) {
        this.settings = settings;
        this.maker = new PlateMaker(settings);
        this.painter = new PlatePainter(settings);
        this.light = new Light(settings);
        this.grey = new byte[settings.widthPx() * settings.heightPx()];
        this.colour = new byte[settings.pixelFormat() == PixelFormat.BGR8 ? 3 * grey.length : 0];
        this.number = settings.firstNumber();
        if (settings.blurPx() > 0) {
            Vision.load();
        }
    }

    /** Draws the first plate for nothing, so that the first trigger does not wait for fonts and for code to be loaded. */
    SimulatedCamera warmedUp() {
        shine();
        return this;
    }

    /** What is true of the picture with this number, whether it was taken or not. */
    public PlateTruth truth(long pictureNumber) {
        return maker.plate(pictureNumber);
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        long readyNanos = System.nanoTime() + (long) ((settings.exposureMs() + settings.transferMs()) * 1e6);
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before the exposure");
        }
        Frame frame = frames.take(settings.widthPx(), settings.heightPx(), settings.pixelFormat());
        boolean delivered = false;
        try {
            draw(frame);
            TimeUnit.NANOSECONDS.sleep(readyNanos - System.nanoTime());
            Shot shot = new Shot(frame, notes());
            number++;
            delivered = true;
            return shot;
        } finally {
            if (!delivered) {
                frame.close();
            }
        }
    }

    @Override
    public CameraIdentity identity() {
        return new CameraIdentity("", "Simulated plate", "SIM-" + settings.seed(), "");
    }

    @Override
    public void close() {
        // holds nothing outside the heap
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("number", Long.toString(number));
        notes.put("exposureMs", Double.toString(settings.exposureMs()));
        return notes;
    }

    private void shine() {
        painter.paint(maker.plate(number), grey);
        if (settings.blurPx() > 0) {
            blur();
        }
        SplittableRandom dice = maker.dice(~number);
        light.shineOn(grey, dice);
    }

    private void draw(Frame frame) {
        shine();
        if (settings.counter()) {
            counter.write(grey, settings.widthPx());
        }
        ByteBuffer pixels = frame.pixels();
        if (settings.pixelFormat() == PixelFormat.MONO8) {
            pixels.put(grey);
        } else {
            tint();
            pixels.put(colour);
        }
    }

    private void blur() {
        Mat mat = new Mat(settings.heightPx(), settings.widthPx(), CvType.CV_8UC1);
        try {
            mat.put(0, 0, grey);
            Imgproc.GaussianBlur(mat, mat, new Size(0, 0), settings.blurPx());
            mat.get(0, 0, grey);
        } finally {
            mat.release();
        }
    }

    /** Steel is a little blue in the dark and a little warm in the light. */
    private void tint() {
        int to = 0;
        for (byte level : grey) {
            int g = level & 0xFF;
            colour[to++] = (byte) Math.min(255, g + 3 - g / 40);
            colour[to++] = (byte) g;
            colour[to++] = (byte) Math.max(0, g - 1 + g / 90);
        }
    }
}
