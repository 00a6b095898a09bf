package org.shutterline.server;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.OwnersFolder;
import org.shutterline.server.cameras.CameraSearch;
import org.shutterline.server.flight.Replay;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.OwnVersions;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.monitor.Why;
import org.shutterline.server.net.TrafficRelay;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.ui.TechnicianWindow;
import org.shutterline.server.watch.DisplayLoss;
import org.shutterline.server.watch.SupportBundle;
import org.shutterline.server.watch.Uncaught;
import org.shutterline.server.worker.Workers;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the vision station, with the technician's window or without. */
@Command(
        name = "shutterline-server",
        mixinStandardHelpOptions = true,
        versionProvider = ServerVersion.class,
        description = "A vision station that a line of text triggers.")
public final class ServerMain implements Callable<Integer> {
    private static final int ANYTHING_ELSE = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int NOT_TO_BE_HAD = 3;

    private static final Duration WINDOW_STUCK = Duration.ofSeconds(10);
    private static final List<String> DISPLAY_LOST = List.of("window: its display is gone; a restart brings it back");

    @Option(names = "--headless", description = "Run without a window.")
    private boolean headless;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything under DIR (default: shutterline in your home folder).")
    private Path data = Path.of(System.getProperty("user.home"), "shutterline");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read the settings from FILE (default: settings.yaml under DIR).")
    private Path config;

    @Option(names = "--demo", description = "Fill an empty DIR with a station on a simulated camera.")
    private boolean demo;

    @Option(names = "--port", paramLabel = "N", description = "Port of the first listener; 0 takes a free one.")
    private Integer port;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Run a flight record again and say whether the result is the same; starts no station.")
    private Path replay;

    @Option(
            names = "--find-cameras",
            description = "Print the cameras that are there, each as a line for the settings; starts no station.")
    private boolean findCameras;

    @Option(
            names = "--support-bundle",
            paramLabel = "FILE",
            description = "Write what a supporter needs into one zip, without secrets; starts no station.")
    private Path supportBundle;

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private PlcOptions plc = new PlcOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    /** Exit codes: 0 stopped, 2 wrong arguments or settings, 3 port or data folder not to be had, 1 anything else. */
    public static void main(String[] args) {
        Serials.refuseAll();
        int code = new CommandLine(new ServerMain()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        if (port != null && (port < 0 || port > 65_535)) {
            return complain("--port: expected a whole number from 0 to 65535, found " + port, WRONG_ARGUMENTS);
        }
        System.setProperty("shutterline.data", data.toString());
        if (supportBundle == null) {
            makeDataFolder();
        }
        Natives.keepPrivate();
        if (headless) {
            // plates and marks are drawn all the same, and must not ask for a display that is named and not there
            System.setProperty("java.awt.headless", "true");
        }
        try {
            if (plc.isGiven()) {
                return plc.play(System.out, System.err);
            }
            if (access.isGiven()) {
                return access.run(data, System.in, System.out, System.err);
            }
            if (supportBundle != null) {
                return writeSupportBundle();
            }
            if (store.isGiven()) {
                return store.run(data, settingsFile(), System.out, System.err);
            }
            return findCameras ? findCameras() : replay == null ? start() : runAgain();
        } catch (BadSetting bad) {
            return complain(bad.getMessage(), WRONG_ARGUMENTS);
        } catch (NotToBeHad missing) {
            return complain(missing.getMessage(), NOT_TO_BE_HAD);
        } catch (Exception | LinkageError | OutOfMemoryError failed) {
            LoggerFactory.getLogger(ServerMain.class).error("could not start", failed);
            return complain("The server could not start: " + failed.getMessage(), ANYTHING_ELSE);
        }
    }

    /** Before the log makes it, for everybody's eyes. */
    private void makeDataFolder() {
        try {
            OwnersFolder.make(data);
        } catch (IOException notToBeHad) {
            LoggerFactory.getLogger(ServerMain.class).debug("the folder cannot be made: {}", notToBeHad.toString());
        }
    }

    private int start() throws Exception {
        Uncaught uncaught = Uncaught.installed();
        Wishes wishes = new Wishes(data, Optional.ofNullable(config), demo, Optional.ofNullable(port), windowed());
        if (windowed()) {
            return startWithWindow(wishes, uncaught);
        }
        Server server = Server.start(wishes, new TrafficRelay(logged -> {}));
        watch(server, uncaught);
        announce(server, () -> {});
        return 0;
    }

    private static void watch(Server server, Uncaught uncaught) {
        LogFiles.limitTo(server.settings().limits().logBytes());
        server.health()
                .watch(() -> uncaught.count() == 0
                        ? List.of()
                        : List.of(uncaught.count() + " errors that nobody caught; the log has them"));
    }

    /** 0, also without a server that runs. */
    private int writeSupportBundle() throws IOException {
        Path settings = settingsFile();
        if (!Files.isDirectory(data)) {
            return complain("--data: expected the folder of a server, " + data + " is none", WRONG_ARGUMENTS);
        }
        SupportBundle.ofOther(data, settings).write(supportBundle.toAbsolutePath());
        return 0;
    }

    /** 0 even if there is none; what could not be looked for is told on the error output. */
    private static int findCameras() throws ExecutionException, InterruptedException {
        CameraSearch search =
                new CameraSearch(Plugins.installed().cameras().all(), new BenchThread("cameras", Clock.systemUTC()));
        CameraSearch.Outcome outcome = search.run().get();
        outcome.lines().forEach(System.out::println);
        outcome.troubles().forEach(System.err::println);
        if (outcome.lines().isEmpty()) {
            System.err.println("No camera was found.");
        }
        return 0;
    }

    /** 0 for the same result, 1 for another. */
    private int runAgain() throws IOException {
        try {
            Workers workers = Workers.likeThis(WorkerMain.class.getName());
            Replay again = Flights.replay(replay, Plugins.installed().tools(), workers::isolated, programsOfRecords());
            again.lines().forEach(System.out::println);
            return again.isSame() ? 0 : ANYTHING_ELSE;
        } catch (JobRefused refused) {
            return complain(refused.getMessage(), WRONG_ARGUMENTS);
        } catch (IOException unreadable) {
            return complain("--replay: " + Why.of(unreadable), WRONG_ARGUMENTS);
        }
    }

    private Path settingsFile() {
        return config == null ? data.resolve("settings.yaml") : config;
    }

    /** Those, and what the jobs of the data folder have anyway. */
    private AllowedPrograms programsOfRecords() {
        return programs().with(OwnVersions.in(data.resolve("jobs")));
    }

    /** Those that the settings of the data folder allow; none without settings that can be used. */
    private AllowedPrograms programs() {
        Path settings = settingsFile();
        try {
            return Files.exists(settings)
                    ? ServerSettings.read(settings, Plugins.installed()).jobs().programs()
                    : AllowedPrograms.NONE;
        } catch (BadSetting unusable) {
            LoggerFactory.getLogger(ServerMain.class).warn("{}; no program is allowed", unusable.getMessage());
            return AllowedPrograms.NONE;
        }
    }

    private int startWithWindow(Wishes wishes, Uncaught uncaught) throws Exception {
        LogRing log = LogRing.attach();
        TrafficRing traffic = new TrafficRing();
        Server server = Server.start(wishes, new TrafficRelay(traffic));
        TechnicianDesk desk = server.desk();
        TechnicianWindow window =
                TechnicianWindow.open(desk.sources(traffic, log, server.settingsTrouble()), data, () -> System.exit(0));
        watch(server, uncaught);
        Toolkit.getDefaultToolkit();
        DisplayLoss.survived()
                .ifPresent(display -> server.health().watch(() -> display.isLost() ? DISPLAY_LOST : List.of()));
        server.health().watchdog().watch("the window", WINDOW_STUCK, EventQueue::invokeLater);
        window.guardedBy(desk.seat(), desk.users(), desk::otherEditor);
        announce(server, window::endEditor);
        return 0;
    }

    /** @param first done before the server ends */
    private static void announce(Server server, Runnable first) {
        Runnable end = () -> {
            first.run();
            stop(server);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end, "stop"));
        server.faultLines().forEach(System.err::println);
        server.remarkLines().forEach(System.err::println);
        server.readyLines().forEach(System.out::println);
    }

    private boolean windowed() {
        return !headless && !GraphicsEnvironment.isHeadless();
    }

    /** A JVM that is told to end exits with 143; a station that stopped cleanly says 0. */
    private static void stop(Server server) {
        int code = 0;
        try {
            server.close();
            LoggerFactory.getLogger(ServerMain.class).info("stopped");
        } catch (RuntimeException broken) {
            LoggerFactory.getLogger(ServerMain.class).error("stopping broke", broken);
            code = ANYTHING_ELSE;
        }
        Children.end();
        Runtime.getRuntime().halt(code);
    }

    private static int complain(String message, int code) {
        System.err.println(message);
        return code;
    }
}
