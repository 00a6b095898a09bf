package org.shutterline.server.camera.http;

import java.net.http.HttpClient;
import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.NetAddress;

/** Opens cameras that have a snapshot address. */
public final class HttpCameraFactory implements CameraFactory {
    private static final int MEGA = 1_000_000;

    private static final Setting<NetAddress> ADDRESS = Setting.of(
            "address",
            "an address that begins with http:// or https://",
            raw -> NetAddress.read(raw, List.of("http", "https")));
    private static final Setting<String> USER = Setting.text("user").byDefault("");
    private static final Setting<String> PASSWORD =
            Setting.text("password").byDefault("").secret();
    private static final Setting<Integer> CONNECT =
            Setting.whole("connectMs", 100, 30_000).byDefault(3_000).unit("ms");
    private static final Setting<Integer> ANSWER =
            Setting.whole("answerMs", 50, 60_000).byDefault(5_000).unit("ms");
    private static final Setting<Integer> MOST =
            Setting.whole("mostMegabytes", 1, 200).byDefault(20).unit("MB");
    private static final Setting<HttpFormat> FORMAT =
            Setting.choice("pixelFormat", HttpFormat.class).byDefault(HttpFormat.AS_SENT);

    @Override
    public String id() {
        return "http";
    }

    @Override
    public String title() {
        return "Snapshot by HTTP";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ADDRESS, USER, PASSWORD, CONNECT, ANSWER, MOST, FORMAT);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public Camera open(Options options) throws CameraException {
        NetAddress address = address(options);
        Limits limits = new Limits(options.get(CONNECT), options.get(ANSWER), options.get(MOST) * MEGA);
        HttpCamera camera = new HttpCamera(new Asker(Shared.CLIENT, address, limits), address, options.get(FORMAT));
        camera.connect(limits.connectMs());
        return camera;
    }

    @Override
    public String describe(Options options) {
        return "Snapshots of " + address(options).shown();
    }

    private static NetAddress address(Options options) {
        return options.get(ADDRESS).as(options.get(USER), options.get(PASSWORD));
    }

    /** One for all cameras, since the JDK's client cannot be closed and a camera that is away is opened again for ever. */
    private static final class Shared {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
