package org.shutterline.server.ui;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** A camera that sees a part of this computer's own screen. */
final class ScreenDriver implements CameraFactory {
    private volatile Rectangle seen = new Rectangle(0, 0, 64, 64);

    void look(Rectangle part) {
        seen = part;
    }

    @Override
    public String id() {
        return "screen";
    }

    @Override
    public String title() {
        return "Screen";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.whole("latencyMs", 0, 5_000).byDefault(200).unit("ms"));
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public String describe(Options options) {
        return "Screen";
    }

    @Override
    public Camera open(Options options) throws CameraException {
        try {
            return new ScreenCamera(new Robot());
        } catch (AWTException none) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "there is no screen", none);
        }
    }

    private final class ScreenCamera implements Camera {
        private final Robot robot;

        private ScreenCamera(Robot robot) {
            this.robot = robot;
        }

        @Override
        public Shot capture(FrameSource frames) throws CameraException {
            BufferedImage shot = robot.createScreenCapture(seen);
            Frame frame = frames.take(shot.getWidth(), shot.getHeight(), PixelFormat.MONO8);
            var pixels = frame.pixels();
            for (int y = 0; y < shot.getHeight(); y++) {
                for (int x = 0; x < shot.getWidth(); x++) {
                    pixels.put((byte) (shot.getRGB(x, y) >> 8));
                }
            }
            return new Shot(frame, Map.of());
        }

        @Override
        public void close() {
            // there is nothing to free
        }
    }
}
