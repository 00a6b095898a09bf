package org.shutterline.server.ui;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.shutterline.protocol.message.PlainPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pictures that can be painted, on its own thread {@code window-pictures}; keeps each as long as somebody keeps
 * what it was made from. Asked on the event thread.
 */
public final class Darkroom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "window-pictures");
        made.setDaemon(true);
        return made;
    });
    private final Map<PlainPicture, Optional<BufferedImage>> developed = new WeakHashMap<>();
    private final Set<PlainPicture> inWork = new HashSet<>();
    private final Runnable ready;

    /** @param ready told on the event thread whenever a picture is ready */
    Darkroom(Runnable ready) {
        this.ready = ready;
    }

    /** The picture if it is ready; if not, it is made and {@code ready} is told. A broken picture is ready and empty. */
    public Optional<BufferedImage> picture(PlainPicture plain) {
        if (developed.containsKey(plain)) {
            return developed.get(plain);
        }
        if (inWork.add(plain)) {
            thread.execute(() -> {
                Optional<BufferedImage> made = make(plain);
                SwingUtilities.invokeLater(() -> done(plain, made));
            });
        }
        return Optional.empty();
    }

    public boolean isReady(PlainPicture plain) {
        picture(plain);
        return developed.containsKey(plain);
    }

    private void done(PlainPicture plain, Optional<BufferedImage> made) {
        inWork.remove(plain);
        developed.put(plain, made);
        ready.run();
    }

    private static Optional<BufferedImage> make(PlainPicture plain) {
        try {
            return switch (plain.format()) {
                case "mono8" -> Optional.of(raw(plain, ColorSpace.CS_GRAY, new int[] {0}));
                case "bgr8" -> Optional.of(raw(plain, ColorSpace.CS_sRGB, new int[] {2, 1, 0}));
                default -> Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(plain.bytes())));
            };
        } catch (IOException | RuntimeException broken) {
            LOG.warn("a picture of {} bytes cannot be shown: {}", plain.bytes().length, broken.getMessage());
            return Optional.empty();
        }
    }

    /** Raw pixels are shown where they lie, without a copy. */
    private static BufferedImage raw(PlainPicture plain, int space, int[] offsets) {
        if (space == ColorSpace.CS_GRAY) {
            BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
            return new BufferedImage(grey.getColorModel(), raster(plain, offsets), false, null);
        }
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, java.awt.Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster(plain, offsets), false, null);
    }

    private static WritableRaster raster(PlainPicture plain, int[] offsets) {
        int bytesAPixel = offsets.length;
        return Raster.createInterleavedRaster(
                new DataBufferByte(plain.bytes(), plain.bytes().length),
                plain.widthPx(),
                plain.heightPx(),
                plain.widthPx() * bytesAPixel,
                bytesAPixel,
                offsets,
                new Point(0, 0));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
