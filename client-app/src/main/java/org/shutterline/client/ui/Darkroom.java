package org.shutterline.client.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.shutterline.protocol.message.PlainPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes pictures on the thread {@code pictures}; asked and answered on the event thread, each picture once. */
final class Darkroom {
    private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);
    private static final long MOST_PIXELS = 100_000_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "pictures");
        made.setDaemon(true);
        return made;
    });
    private final Map<PlainPicture, Optional<BufferedImage>> developed;

    /** @param most decoded pictures that are kept */
    Darkroom(int most) {
        this.developed = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<PlainPicture, Optional<BufferedImage>> eldest) {
                return size() > most;
            }
        };
    }

    /** The decoded picture if it is ready; else it is made, and {@code ready} is told on the event thread. */
    Optional<BufferedImage> find(PlainPicture picture, Consumer<PlainPicture> ready) {
        Optional<BufferedImage> known = developed.get(picture);
        if (thread.isShutdown()) {
            return Optional.empty();
        }
        if (known == null) {
            developed.put(picture, Optional.empty());
            thread.execute(() -> develop(picture, ready));
            return Optional.empty();
        }
        return known;
    }

    private void develop(PlainPicture picture, Consumer<PlainPicture> ready) {
        Optional<BufferedImage> image = decode(picture);
        SwingUtilities.invokeLater(() -> {
            if (image.isPresent()) {
                developed.put(picture, image);
                ready.accept(picture);
            }
        });
    }

    private static Optional<BufferedImage> decode(PlainPicture picture) {
        if ((long) picture.widthPx() * picture.heightPx() > MOST_PIXELS) {
            LOG.warn("A picture of {} x {} px is too large to show", picture.widthPx(), picture.heightPx());
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(picture.bytes())));
        } catch (IOException | RuntimeException damaged) {
            // ImageIO's readers throw unchecked ones too for damaged bytes
            LOG.warn("A picture of {} bytes cannot be read: {}", picture.bytes().length, damaged.toString());
            return Optional.empty();
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
