package com.example.testcard;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraFactory;

/** Opens cameras that deliver a test card of grey bars. */
public final class TestCardCameraFactory implements CameraFactory {
    static final Setting<Integer> WIDTH =
            Setting.whole("widthPx", 16, 4096).byDefault(640).unit("px");
    static final Setting<Integer> HEIGHT =
            Setting.whole("heightPx", 16, 4096).byDefault(480).unit("px");
    static final Setting<Integer> BARS = Setting.whole("bars", 2, 16).byDefault(8);

    @Override
    public String id() {
        return "test-card";
    }

    @Override
    public String title() {
        return "Test card";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(WIDTH, HEIGHT, BARS);
    }

    @Override
    public Camera open(Options options) {
        return new TestCardCamera(options.get(WIDTH), options.get(HEIGHT), options.get(BARS));
    }

    @Override
    public String describe(Options options) {
        return "Test card, " + options.get(BARS) + " bars";
    }
}
