package org.shutterline.server.worker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.FoundCamera;

/** A driver whose cameras run in processes of their own, and are looked for in one. All else is as with the driver itself. */
final class IsolatedDriver implements CameraFactory {
    private final CameraFactory driver;
    private final List<String> command;
    private final WaitingProcess waiting = new WaitingProcess();

    IsolatedDriver(CameraFactory driver, List<String> command) {
        this.driver = driver;
        this.command = List.copyOf(command);
    }

    @Override
    public Camera open(Options options) throws CameraException {
        Optional<WaitingProcess.Kept> kept = waiting.take();
        int tries = kept.map(WaitingProcess.Kept::tries).orElse(0);
        CameraProcess process = kept.isPresent() ? kept.get().process() : started(options);
        CompletableFuture<Map<String, Object>> opened =
                kept.isPresent() ? process.ask("open", Map.of("settings", options.written())) : process.hello();
        try {
            return IsolatedCamera.open(process, opened);
        } catch (CameraException away) {
            if (!process.isOver()) {
                waiting.keep(process, tries + 1);
            }
            throw away;
        }
    }

    private CameraProcess started(Options options) throws CameraException {
        try {
            return CameraProcess.start(command, driver.id(), options.written());
        } catch (IOException notStarted) {
            throw new CameraException(
                    CameraException.Kind.CAMERA_AWAY,
                    "the camera's process cannot be started: " + notStarted.getMessage(),
                    notStarted);
        }
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
        return driver.settings();
    }

    @Override
    public String describe(Options options) {
        return driver.describe(options);
    }

    @Override
    public boolean isLive() {
        return driver.isLive();
    }

    /** The process is as good as any other: its cameras crash elsewhere. */
    @Override
    public boolean isNative() {
        return false;
    }

    @Override
    public List<FoundCamera> find() throws CameraException, InterruptedException {
        CameraProcess process;
        try {
            process = CameraProcess.finding(command, driver.id());
        } catch (IOException notStarted) {
            throw new CameraException(
                    CameraException.Kind.CAMERA_AWAY,
                    "the process that looks for cameras cannot be started: " + notStarted.getMessage(),
                    notStarted);
        }
        try {
            return IsolatedCamera.found(process);
        } finally {
            process.close();
        }
    }
}
