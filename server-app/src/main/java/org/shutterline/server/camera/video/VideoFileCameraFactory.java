package org.shutterline.server.camera.video;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.PixelFormat;

/** Opens films in files. */
public final class VideoFileCameraFactory implements CameraFactory {
    private static final Setting<Path> FILE =
            Setting.of("file", "the path of a video file", VideoFileCameraFactory::path);
    private static final Setting<Boolean> REPEAT = Setting.yesNo("repeat").byDefault(true);
    private static final Setting<Integer> STEP =
            Setting.whole("step", 1, 10_000).byDefault(1).unit("pictures");
    private static final Setting<PixelFormat> FORMAT =
            Setting.choice("pixelFormat", PixelFormat.class).byDefault(PixelFormat.BGR8);

    @Override
    public String id() {
        return "video-file";
    }

    @Override
    public String title() {
        return "Video file";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FILE, REPEAT, STEP, FORMAT);
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public Camera open(Options options) throws CameraException {
        Path file = options.get(FILE);
        // a file may be a list of addresses, which is not followed
        VideoSource source = new VideoSource(
                "", "file:" + file, Map.of("protocol_whitelist", "file"), file.toString(), VideoSource.Place.FILE);
        try {
            return new VideoFileCamera(source, options.get(REPEAT), options.get(STEP), options.get(FORMAT));
        } catch (LinkageError e) {
            throw FfmpegWords.notThere(e);
        }
    }

    @Override
    public String describe(Options options) {
        return "Film " + options.get(FILE) + (options.get(REPEAT) ? ", round and round" : ", once");
    }

    private static Optional<Path> path(Object raw) {
        try {
            return raw instanceof String text && !text.isBlank() ? Optional.of(Path.of(text)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
