package org.shutterline.server.cameras;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.guard.GuardSettings;
import org.shutterline.server.settings.CameraEntry;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/** Stations with cameras that do what a test says. Safe for all threads. */
public final class ScriptedCameras implements CamerasSource {
    private final FramePool frames = new FramePool(64 << 20);
    private final Map<String, CameraFactory> drivers = new TreeMap<>();
    private final Map<Integer, StationCamera> stations = new TreeMap<>();
    private final List<String> deeds = new ArrayList<>();
    private Optional<String> fileTrouble = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    public ScriptedCameras() {
        Catalog.installed("camera", CameraFactory.class).all().forEach(this::driver);
    }

    /** One kind of cameras more, in place of one with the same id. */
    public synchronized ScriptedCameras driver(CameraFactory driver) {
        drivers.put(driver.id(), driver);
        return this;
    }

    /** A station with a camera. */
    public synchronized ScriptedCameras station(
            int number, StationState state, String why, String driver, Map<String, Object> settings) {
        CameraFactory factory = drivers.get(driver);
        stations.put(
                number,
                new StationCamera(
                        number,
                        state,
                        why,
                        new CameraPost.Setup(
                                factory, Options.checked("test", settings, factory.settings()), GuardSettings.USUAL),
                        CameraIdentity.UNTOLD,
                        FaultPlan.NONE));
        return this;
    }

    /** From now on the settings file cannot be written. */
    public synchronized void fileTrouble(String why) {
        fileTrouble = Optional.of(why);
    }

    /** From now on cameras refuse changed settings. */
    public synchronized void refuse(String why) {
        refusal = Optional.of(why);
    }

    /** What was done, in words. */
    public synchronized List<String> deeds() {
        return List.copyOf(deeds);
    }

    public long bytesInUse() {
        return frames.bytesInUse();
    }

    @Override
    public synchronized Collection<CameraFactory> drivers() {
        return List.copyOf(drivers.values());
    }

    @Override
    public synchronized List<StationCamera> stations() {
        return List.copyOf(stations.values());
    }

    @Override
    public List<String> jobs() {
        return List.of("cap", "plate-A");
    }

    @Override
    public FrameSource frames() {
        return frames;
    }

    @Override
    public Shot look(int station) throws CameraException, InterruptedException {
        CameraPost.Setup setup;
        synchronized (this) {
            StationCamera there = stations.get(station);
            if (there.state() != StationState.OFFLINE) {
                throw new CameraException(CameraException.Kind.THIS_PICTURE, "the station is not offline");
            }
            setup = there.setup();
        }
        try (Camera camera = setup.driver().open(setup.options())) {
            return camera.capture(frames);
        }
    }

    @Override
    public synchronized CompletableFuture<Boolean> adjust(int station, Options options) {
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(
                    new CameraException(CameraException.Kind.THIS_PICTURE, refusal.get()));
        }
        deeds.add("adjust " + station);
        StationCamera now = stations.get(station);
        put(now, new CameraPost.Setup(now.setup().driver(), options, now.setup().guard()), now.state(), now.faults());
        return CompletableFuture.completedFuture(true);
    }

    private void put(StationCamera now, CameraPost.Setup setup, StationState state, FaultPlan faults) {
        stations.put(now.number(), new StationCamera(now.number(), state, now.why(), setup, now.seen(), faults));
    }

    @Override
    public synchronized void online(int station, boolean yes) {
        StationCamera now = stations.get(station);
        put(now, now.setup(), yes ? StationState.READY : StationState.OFFLINE, now.faults());
    }

    @Override
    public synchronized void faults(int station, FaultPlan plan) {
        StationCamera now = stations.get(station);
        put(now, now.setup(), now.state(), plan);
    }

    @Override
    public synchronized void keep(int station, CameraEntry camera) {
        checkFile();
        deeds.add("keep " + station + " " + camera.driver() + " " + camera.settings());
    }

    @Override
    public synchronized void bind(int station, CameraEntry camera) {
        checkFile();
        deeds.add("bind " + station + " " + camera.driver() + " " + camera.boundTo() + " " + camera.settings());
        station(station, stations.get(station).state(), "", camera.driver(), camera.settings());
    }

    @Override
    public synchronized int addStation(String job, CameraEntry camera) {
        checkFile();
        int number = stations.size() + 1;
        deeds.add("add " + number + " " + job + " " + camera.driver() + " " + camera.settings());
        station(number, StationState.READY, "", camera.driver(), camera.settings());
        return number;
    }

    private void checkFile() {
        fileTrouble.ifPresent(why -> {
            throw new BadSetting("settings.yaml", why);
        });
    }
}
