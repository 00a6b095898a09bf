package org.shutterline.server;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.access.Act;
import org.shutterline.server.cameras.CamerasSource;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.settings.CameraEntry;
import org.shutterline.server.settings.SettingsFile;
import org.shutterline.server.settings.StationSettings;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.shutterline.server.station.StationRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page of cameras sees of this server. */
final class WindowCameras implements CamerasSource {
    private static final Logger LOG = LoggerFactory.getLogger(WindowCameras.class);
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_STATIONS = 99;

    private final WindowSeat seat;
    private final Machine machine;
    private final Map<Integer, CameraPost> posts;
    private final List<CameraFactory> drivers;
    private final SettingsFile file;
    private final JobStore jobs;
    private final Function<StationSettings, CameraPost.Setup> opener;
    private final Consumer<StationSettings> starter;
    private final FrameSource frames = new FramePool(MOST_BYTES);

    /**
     * @param posts where the cameras of the stations stand
     * @param drivers those of native code in processes of their own
     * @param opener how the camera of a station is opened
     * @param starter makes a station of its settings and starts it
     */
    WindowCameras(
            WindowSeat seat,
            Machine machine,
            Map<Integer, CameraPost> posts,
            List<CameraFactory> drivers,
            SettingsFile file,
            JobStore jobs,
            Function<StationSettings, CameraPost.Setup> opener,
            Consumer<StationSettings> starter) {
        this.seat = seat;
        this.machine = machine;
        this.posts = posts;
        this.drivers = drivers;
        this.file = file;
        this.jobs = jobs;
        this.opener = opener;
        this.starter = starter;
    }

    @Override
    public Collection<CameraFactory> drivers() {
        return drivers;
    }

    @Override
    public List<StationCamera> stations() {
        return machine.stations().stream().map(this::camera).toList();
    }

    private StationCamera camera(StationRunner runner) {
        StationStatus status = runner.status();
        CameraPost post = posts.get(status.station());
        return new StationCamera(
                status.station(),
                status.state(),
                status.why(),
                post.setup(),
                post.seen(),
                post.faults().plan());
    }

    private StationRunner runner(int station) {
        return machine.stations().stream()
                .filter(runner -> runner.plan().number() == station)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<String> jobs() {
        return jobs.names();
    }

    @Override
    public FrameSource frames() {
        return frames;
    }

    @Override
    public Shot look(int station) throws CameraException, InterruptedException {
        return runner(station).look();
    }

    @Override
    public CompletableFuture<Boolean> adjust(int station, Options options) {
        seat.does(Act.SET_CAMERA, "camera of station " + station + " to be set");
        CameraPost post = posts.get(station);
        Options before = post.setup().options();
        post.options(options);
        return runner(station).adjustCamera(options).whenComplete((held, refused) -> {
            if (refused != null) {
                post.options(before);
            }
        });
    }

    @Override
    public void online(int station, boolean yes) {
        seat.does(Act.OPERATE, (yes ? "ONLINE" : "OFFLINE") + " station " + station);
        if (yes) {
            runner(station).goOnline();
        } else {
            runner(station).goOffline();
        }
    }

    @Override
    public void faults(int station, FaultPlan plan) {
        seat.does(Act.SET_CAMERA, "faults on demand of station " + station + (plan.isOn() ? " on" : " off"));
        posts.get(station).faults().plan(plan);
        LOG.warn("station {}: faults on demand are {}", station, plan.isOn() ? "on" : "off");
    }

    @Override
    public void keep(int station, CameraEntry camera) throws IOException {
        seat.does(Act.SET_CAMERA, "settings of the camera of station " + station + " to be kept");
        file.writeCamera(station, camera);
    }

    @Override
    public void bind(int station, CameraEntry camera) throws IOException {
        seat.does(Act.SET_CAMERA, "station " + station + " to have another camera");
        StationSettings now = file.writeCamera(station, camera);
        posts.get(station).exchange(opener.apply(now));
        runner(station).adjustCamera(now.cameraOptions());
        LOG.info("station {}: has another camera, {}", station, now.camera().describe(now.cameraOptions()));
    }

    @Override
    public int addStation(String job, CameraEntry camera) throws IOException {
        seat.does(Act.SET_CAMERA, "a station to be added");
        int number = 1;
        while (posts.containsKey(number)) {
            number++;
        }
        if (number > MOST_STATIONS) {
            throw new BadSetting("stations", "expected at most " + MOST_STATIONS + " stations");
        }
        starter.accept(file.writeStation(number, job, camera));
        return number;
    }
}
