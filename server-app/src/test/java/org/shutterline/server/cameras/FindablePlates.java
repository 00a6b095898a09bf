package org.shutterline.server.cameras;

import java.util.ArrayList;
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

/** Three cameras over simulated plates that are found by their serial numbers, for pictures of the window. */
public final class FindablePlates implements CameraFactory {
    private static final Setting<String> SERIAL = Setting.text("serial");

    private static final Setting<Integer> LATENCY =
            Setting.whole("latencyMs", 0, 5_000).byDefault(200).unit("ms");

    private final CameraFactory plates =
            Catalog.installed("camera", CameraFactory.class).find("simulated", "test");

    @Override
    public String id() {
        return "plates";
    }

    @Override
    public String title() {
        return "GigE Vision";
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(plates.settings());
        all.add(0, SERIAL);
        all.add(LATENCY);
        return all;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public List<FoundCamera> find() {
        return List.of(found("40187732", 12, 1.0), found("40187733", 31, 2.4), found("40187741", 5, 0.4));
    }

    private static FoundCamera found(String serial, int seed, double light) {
        return new FoundCamera(
                new CameraIdentity("Acme", "Eye 1300", serial, "10.0.3." + serial.substring(6)),
                Map.of("serial", serial, "seed", seed, "light", light));
    }

    @Override
    public String describe(Options options) {
        return "Acme " + options.get(SERIAL);
    }

    @Override
    public Camera open(Options options) throws CameraException {
        Camera plate = plates.open(options);
        return new Camera() {
            @Override
            public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
                return plate.capture(frames);
            }

            @Override
            public CameraIdentity identity() {
                return new CameraIdentity("Acme", "Eye 1300", options.get(SERIAL), "");
            }

            @Override
            public void close() {
                plate.close();
            }
        };
    }
}
