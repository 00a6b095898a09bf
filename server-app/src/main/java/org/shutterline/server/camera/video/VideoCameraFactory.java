package org.shutterline.server.camera.video;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.PixelFormat;

/** Opens cameras that send a stream: at a USB socket, or by RTSP or HTTP. */
public final class VideoCameraFactory implements CameraFactory {
    /** A camera in a process of its own is given 30 s to open. */
    private static final Setting<Integer> OPEN =
            Setting.whole("openMs", 500, 25_000).byDefault(8_000).unit("ms");

    private static final Setting<Integer> SILENCE =
            Setting.whole("silenceMs", 100, 60_000).byDefault(2_000).unit("ms");
    private static final Setting<PixelFormat> FORMAT =
            Setting.choice("pixelFormat", PixelFormat.class).byDefault(PixelFormat.BGR8);

    @Override
    public String id() {
        return "video";
    }

    @Override
    public String title() {
        return "USB, RTSP or MJPEG stream";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                SourceSettings.ADDRESS,
                SourceSettings.USER,
                SourceSettings.PASSWORD,
                SourceSettings.TRANSPORT,
                SourceSettings.DEVICE,
                SourceSettings.WIDTH,
                SourceSettings.HEIGHT,
                SourceSettings.RATE,
                SourceSettings.SENT,
                SourceSettings.LATENCY,
                OPEN,
                SILENCE,
                FORMAT);
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
        SourceSettings settings = SourceSettings.read(options, system());
        VideoSource source = settings.source();
        try {
            LiveReader reader = reader(source, options);
            return new LiveCamera(reader, identity(source), settings.latency(), options.get(FORMAT));
        } catch (LinkageError e) {
            throw FfmpegWords.notThere(e);
        }
    }

    private static LiveReader reader(VideoSource source, Options options) throws CameraException {
        LiveReader reader = new LiveReader(source, options.get(OPEN), options.get(SILENCE));
        boolean open = false;
        try {
            reader.awaitFirst();
            open = true;
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(Kind.CAMERA_AWAY, "given up while " + source + " was opened", e);
        } finally {
            if (!open) {
                reader.close();
            }
        }
    }

    @Override
    public String describe(Options options) {
        return "Stream of " + SourceSettings.read(options, system()).shown();
    }

    /** Those at sockets of this computer, where it runs Linux; cameras on the network cannot be found. */
    @Override
    public List<FoundCamera> find() {
        return devices().found();
    }

    private static CameraIdentity identity(VideoSource source) {
        return source.place().isDevice()
                ? devices().identityAt(source.url())
                : new CameraIdentity("", "", "", source.shown());
    }

    private static LinuxDevices devices() {
        return new LinuxDevices(Path.of("/sys/class/video4linux"), Path.of("/dev"));
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
