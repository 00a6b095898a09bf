package org.shutterline.server.cameras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * A driver of the program as it is, with its own words and settings, but cameras that are not there: they see simulated plates,
 * the brighter the longer they expose. For pictures of the window.
 */
public final class FindablePlates implements CameraFactory {
    private static final double RIGHT_EXPOSURE_US = 2_500;

    private final CameraFactory driver;
    private final CameraFactory plates = installed("simulated");
    private final List<FoundCamera> found;

    private FindablePlates(String driver, List<FoundCamera> found) {
        this.driver = installed(driver);
        this.found = found;
    }

    /** Three cameras in the network. */
    public static FindablePlates gige() {
        return new FindablePlates("gige", List.of(eye("40187732"), eye("40187733"), eye("40187741")));
    }

    private static FoundCamera eye(String serial) {
        return new FoundCamera(
                new CameraIdentity("Acme", "Eye 1300", serial, "10.0.3." + serial.substring(6)),
                Map.of("serial", serial));
    }

    /** One camera at a USB socket. */
    public static FindablePlates usb() {
        String device = "/dev/v4l/by-id/usb-Acme_Desk_8A3F01-video-index0";
        return new FindablePlates(
                "video",
                List.of(new FoundCamera(
                        new CameraIdentity("Acme", "Desk", "8A3F01", device), Map.of("device", device))));
    }

    private static CameraFactory installed(String id) {
        return Catalog.installed("camera", CameraFactory.class).find(id, "test");
    }

    @Override
    public String id() {
        return driver.id();
    }

    @Override
    public String title() {
        return driver.title();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.copyOf(driver.settings());
    }

    @Override
    public boolean isLive() {
        return driver.isLive();
    }

    @Override
    public List<FoundCamera> find() {
        return found;
    }

    @Override
    public String describe(Options options) {
        return driver.describe(options);
    }

    @Override
    public Camera open(Options options) throws CameraException {
        CameraIdentity identity = found.stream()
                .filter(one ->
                        options.written().entrySet().containsAll(one.settings().entrySet()))
                .findFirst()
                .orElseThrow()
                .identity();
        Map<String, Object> plate = new LinkedHashMap<>();
        plate.put("seed", identity.serial().hashCode() & 0xFF);
        if (options.written().get("exposureUs") instanceof Number us) {
            plate.put("light", us.doubleValue() / RIGHT_EXPOSURE_US);
        }
        Camera camera = plates.open(Options.checked("test", plate, plates.settings()));
        return new Camera() {
            @Override
            public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
                return camera.capture(frames);
            }

            @Override
            public CameraIdentity identity() {
                return identity;
            }

            @Override
            public void close() {
                camera.close();
            }
        };
    }
}
