package org.shutterline.docs.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures, interleaved and pinned, and writes the page of figures. Needs {@code taskset}. */
public final class Bench {
    private static final int REPEATS = 9;
    private static final int TRIGGERS = 400;
    /** Until the compiler of the JVM has done its work: on one core that takes long. */
    private static final int WARM_UP = 40_000;

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int PICTURE_BYTES = 2560 * 2048;

    private final Ground ground;

    private Bench(Ground ground) {
        this.ground = ground;
    }

    /** @param args the server's runnable file, a folder to work in, the page to write */
    public static void main(String[] args) throws Exception {
        Ground ground = new Ground(Path.of(args[0]), Path.of(args[1]));
        Bench bench = new Bench(ground);
        Page page = new Page();
        bench.trigger(page, "0", "one core");
        bench.trigger(page, "0,1", "two cores");
        bench.picture(page);
        Path written = Path.of(args[2]);
        Files.writeString(written, page.text() + Page.further(written));
        System.out.println(page.text());
        JobBench.write(ground, written);
    }

    /** A trigger without camera time and without a tool, durable, beside an echo with a bare insert and an echo alone. */
    private void trigger(Page page, String cores, String where) throws Exception {
        Path data = ground.data("trigger-" + cores.length(), 64, 64, "nothing", "none");
        List<Figures> ours = new ArrayList<>();
        List<Figures> bare = new ArrayList<>();
        List<Figures> echo = new ArrayList<>();
        try (Program station = ground.station(cores, data);
                Program baseline = Program.start(
                        cores,
                        ground.classPath(),
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

    /** A picture of 5 MB that is still in memory, beside a bare copy of as many bytes over loopback. */
    private void picture(Page page) throws Exception {
        Path data = ground.data("picture", 2560, 2048, "light", "all");
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        try (Program station = ground.station("0,1", data);
                Program baseline = Program.start(
                        "0,1",
                        ground.classPath(),
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
}
