package org.shutterline.server.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobUse;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.JobShelf;

/** A server of one station whose production is the first pictures of a simulated camera. */
public final class PlateWorkshop implements Workshop {
    private final FramePool frames = new FramePool(1 << 24);
    private final Catalog<InspectionToolFactory> tools;
    private final JobStore jobs;
    private final Path folder;
    private final SimulatedCamera camera;
    private final Map<Long, PlainPicture> pictures = new LinkedHashMap<>();
    private final List<InspectionResult> results = new ArrayList<>();
    final List<Command> asked = new ArrayList<>();
    /** Jobs that the window has for itself. */
    final Set<String> claimed = new HashSet<>();

    boolean mayTeach = true;
    Optional<OtherEditor> other = Optional.empty();
    /** Why the camera gives no new picture. */
    Optional<String> online = Optional.empty();

    String active = "";
    private String activeVersion = "";

    public PlateWorkshop(Path folder, SimulatedCamera camera) throws IOException {
        this(folder, camera, List.of());
    }

    /** @param further kinds of tools beside those of the server */
    PlateWorkshop(Path folder, SimulatedCamera camera, List<InspectionToolFactory> further) throws IOException {
        List<InspectionToolFactory> kinds = new ArrayList<>(further);
        kinds.addAll(Catalog.installed("tool", InspectionToolFactory.class).all());
        this.tools = new Catalog<>("tool", kinds);
        this.folder = folder;
        this.camera = camera;
        this.jobs = new JobStore(
                folder.resolve("jobs"),
                tools,
                Isolation.NONE,
                Clock.systemDefaultZone(),
                JobUse.NONE,
                new JobSettings(50, AllowedPrograms.NONE));
    }

    /** The job of the demo station is there and in service. */
    public PlateWorkshop withDemoJob() throws IOException {
        for (String file : List.of("plate-A.yaml", "plate-A/print.png")) {
            Path to = folder.resolve("jobs").resolve(file);
            Files.createDirectories(to.getParent());
            try (InputStream from =
                    PlateWorkshop.class.getResourceAsStream("/org/shutterline/server/demo/jobs/" + file)) {
                Files.copy(from, to);
            }
        }
        become("plate-A");
        return this;
    }

    private void become(String job) {
        active = job;
        try {
            List<JobVersionEntry> versions = jobs.versions(job);
            activeVersion = versions.get(versions.size() - 1).id();
        } catch (JobShelf.NoSuchJob gone) {
            activeVersion = "";
        }
    }

    /** So many parts were judged. */
    public void produce(int parts) throws CameraException, InterruptedException {
        for (int i = 0; i < parts; i++) {
            long id = results.size() + 1L;
            pictures.put(id, look(1));
            results.add(
                    0,
                    new InspectionResult(
                            id,
                            1,
                            active,
                            OffsetDateTime.now(),
                            20,
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            Origin.WIRE,
                            Verdict.OK,
                            Optional.empty(),
                            "",
                            List.of(),
                            PictureState.STORED));
        }
    }

    /** The station has not judged anything yet. */
    void forgetResults() {
        results.clear();
    }

    /** A result was of this part and of this time. */
    void remember(long id, Optional<String> part, OffsetDateTime time) {
        results.replaceAll(result -> result.id() == id ? of(result, part, time) : result);
    }

    private static InspectionResult of(InspectionResult result, Optional<String> part, OffsetDateTime time) {
        return new InspectionResult(
                result.id(),
                result.station(),
                result.job(),
                time,
                result.ms(),
                part,
                result.once(),
                result.keys(),
                result.origin(),
                result.verdict(),
                result.code(),
                result.reason(),
                result.values(),
                result.picture());
    }

    @Override
    public boolean mayTeach() {
        return mayTeach;
    }

    @Override
    public Optional<OtherEditor> claim(String job) {
        if (other.isEmpty()) {
            claimed.add(job);
        }
        return other;
    }

    @Override
    public void release(String job) {
        claimed.remove(job);
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public Catalog<InspectionToolFactory> tools() {
        return tools;
    }

    @Override
    public Path scratch() {
        return folder.resolve("scratch");
    }

    @Override
    public List<Integer> stations() {
        return List.of(1);
    }

    @Override
    public int deadlineMs(int station) {
        return 2_000;
    }

    @Override
    public String activeJob(int station) {
        return active;
    }

    @Override
    public String activeVersion(int station) {
        return activeVersion;
    }

    @Override
    public List<InspectionResult> newest(int station, int most) {
        return results.stream().limit(most).toList();
    }

    @Override
    public Optional<InspectionResult> result(long id) {
        return results.stream().filter(result -> result.id() == id).findFirst();
    }

    @Override
    public Optional<PlainPicture> picture(long id) {
        return Optional.ofNullable(pictures.get(id));
    }

    @Override
    public PlainPicture look(int station) throws CameraException, InterruptedException {
        if (online.isPresent()) {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, online.get());
        }
        try (Frame frame = camera.capture(frames).frame()) {
            ByteBuffer pixels = frame.pixels();
            byte[] copy = new byte[pixels.remaining()];
            pixels.get(copy);
            return PlainPicture.of(frame.format().word(), frame.widthPx(), frame.heightPx(), copy);
        }
    }

    @Override
    public void ask(Command command, Consumer<Reply> reply) {
        asked.add(command);
        if (command instanceof Command.ChangeJob change) {
            become(change.job());
            reply.accept(new Reply.JobChanged(change.job(), 12));
        }
    }
}
