package org.shutterline.server.camera.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;

/** Opens folders of pictures. */
public final class FolderCameraFactory implements CameraFactory {
    private static final Setting<Path> FOLDER = Setting.of("folder", "the path of a folder", FolderCameraFactory::path);
    private static final Setting<Boolean> REPEAT = Setting.yesNo("repeat").byDefault(true);
    private static final Setting<FolderFormat> FORMAT =
            Setting.choice("pixelFormat", FolderFormat.class).byDefault(FolderFormat.AS_FILE);

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public String title() {
        return "Folder of pictures";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FOLDER, REPEAT, FORMAT);
    }

    @Override
    public Camera open(Options options) throws CameraException {
        return new FolderCamera(options.get(FOLDER), options.get(REPEAT), options.get(FORMAT));
    }

    @Override
    public String describe(Options options) {
        return "Pictures of " + options.get(FOLDER) + (options.get(REPEAT) ? ", round and round" : ", once");
    }

    private static Optional<Path> path(Object raw) {
        try {
            return raw instanceof String text && !text.isBlank() ? Optional.of(Path.of(text)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
