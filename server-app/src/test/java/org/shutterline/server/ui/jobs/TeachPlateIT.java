package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.geom.Point2D;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.swing.JComponent;
import javax.swing.JTable;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.PicturePane;
import org.shutterline.look.ToolList;
import org.shutterline.look.ToolRow;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.station.Inspector;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.Judgement;

/**
 * A technician teaches the simulated plate from nothing, by mouse and keyboard alone; then a thousand parts are judged, or as
 * many as the property {@code shutterline.plates} says: each without a defect must be OK, each other one NG, none UNKNOWN.
 */
@Tag("window")
final class TeachPlateIT {
    /** The number of the picture on the screen, the newest of production. */
    private static final int SHOWN = 12;

    private static final int PARTS = Integer.getInteger("shutterline.plates", 1_000);
    private static final int THREADS = 2;
    private static final double MM_PER_PX = 0.1;

    @TempDir
    private Path data;

    private PlateWorkshop workshop;
    private PlateTruth truth;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws Exception {
        robot = JobsStage.robot();
        robot.settings().delayBetweenEvents(10);
        robot.settings().eventPostingDelay(50);
        ScriptedPlant plant = new ScriptedPlant();
        plant.station(1, "", StationState.READY, "");
        SimulatedCamera camera = SimulatedCameras.with(Map.of("seed", 7));
        workshop = new PlateWorkshop(data, camera);
        workshop.produce(SHOWN);
        truth = camera.truth(SHOWN);
        window = JobsStage.open(robot, plant, workshop, data, new Dimension(1600, 1050));
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
        }
    }

    @Test
    void aJobTaughtFromNothingJudgesPartsWithoutAWrongVerdict() throws Exception {
        newJob("plate");
        addTool("calibration");
        enter("setting.knownLengthMm", String.format(Locale.ROOT, "%.1f", 384 * MM_PER_PX));
        teachByDrawing(945, 250, 1015, 710);
        awaitValue("calibration", "mm/px");

        addTool("pattern");
        enter("setting.angleFrom", "-3");
        enter("setting.angleTo", "3");
        teachByDrawing(420, 575, 610, 640);
        awaitValue("pattern", "");

        addCircle("hole A", 286, 347, 100, 160);
        addCircle("hole B", 286, 613, 70, 102.4);

        addTool("code");
        draw("BOX", 415, 325, 670, 570);
        window.checkBox("setting.symbologies.qr").click();
        window.button("teach").click();
        awaitValue("code", "ABC123");

        addTool("text");
        draw("BOX", 432, 552, 596, 593);
        window.button("teach").click();
        awaitValue("text", "ABC123");

        addTool("golden");
        draw("BOX", 355, 650, 775, 750);
        window.button("teach").click();
        awaitState("golden");
        window.button("try.run").click();
        await().atMost(Duration.ofSeconds(120)).until(() -> tried() == SHOWN);
        window.button("teachGood").click();
        awaitState("golden");

        putIntoService();
        assertThat(workshop.jobs().versions("plate")).hasSize(1);
        assertThat(workshop.jobs().content("plate").files()).isNotEmpty();
        judgeParts();
    }

    private int tried() {
        JTable table = robot.finder().findByName(window.target(), "tried", JTable.class, false);
        return GuiActionRunner.execute(table::getRowCount);
    }

    private void newJob(String name) {
        window.toggleButton("page.JOBS").click();
        window.button("jobs.new").click();
        window.textBox("name.field").enterText(name);
        window.button("name.yes").click();
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> window.label("job.name").target().isShowing());
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> GuiActionRunner.execute(() -> pane().picture().isPresent()));
        robot.waitForIdle();
    }

    private void addTool(String kind) {
        int before = rows().size();
        JobsStage.addTool(window, kind);
        await().atMost(Duration.ofSeconds(30)).until(() -> rows().size() == before + 1);
        robot.waitForIdle();
    }

    /** Renamed by F2, drawn as a disc, and held between limits in mm. */
    private void addCircle(String title, double x, double y, double radius, double diameterPx) {
        addTool("circle");
        draw("DISC", x, y, x + radius, y);
        awaitValue(rows().get(rows().size() - 1).title(), "mm");
        rename(title);
        enter("limits.low", String.format(Locale.ROOT, "%.2f", (diameterPx - 3.2) * MM_PER_PX));
        enter("limits.high", String.format(Locale.ROOT, "%.2f", (diameterPx + 3.2) * MM_PER_PX));
        awaitValue(title, "mm");
    }

    private void rename(String title) {
        window.list("tools").focus();
        window.list("tools").pressAndReleaseKeys(KeyEvent.VK_F2);
        robot.waitForIdle();
        robot.enterText(title);
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> rows().stream().anyMatch(row -> row.title().equals(title)));
    }

    private void enter(String field, String text) {
        JTextComponentFixture box = window.textBox(field);
        GuiActionRunner.execute(() -> box.target()
                .scrollRectToVisible(new Rectangle(
                        0, 0, box.target().getWidth(), box.target().getHeight())));
        robot.waitForIdle();
        box.deleteText().enterText(text);
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
    }

    private void teachByDrawing(double x, double y, double toX, double toY) {
        window.button("teach").click();
        drag(x, y, toX, toY);
    }

    private void draw(String shape, double x, double y, double toX, double toY) {
        window.button("draw." + shape).click();
        drag(x, y, toX, toY);
    }

    /** From place to place of the plate, given as they would be in the picture if it lay straight in its middle. */
    private void drag(double x, double y, double toX, double toY) {
        robot.waitForIdle();
        JComponent pane = pane();
        robot.moveMouse(pane, onPane(x, y));
        robot.pressMouse(MouseButton.LEFT_BUTTON);
        robot.moveMouse(pane, onPane((x + toX) / 2, (y + toY) / 2));
        robot.moveMouse(pane, onPane(toX, toY));
        robot.releaseMouse(MouseButton.LEFT_BUTTON);
        robot.waitForIdle();
    }

    private Point onPane(double x, double y) {
        var there = truth.inPicture(x - 640, y - 480);
        Point2D at = GuiActionRunner.execute(() -> pane().zoom().toPane(there.x(), there.y()));
        return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
    }

    private PicturePane pane() {
        return robot.finder().findByName(window.target(), "teach.picture", PicturePane.class);
    }

    private List<ToolRow> rows() {
        ToolList list = robot.finder().findByName(window.target(), "tools", ToolList.class);
        return GuiActionRunner.execute(() -> {
            List<ToolRow> rows = new java.util.ArrayList<>();
            for (int i = 0; i < list.getModel().getSize(); i++) {
                rows.add(list.getModel().getElementAt(i));
            }
            return rows;
        });
    }

    private void awaitValue(String title, String part) {
        await().alias(title + " shows " + part + ": " + rows())
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows().stream()
                        .anyMatch(row -> row.title().equals(title)
                                && row.value().contains(part)
                                && row.state().map(Enum::name).orElse("").equals("OK")));
    }

    private void awaitState(String title) {
        awaitValue(title, "");
    }

    private void putIntoService() {
        window.button("job.activate").click();
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(120))
                .until(() -> window.button("question.yes").target().isShowing());
        window.button("question.yes").click();
        await().atMost(Duration.ofSeconds(60)).until(() -> workshop.activeJob(1).equals("plate"));
    }

    /** Verdicts are looked at here, not times: on a busy machine a tool may need more than its usual second. */
    private static JobContent withTime(JobContent taught) {
        Map<String, Object> tree = new LinkedHashMap<>(taught.tree());
        tree.computeIfPresent(
                "tools",
                (key, tools) -> ((List<?>) tools)
                        .stream()
                                .map(tool -> {
                                    Map<Object, Object> patient = new LinkedHashMap<>((Map<?, ?>) tool);
                                    patient.put("timeLimitMs", 20_000);
                                    return patient;
                                })
                                .toList());
        return taught.withTree(tree);
    }

    private void judgeParts() throws Exception {
        JobContent content = withTime(workshop.jobs().content("plate"));
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> halves = new java.util.ArrayList<>();
            for (int half = 0; half < THREADS; half++) {
                int seed = 100 + half;
                halves.add(() -> {
                    judge(workshop.jobs().job(content), seed, wrong);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(halves)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(wrong).isEmpty();
    }

    private static void judge(Job job, int seed, Queue<String> wrong) throws Exception {
        FramePool frames = new FramePool(1 << 24);
        SimulatedCamera camera = SimulatedCameras.with(Map.of(
                "seed", seed,
                "exposureMs", 0,
                "transferMs", 0,
                "holeMissingRate", 0.05,
                "holeWrongSizeRate", 0.05,
                "scratchRate", 0.05,
                "wrongCodeRate", 0.05,
                "damagedCodeRate", 0.05));
        int good = 0;
        try (Inspector inspector = new Inspector(job)) {
            for (int number = 1; number <= PARTS / THREADS; number++) {
                try (Frame frame = camera.capture(frames).frame()) {
                    PlateTruth truth = camera.truth(number);
                    Judgement judgement = inspector.inspect(frame, Optional.empty(), java.time.OffsetDateTime.now());
                    Verdict expected = truth.defects().isEmpty() ? Verdict.OK : Verdict.NG;
                    good += expected == Verdict.OK ? 1 : 0;
                    if (judgement.verdict() != expected) {
                        wrong.add(seed + "/" + number + " " + truth.defects() + ", expected " + expected + ": "
                                + judgement.verdict() + ", " + judgement.reason());
                    }
                }
            }
        }
        assertThat(good).isBetween(PARTS / THREADS * 2 / 5, PARTS / THREADS * 9 / 10);
    }
}
