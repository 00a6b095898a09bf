package org.shutterline.server.camera.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PictureFile;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Hands on one file of its folder after the other. A file that cannot be read costs its own trigger only. */
final class FolderCamera implements Camera {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff");

    private final Path folder;
    private final boolean repeat;
    private final FolderFormat format;
    private List<Path> files;
    private int next;

    FolderCamera(Path folder, boolean repeat, FolderFormat format) throws CameraException {
        this.folder = folder;
        this.repeat = repeat;
        this.format = format;
        this.files = list();
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before the picture was read");
        }
        Path file = nextFile();
        String name = file.getFileName().toString();
        try (PictureFile picture = PictureFile.open(file)) {
            return new Shot(read(picture, frames), Map.of("file", name));
        } catch (IOException e) {
            throw new CameraException(Kind.THIS_PICTURE, "cannot read " + name + ": " + e.getMessage(), e);
        } catch (CameraException e) {
            throw new CameraException(e.kind(), name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // each file is closed as soon as it is read
    }

    private Frame read(PictureFile picture, FrameSource frames) throws CameraException, IOException {
        PixelFormat wanted = format.of(picture.format());
        Frame frame = frames.take(picture.widthPx(), picture.heightPx(), wanted);
        boolean filled = false;
        try {
            frame.pixels().put(picture.pixels(wanted));
            filled = true;
            return frame;
        } finally {
            if (!filled) {
                frame.close();
            }
        }
    }

    private Path nextFile() throws CameraException {
        if (next >= files.size()) {
            if (!repeat) {
                throw new CameraException(Kind.THIS_PICTURE, "no more pictures in " + folder);
            }
            files = list();
            next = 0;
        }
        return files.get(next++);
    }

    private List<Path> list() throws CameraException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(FolderCamera::isPicture)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder()))
                    .toList();
            if (found.isEmpty()) {
                throw new CameraException(Kind.CAMERA_AWAY, "no pictures in " + folder);
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new CameraException(Kind.CAMERA_AWAY, "no such folder, or it cannot be read: " + folder, e);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file);
    }
}
