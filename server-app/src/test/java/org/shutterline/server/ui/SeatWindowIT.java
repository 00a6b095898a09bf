package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.Banner;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.access.Books;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Entry;
import org.shutterline.server.access.Seat;
import org.shutterline.server.access.Users;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.cameras.ScriptedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.listeners.ScriptedListeners;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.Samples;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.simulator.NoSimulator;
import org.shutterline.server.statistics.ScriptedFigures;
import org.shutterline.server.storage.ScriptedStorage;
import org.shutterline.server.users.ScriptedUsers;

/** The real window of a server with users: who may do what there, and what becomes of whoever leaves. */
@Tag("window")
class SeatWindowIT {
    private static final String PASSWORD = "correct horse";
    private static final String NOBODY = "Log on first: this needs a user who may ";

    @TempDir
    private Path data;

    private final ScriptedPlant plant = new ScriptedPlant();
    private final ScriptedCameras cameras = new ScriptedCameras();
    private final List<Entry> books = new CopyOnWriteArrayList<>();
    private final AtomicLong slept = new AtomicLong();
    private final List<EditLeases.Holder> others = new CopyOnWriteArrayList<>();
    private final ScriptedUsers people =
            new ScriptedUsers().with("anna", Role.ADMIN, false).with("bert", Role.OPERATE, false);
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws IOException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        robot = BasicRobot.robotWithNewAwtHierarchy();
        plant.station(1, "plate-A", StationState.READY, "");
        plant.holds(Samples.result(1, 1, Verdict.OK, 5));
        cameras.station(1, StationState.OFFLINE, "", "simulated", Map.of("seed", 7));
        Users users = new Users(data);
        users.add("anna", Role.ADMIN, Secret.of(PASSWORD));
        users.add("bert", Role.OPERATE, Secret.of(PASSWORD));
        Books kept = new Books((entry, told) -> books.add(entry), copy -> {}, Clock.systemUTC(), System::nanoTime);
        Seat seat = new Seat(users, kept, Duration.ofMinutes(10), () -> System.nanoTime() + slept.get());
        TechnicianWindow.open(
                        new Sources(
                                plant,
                                new PlateWorkshop(data, SimulatedCameras.with(Map.of())).withDemoJob(),
                                new ScriptedFigures(),
                                cameras,
                                new ScriptedListeners(),
                                new NoSimulator(),
                                new ScriptedStorage(),
                                new TrafficRing(),
                                new LogRing(),
                                Optional.empty()),
                        data,
                        () -> {})
                .guardedBy(seat, people, job -> others.stream().findFirst());
        window = WindowFinder.findFrame(new GenericTypeMatcher<JFrame>(JFrame.class) {
                    @Override
                    protected boolean isMatching(JFrame frame) {
                        return frame.isShowing() && frame.getTitle().contains("Shutterline");
                    }
                })
                .withTimeout(20, TimeUnit.SECONDS)
                .using(robot);
        eventually().until(() -> tip("user").contains("view only"));
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
        }
    }

    /** A part may come into view only then. */
    private static ConditionFactory eventually() {
        return await().ignoreExceptions();
    }

    private JComponent part(String name) {
        return (JComponent) robot.finder().find(window.target(), new GenericTypeMatcher<>(Component.class) {
            @Override
            protected boolean isMatching(Component part) {
                return part.isShowing() && name.equals(part.getName());
            }
        });
    }

    private String tip(String name) {
        return GuiActionRunner.execute(
                () -> Optional.ofNullable(part(name).getToolTipText()).orElse(""));
    }

    private boolean enabled(String name) {
        return GuiActionRunner.execute(() -> part(name).isEnabled());
    }

    private void go(Page page) {
        window.toggleButton("page." + page.name()).click();
    }

    private void grey(String needed, String... names) {
        for (String name : names) {
            eventually().until(() -> !enabled(name) && tip(name).equals(NOBODY + needed));
        }
    }

    private void logOn(String name) {
        window.toggleButton("user").click();
        DialogFixture dialog = window.dialog("seat.dialog");
        dialog.textBox("seat.name").enterText(name);
        dialog.textBox("seat.password").enterText(PASSWORD);
        dialog.button("seat.yes").click();
        eventually().until(() -> tip("user").startsWith(name));
    }

    private boolean banner(String words) {
        return !robot.finder()
                .findAll(window.target(), new GenericTypeMatcher<>(Banner.class) {
                    @Override
                    protected boolean isMatching(Banner banner) {
                        return banner.isShowing()
                                && banner.getAccessibleContext()
                                        .getAccessibleName()
                                        .contains(words);
                    }
                })
                .isEmpty();
    }

    @Test
    void beforeALogOnEveryPageOnlyLooksAndSaysWhy() {
        grey("trigger", "trigger");
        grey("operate stations", "online.0", "job");
        assertThat(enabled("live")).isTrue();
        window.pressAndReleaseKeys(java.awt.event.KeyEvent.VK_F5);
        assertThat(plant.asked()).noneMatch(Command.Trigger.class::isInstance);

        go(Page.JOBS);
        grey("do all", "jobs.new", "jobs.import", "jobs.copy");
        eventually().until(() -> enabled("jobs.open"));
        window.button("jobs.open").click();
        eventually().until(() -> enabled("job.versions") || enabled("job.answer"));
        grey("do all", "job.undo", "job.activate", "tools.add", "draw.BOX", "fixture");
        assertThat(enabled("limits.output")).isTrue();
        assertThat(enabled("picture.file")).isTrue();

        go(Page.CAMERAS);
        eventually().until(() -> !cameras.stations().isEmpty());
        window.panel("camera.station.1").click();
        grey("operate stations", "camera.online.0");
        grey("do all", "setting.seed", "cameras.add");
        assertThat(enabled("cameras.find")).isTrue();

        go(Page.CONNECTIONS);
        grey("do all", "listeners.add");
        grey("operate stations", "terminal.send", "terminal.typed");

        go(Page.HISTORY);
        window.table("history").selectRows(0);
        grey("operate stations", "said.good", "said.bad");

        go(Page.LOG);
        window.button("log.storage").click();
        DialogFixture storage = window.dialog("storage.dialog");
        storage.button("storage.backup.button").requireDisabled();
        storage.button("storage.restore.button").requireDisabled().requireToolTip(NOBODY + "do all");
        storage.button("storage.verify.button").requireEnabled();
        storage.close();

        window.close();
        DialogFixture question = window.dialog();
        question.button("close.stop").requireDisabled();
        question.textBox("close.why").requireText(NOBODY + "operate stations");
        question.button("close.cancel").click();
    }

    @Test
    void whoeverLogsOnMayWhatItsRoleAllowsAndNoMore() {
        logOn("bert");
        assertThat(tip("user")).isEqualTo("bert, may operate stations");
        eventually().until(() -> enabled("trigger") && enabled("online.0") && enabled("job"));
        assertThat(tip("trigger")).contains("F5");
        go(Page.CONNECTIONS);
        eventually()
                .until(() ->
                        tip("listeners.add").equals("bert may operate stations: this needs a user who may do all"));
        assertThat(enabled("terminal.send")).isTrue();
        window.toggleButton("user").click();
        DialogFixture dialog = window.dialog("seat.dialog");
        dialog.button("seat.users").requireDisabled();
        dialog.button("seat.off").click();
        eventually().until(() -> !enabled("listeners.add") && tip("user").contains("view only"));
        assertThat(books).extracting(Entry::deed).containsExactly("log on", "log off");
    }

    @Test
    void whatSomebodyOpenedInTheTerminalIsClosedWhenHeLogsOff() throws IOException {
        logOn("bert");
        go(Page.CONNECTIONS);
        try (ServerSocket press = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            press.setSoTimeout(10_000);
            window.textBox("terminal.address").deleteText().enterText("127.0.0.1:" + press.getLocalPort());
            window.textBox("terminal.typed").enterText("PING");
            eventually().until(() -> enabled("terminal.send"));
            window.button("terminal.send").click();
            try (Socket talk = press.accept()) {
                talk.setSoTimeout(10_000);
                assertThat(talk.getInputStream().read()).isEqualTo('P');
                window.toggleButton("user").click();
                window.dialog("seat.dialog").button("seat.off").click();
                assertThat(new String(talk.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .as("all up to the end")
                        .startsWith("ING");
            }
        }
    }

    @Test
    void aWrongPasswordSaysSoAndLetsNobodyIn() {
        window.toggleButton("user").click();
        DialogFixture dialog = window.dialog("seat.dialog");
        dialog.textBox("seat.name").enterText("anna");
        dialog.textBox("seat.password").enterText("wrong donkey");
        dialog.button("seat.yes").click();
        eventually().until(() -> dialog.textBox("seat.trouble").target().isShowing());
        dialog.textBox("seat.trouble").requireText("Wrong name or password.");
        dialog.close();
        assertThat(enabled("trigger")).isFalse();
    }

    @Test
    void whoeverLeavesIsToldAndThenLoggedOff() {
        logOn("anna");
        eventually().until(() -> enabled("trigger"));
        slept.addAndGet(Duration.ofMinutes(9).plusSeconds(45).toNanos());
        eventually().until(() -> banner("anna is logged off in 1"));
        robot.moveMouse(window.target());
        eventually().until(() -> !banner("anna is logged off"));
        assertThat(tip("user")).startsWith("anna");

        slept.addAndGet(Duration.ofMinutes(11).toNanos());
        eventually().until(() -> tip("user").contains("view only") && !enabled("trigger"));
        assertThat(books.get(books.size() - 1).deed()).isEqualTo("logged off after 10 minutes");
    }

    @Test
    void aJobThatAnotherChangesIsGreyAndSaysWhoAndSinceWhen() {
        logOn("anna");
        go(Page.JOBS);
        eventually().until(() -> enabled("jobs.open"));
        window.button("jobs.open").click();
        eventually().until(() -> enabled("tools.add"));

        others.add(new EditLeases.Holder("press 4", "10.0.3.7:50112", Instant.parse("2026-11-26T13:03:22Z")));
        eventually().until(() -> !enabled("tools.add"));
        assertThat(tip("tools.add")).startsWith("plate-A is being changed by press 4 at 10.0.3.7:50112 since ");
        assertThat(banner("plate-A is being changed by press 4")).isTrue();
        others.clear();
        eventually().until(() -> enabled("tools.add") && !banner("plate-A is being changed"));
    }

    @Test
    void oneWhoMayDoAllAddsAProgramSeesItsTokenOnceAndChangesRoles() {
        logOn("anna");
        window.toggleButton("user").click();
        window.dialog("seat.dialog").button("seat.users").click();
        DialogFixture dialog = window.dialog("users.dialog");
        eventually().until(() -> dialog.table("users").target().getRowCount() == 2);

        dialog.toggleButton("users.new.kind.1").click();
        dialog.textBox("users.new.name").enterText("line-3");
        dialog.comboBox("users.new.role").selectItem("trigger");
        dialog.button("users.add").click();
        eventually().until(() -> dialog.table("users").target().getRowCount() == 3);
        dialog.textBox("users.token").requireText("token-of-line-3");
        dialog.textBox("users.said").requireText("line-3 may log on.");
        JPanel card = dialog.panel("users.token.card").target();
        dialog.button("users.token.seen").click();
        eventually().until(() -> !card.isShowing());

        dialog.table("users").selectRows(1);
        dialog.comboBox("users.role").requireSelection("operate stations").selectItem("look");
        eventually().until(() -> people.all().get(1).role() == Role.VIEW);

        dialog.button("users.remove").click();
        assertThat(people.all()).as("asks once more").hasSize(3);
        dialog.button("users.remove").requireText("Remove for good").click();
        eventually().until(() -> dialog.table("users").target().getRowCount() == 2);

        dialog.button("users.logOff.set").requireDisabled();
        dialog.spinner("users.logOff").enterTextAndCommit("25");
        dialog.button("users.logOff.set").click();
        eventually().until(() -> people.logOff().equals(Duration.ofMinutes(25)));
        dialog.textBox("users.said").requireText("Whoever leaves is logged off after 25 min.");
        dialog.button("users.close").click();
    }
}
