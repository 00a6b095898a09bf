package org.shutterline.server.camera.simulated;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.CameraFactory;

/** The camera for those who have none: metal plates, good and bad ones, always in the same order. */
public final class SimulatedCameraFactory implements CameraFactory {
    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public String title() {
        return "Simulated plate";
    }

    @Override
    public List<Setting<?>> settings() {
        return PlateSettings.ALL;
    }

    @Override
    public SimulatedCamera open(Options options) {
        return new SimulatedCamera(PlateSettings.read(options)).warmedUp();
    }

    @Override
    public String describe(Options options) {
        PlateSettings settings = PlateSettings.read(options);
        return "Simulated plate, " + settings.widthPx() + " x " + settings.heightPx() + ", seed " + settings.seed();
    }
}
