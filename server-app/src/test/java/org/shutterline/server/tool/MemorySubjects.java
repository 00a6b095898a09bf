package org.shutterline.server.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.program.Python;
import org.shutterline.server.station.Inspector;
import org.shutterline.server.tool.model.LearnedTools;
import org.shutterline.server.worker.Workers;

/** What is watched for memory that it holds on to, each on a small part of a simulated plate. Used by one thread. */
final class MemorySubjects implements AutoCloseable {
    /** One matrix of one pixel that is not released, so that it is seen that the smallest leak is seen. */
    static final String LATE = "forgotten";

    /** One that is kept for good. */
    static final String KEPT = "kept";

    /** The worker of the isolated tool, which weighs itself. */
    static final String WORKER = "isolated, in its worker";

    static final List<String> NAMES = List.of(
            LATE,
            KEPT,
            "demo light",
            "demo width",
            "demo holeB",
            "demo label",
            "demo code",
            "gauge circleA",
            "gauge tongue",
            "gauge line",
            "taught blobs, otsu",
            "taught blobs, local",
            "taught blobs, round",
            "taught colour",
            "taught calibration",
            "taught quality",
            "taught pattern, turned",
            "taught golden",
            "taught view",
            "taught text",
            "learned classify",
            "learned detect",
            "learned anomaly",
            "inspector",
            "external",
            "isolated");

    private static final int QUICK = 40;
    /** Of what takes some milliseconds. */
    private static final int SLOW = 24;

    private final Path folder;
    private final DemoJob job = new DemoJob();
    private final Gauges gauges = new Gauges();
    private final List<Mat> kept = new ArrayList<>();
    private final TestScene plate = Plates.first(Map.of());

    /** @param folder for files */
    MemorySubjects(Path folder) throws Exception {
        this.folder = folder;
    }

    /**
     * One of them.
     *
     * @param runs how many make a block
     * @param elsewhere what another process says that it has allocated, bytes
     * @param end closes it
     */
    record Subject(MemoryProbe.Work work, int runs, Optional<LongSupplier> elsewhere, MemoryProbe.Work end) {
        static Subject of(InspectionTool tool, TestScene scene, int runs) {
            return new Subject(() -> found(tool, scene), runs, Optional.empty(), tool::close);
        }
    }

    Subject of(String name) throws Exception {
        String[] of = name.split(" ", 2);
        return switch (of[0]) {
            case LATE -> Subject.of(scene -> looked(new Mat(1, 1, CvType.CV_8UC1)), plate, QUICK);
            case KEPT -> Subject.of(this::kept, plate, QUICK);
            case "demo" -> Subject.of(job.tool(of[1]), plate, of[1].equals("code") ? SLOW : QUICK);
            case "gauge" -> Subject.of(gauges.tool(of[1]), plate, QUICK);
            case "taught" -> taught(of[1]);
            case "learned" -> learned(of[1]);
            case "inspector" -> inspector();
            case "external" -> external();
            default -> isolated();
        };
    }

    private Finding kept(Scene scene) {
        kept.add(new Mat(1, 1, CvType.CV_8UC1));
        return looked(kept.get(0));
    }

    private static Finding looked(Mat mat) {
        return Finding.of(Map.of("rows", (double) mat.rows()), List.of());
    }

    private Subject taught(String name) throws Exception {
        boolean slow =
                List.of("pattern, turned", "golden", "view", "text", "quality").contains(name);
        return Subject.of(new TaughtTools(folder, plate).tool(name), plate, slow ? SLOW : QUICK);
    }

    private Subject learned(String kind) throws Exception {
        LearnedTools.Ready ready = LearnedTools.of(kind, folder);
        return Subject.of(ready.tool(), ready.scene(), QUICK);
    }

    /** The whole demo job as a station judges by it. */
    private Subject inspector() throws Exception {
        Path jobs = folder.resolve("jobs");
        DemoJob.copyAll(jobs);
        Inspector inspector = new Inspector(JobContent.read(jobs, "plate-A")
                .toJob(Catalog.installed("tool", InspectionToolFactory.class), Isolation.NONE));
        SimulatedCamera camera = SimulatedCameras.with(Map.of());
        Frame frame = camera.capture(new FramePool(1 << 24)).frame();
        return new Subject(
                () -> inspector.inspect(frame, Optional.of("SN-1"), OffsetDateTime.now()),
                QUICK,
                Optional.empty(),
                () -> {
                    inspector.close();
                    frame.close();
                    camera.close();
                });
    }

    private Subject external() throws Exception {
        Python.write(folder, "good()\n");
        InspectionToolFactory factory = factory("external");
        Map<String, Object> settings = Map.of(
                "command",
                List.of("python3", "program.py"),
                "region",
                Plates.region(10, 20, 160, 120),
                "values",
                List.of(Map.of("name", "first")));
        InspectionTool tool = factory.create(Options.checked("memory", settings, factory.settings()), this::file);
        return Subject.of(tool, plate, QUICK);
    }

    private Path file(String name, String place) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new BadSetting(place, "no file " + name);
        }
        return file;
    }

    private Subject isolated() throws Exception {
        InspectionToolFactory factory = new WeighedTool();
        Map<String, Object> settings = Map.of("region", Plates.region(10, 20, 160, 120));
        InspectionTool tool = Workers.likeThis(WeighedTool.class.getName())
                .isolated(factory, settings, 128)
                .create(Options.checked("memory", settings, factory.settings()), (name, place) -> Path.of(name));
        AtomicLong bytes = new AtomicLong();
        TestScene small = TestScene.blank(200, 160, 90);
        return new Subject(
                () -> bytes.set(((Double) found(tool, small).values().get(WeighedTool.BYTES)).longValue()),
                SLOW,
                Optional.of(bytes::get),
                () -> {
                    tool.close();
                    small.close();
                });
    }

    private static Finding found(InspectionTool tool, TestScene scene) throws ToolException {
        Finding finding = tool.inspect(scene);
        if (finding.missing().isPresent()) {
            throw new IllegalStateException(
                    "nothing found: " + finding.missing().get());
        }
        return finding;
    }

    private static InspectionToolFactory factory(String kind) {
        return Catalog.installed("tool", InspectionToolFactory.class).find(kind, "memory");
    }

    @Override
    public void close() {
        job.close();
        gauges.close();
        kept.forEach(Mat::release);
        plate.close();
    }
}
