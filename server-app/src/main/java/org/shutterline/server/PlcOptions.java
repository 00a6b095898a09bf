package org.shutterline.server;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.simulator.Habit;
import org.shutterline.server.simulator.PlcAddress;
import org.shutterline.server.simulator.PlcCounts;
import org.shutterline.server.simulator.PlcLanguage;
import org.shutterline.server.simulator.PlcListener;
import org.shutterline.server.simulator.PlcReport;
import org.shutterline.server.simulator.PlcRun;
import org.shutterline.server.simulator.PlcSettings;
import picocli.CommandLine.Option;

/** How a PLC is played from the command line. */
final class PlcOptions {
    private static final int USUAL_SECONDS = 3_600;
    private static final int USUAL_CYCLES = 100;

    @Option(
            names = "--play-plc",
            paramLabel = "HOST:PORT",
            description = "Play a PLC at this address, print what came of it, and end; starts no station.")
    private String address;

    @Option(names = "--dialect", paramLabel = "ID", description = "With --play-plc: what it speaks (default: plain).")
    private String dialect = "plain";

    @Option(
            names = "--dialect-settings",
            paramLabel = "FILE",
            description = "With --play-plc: YAML with the dialect's settings, as a listener has them.")
    private Path settings;

    @Option(names = "--station", paramLabel = "N", description = "With --play-plc: which it triggers (default: 1).")
    private int station = 1;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description = "With --play-plc: after how many cycles it ends (default: 100, or any with --seconds).")
    private Integer cycles;

    @Option(names = "--seconds", paramLabel = "N", description = "With --play-plc: after how many seconds it ends.")
    private Integer seconds;

    @Option(names = "--rate", paramLabel = "N", description = "With --play-plc: cycles a second (default: 10).")
    private double rate = 10;

    @Option(names = "--jitter", paramLabel = "%", description = "With --play-plc: how irregular they are (default: 0).")
    private int jitter;

    @Option(
            names = "--rude",
            paramLabel = "HABIT",
            split = ",",
            description =
                    "With --play-plc: habits of rude programs, of which every third cycle has one: no-end, coalesce,"
                            + " bytewise, reset, ignore-busy.")
    private List<String> rude = List.of();

    @Option(
            names = "--programs",
            paramLabel = "JOB",
            split = ",",
            description = "With --play-plc: jobs that it changes to in turn.")
    private List<String> programs = List.of();

    @Option(
            names = "--program-every",
            paramLabel = "N",
            description = "With --play-plc: cycles from one change to the next (default: 10).")
    private int programEvery = 10;

    boolean isGiven() {
        return address != null;
    }

    /** Exit codes: 0 if every trigger has an answer that was understood, else 1. */
    int play(PrintStream out, PrintStream err) throws InterruptedException {
        PlcListener troubles = new PlcListener() {
            @Override
            public void trouble(String why) {
                err.println(why);
            }
        };
        PlcRun run = new PlcRun(settings(), language(Plugins.installed()), address(), () -> false, troubles);
        PlcCounts counts = run.run();
        PlcReport.lines(counts).forEach(out::println);
        return counts.isClean() ? 0 : 1;
    }

    private InetSocketAddress address() {
        return PlcAddress.read(address)
                .orElseThrow(() -> new BadSetting(
                        "--play-plc", "expected HOST:PORT such as 127.0.0.1:7501, found '" + address + "'"));
    }

    /** @throws BadSetting if there is none such, or its settings cannot be used */
    private PlcLanguage language(Plugins plugins) {
        Dialect found = plugins.dialects().find(dialect, "--dialect");
        String place = settings == null ? dialect : settings.toString();
        Map<String, Object> raw = settings == null ? Map.of() : YamlFile.read(settings, place);
        return PlcLanguage.of(found, place, raw);
    }

    private PlcSettings settings() {
        return new PlcSettings(
                station,
                Optional.ofNullable(cycles).orElse(seconds == null ? USUAL_CYCLES : PlcSettings.MOST_CYCLES),
                Duration.ofSeconds(Optional.ofNullable(seconds).orElse(USUAL_SECONDS)),
                rate,
                jitter,
                habits(),
                programs,
                programEvery);
    }

    private Set<Habit> habits() {
        return rude.stream()
                .map(id -> Habit.named(id)
                        .orElseThrow(() -> new BadSetting(
                                "--rude",
                                "expected some of " + String.join(", ", Habit.ids()) + ", found '" + id + "'")))
                .collect(Collectors.toSet());
    }
}
