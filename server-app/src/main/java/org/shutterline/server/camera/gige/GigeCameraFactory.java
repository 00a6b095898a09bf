package org.shutterline.server.camera.gige;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.Vision;

/** Opens GenICam cameras by their serial number or address. */
public final class GigeCameraFactory implements CameraFactory {
    private final List<String> libraryNames;

    public GigeCameraFactory() {
        this(Natives.ARAVIS);
    }

    /** @param libraryNames what the library may be called */
    GigeCameraFactory(List<String> libraryNames) {
        this.libraryNames = libraryNames;
    }

    @Override
    public String id() {
        return "gige";
    }

    @Override
    public String title() {
        return "GigE Vision, USB3 Vision";
    }

    @Override
    public List<Setting<?>> settings() {
        return GigeSettings.ALL;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public Camera open(Options options) throws CameraException {
        GigeSettings settings = GigeSettings.read(options);
        Natives natives = Natives.load(libraryNames);
        if (!settings.pixelFormat().isPlain()) {
            Vision.load();
        }
        return GigeCamera.over(new GenicamDevice(natives, new CameraList(natives).open(settings)), settings);
    }

    @Override
    public String describe(Options options) {
        return "GenICam camera " + GigeSettings.read(options).which();
    }

    @Override
    public List<FoundCamera> find() throws CameraException {
        return new CameraList(Natives.load(libraryNames)).find();
    }
}
