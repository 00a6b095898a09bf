package org.shutterline.docs.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures, interleaved and pinned, and writes the page of figures. Needs {@code taskset}. */
public final class Bench {
    private static final int REPEATS = 9;
    private static final int TRIGGERS = 400;
    /** Until the compiler of the JVM has done its work: on one core that takes long. */
    private static final int WARM_UP = 40_000;

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int PICTURE_BYTES = 2560 * 2048;
    private static final Pattern STAGE = Pattern.compile("\"stage\":\"inspection\",\"ms\":([0-9.]+)");

    private final Path serverJar;
    private final Path folder;
    private final String classPath;

    private Bench(Path serverJar, Path folder) {
        this.serverJar = serverJar;
        this.folder = folder;
        this.classPath = String.join(
                File.pathSeparator,
                serverJar.toString(),
                folder.resolve("services").toString(),
                System.getProperty("java.class.path"));
    }

    /** @param args the server's runnable file, a folder to work in, the page to write */
    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Path.of(args[0]), Path.of(args[1]));
        bench.prepare();
        Page page = new Page();
        bench.trigger(page, "0", "one core");
        bench.trigger(page, "0,1", "two cores");
        bench.job(page);
        bench.picture(page);
        Path written = Path.of(args[2]);
        Files.writeString(written, page.text() + Page.further(written));
        System.out.println(page.text());
    }

    private void prepare() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Path services = folder.resolve("services/META-INF/services");
        Files.createDirectories(services);
        Files.writeString(
                services.resolve("org.shutterline.server.spi.CameraFactory"),
                StillCameraFactory.class.getName() + "\n");
    }

    /** A trigger without camera time and without a tool, durable, beside an echo with a bare insert and an echo alone. */
    private void trigger(Page page, String cores, String where) throws Exception {
        Path data = data("trigger-" + cores.length(), 64, 64, "nothing");
        List<Figures> ours = new ArrayList<>();
        List<Figures> bare = new ArrayList<>();
        List<Figures> echo = new ArrayList<>();
        try (Program station = station(cores, data);
                Program baseline = Program.start(
                        cores,
                        classPath,
                        BareStation.class,
                        data.resolve("bare.db").toString());
                Peer ofStation = new Peer(station.port());
                Peer ofBaseline = new Peer(baseline.port())) {
            for (int i = 0; i < 8; i++) {
                ofStation.openLoop("T1", WARM_UP / 8, 0);
                ofBaseline.openLoop("T1", WARM_UP / 8, 0);
            }
            for (int i = 0; i < REPEATS; i++) {
                ours.add(Figures.of(ofStation.openLoop("T1", TRIGGERS, PERIOD)));
                bare.add(Figures.of(ofBaseline.openLoop("T1", TRIGGERS, PERIOD)));
                echo.add(Figures.of(ofBaseline.openLoop("E1", TRIGGERS, PERIOD)));
            }
        }
        page.trigger(where, Figures.median(ours), Figures.median(bare), Figures.median(echo));
    }

    /** The demo job on plates of 1280 x 960: what the station says the inspection took, beside the tools in a bare loop. */
    private void job(Page page) throws Exception {
        Path data = data("job", 1280, 960, "plate-A");
        List<Double> ours = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        try (Program station = station("0", data);
                Peer peer = new Peer(station.port())) {
            peer.openLoop("T1", 300, 0);
            for (int i = 0; i < REPEATS; i++) {
                List<Double> stage = new ArrayList<>();
                List<Double> answers = new ArrayList<>();
                for (int n = 0; n < 60; n++) {
                    answers.addAll(peer.openLoop("T1", 1, PERIOD));
                    stage.add(inspectionMs(peer));
                }
                ours.add(Figures.of(stage).p50());
                whole.add(Figures.of(answers).p50());
                try (Program loop = Program.start(
                        "0", classPath, BareJob.class, data.resolve("jobs").toString(), "plate-A", "300", "60")) {
                    bare.add(Double.parseDouble(loop.line()));
                }
            }
        }
        page.job(
                Figures.of(ours).p50(),
                Figures.of(whole).p50(),
                Figures.of(bare).p50());
    }

    private static double inspectionMs(Peer peer) throws IOException {
        String last = peer.ask("LAST1");
        Matcher stage = STAGE.matcher(peer.ask("DETAIL," + last.split(",")[2]));
        if (!stage.find()) {
            throw new IOException("no inspection stage in DETAIL");
        }
        return Double.parseDouble(stage.group(1));
    }

    /** A picture of 5 MB that is still in memory, beside a bare copy of as many bytes over loopback. */
    private void picture(Page page) throws Exception {
        Path data = data("picture", 2560, 2048, "light");
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        try (Program station = station("0,1", data);
                Program baseline = Program.start(
                        "0,1",
                        classPath,
                        BareStation.class,
                        data.resolve("bare.db").toString());
                Peer ofStation = new Peer(station.port());
                Peer ofBaseline = new Peer(baseline.port())) {
            String image = "IMAGE," + ofStation.ask("T1").split(",")[2] + ",raw";
            for (int i = 0; i < REPEATS + 3; i++) {
                List<Double> a = new ArrayList<>();
                List<Double> b = new ArrayList<>();
                for (int n = 0; n < 40; n++) {
                    a.add(ofStation.download(image, true, PICTURE_BYTES));
                    b.add(ofBaseline.download("B", false, PICTURE_BYTES));
                }
                if (i >= 3) {
                    ours.add(Figures.of(a).p50());
                    bare.add(Figures.of(b).p50());
                }
            }
        }
        page.picture(PICTURE_BYTES, Figures.of(ours).p50(), Figures.of(bare).p50());
    }

    private Program station(String cores, Path data) throws IOException {
        return Program.start(
                cores,
                classPath,
                "org.shutterline.server.ServerMain",
                "--headless",
                "--demo",
                "--data",
                data.toString());
    }

    /** A data folder with the demo's jobs, a job of one small tool, one of none, and one station on the still camera. */
    private Path data(String name, int width, int height, String job) throws IOException {
        Path data = folder.resolve(name);
        Path jobs = data.resolve("jobs");
        Files.createDirectories(jobs);
        DemoJobs.copy(serverJar, data);
        Files.writeString(jobs.resolve("light.yaml"), """
                tools:
                  - {id: light, tool: brightness}
                outputs:
                  - {name: light, value: light.mean, decimals: 1}
                """);
        Files.writeString(jobs.resolve("nothing.yaml"), "tools: []\n");
        Files.writeString(
                data.resolve("settings.yaml"),
                String.format(Locale.ROOT, """
                        listeners:
                          - {dialect: plain, port: 0}
                        stations:
                          - number: 1
                            job: %s
                            camera: {driver: still, settings: {widthPx: %d, heightPx: %d}}
                        pictures: {keep: %s}
                        """, job, width, height, name.equals("picture") ? "all" : "none"));
        return data;
    }
}
