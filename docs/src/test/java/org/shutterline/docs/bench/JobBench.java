package org.shutterline.docs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.server.spi.Vision;

/**
 * Measures a job on one core, in turn: in a station, its tools in a bare loop, and the plain calls of the libraries in a bare
 * loop; writes its chapter of the page of figures.
 */
public final class JobBench {
    private static final String HEAD = """

            Written by `mvn -Pbench verify -DskipTests`, or alone by adding `-Dbench.of=JobBench`: one core, five repeats in turn,
            medians, at a picture each 5 ms and more. The job is the demo's, and the same for a camera of 5 megapixels; the bar is one
            for jobs of 10 ms or more. *The bare calls* are a loop that asks OpenCV and ZXing the questions of the job by the calls that
            a program without tools would make: it knows no class of ours but the one that gives the pictures, and a test
            (`BareCallsTest`) holds that its answers are those of the tools: the holes between px, to a millionth; the width to
            0.1 px; the print where it fits best, to whole px, which the tool finds between px and, as it looks coarsely first, sooner.
            """;
    private static final int REPEATS = 5;
    private static final int PICTURES = 60;
    private static final String WARM_UP = "400";
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Pattern STAGE = Pattern.compile("\"stage\":\"inspection\",\"ms\":([0-9.]+)");

    private final Ground ground;
    private final PlateJob job;
    private final List<Double> station = new ArrayList<>();
    private final List<Double> wire = new ArrayList<>();
    private final Map<String, List<Double>> tools = new LinkedHashMap<>();
    private final Map<String, List<Double>> calls = new LinkedHashMap<>();

    private JobBench(Ground ground, PlateJob job) {
        this.ground = ground;
        this.job = job;
    }

    /** @param args the server's runnable file, a folder to work in, the page to write */
    public static void main(String[] args) throws Exception {
        write(new Ground(Path.of(args[0]), Path.of(args[1])), Path.of(args[2]));
    }

    static void write(Ground ground, Path page) throws Exception {
        Vision.load();
        StringBuilder text = new StringBuilder(HEAD);
        for (PlateJob job : PlateJob.values()) {
            JobBench bench = new JobBench(ground, job);
            bench.measure();
            text.append(bench.text());
        }
        Page.chapter(page, "A job beside the bare calls of its libraries", text.toString());
        System.out.println(text);
    }

    private void measure() throws Exception {
        Path data = ground.data("job-" + job.id(), job.widthPx(), job.heightPx(), job.id(), "none");
        Path jobs = data.resolve("jobs");
        job.write(jobs);
        try (Program program = ground.station("0", data);
                Peer peer = new Peer(program.port())) {
            peer.openLoop("T1", 400, 0);
            for (int i = 0; i < REPEATS; i++) {
                station(peer);
                loop(BareJob.class, jobs, tools);
                loop(BareCalls.class, jobs, calls);
            }
        }
    }

    private void station(Peer peer) throws Exception {
        List<Double> stages = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int n = 0; n < PICTURES; n++) {
            answers.addAll(peer.openLoop("T1", 1, PERIOD));
            stages.add(inspectionMs(peer));
        }
        station.add(Figures.of(stages).p50());
        wire.add(Figures.of(answers).p50());
    }

    private static double inspectionMs(Peer peer) throws IOException {
        String last = peer.ask("LAST1");
        Matcher stage = STAGE.matcher(peer.ask("DETAIL," + last.split(",")[2]));
        if (!stage.find()) {
            throw new IOException("no inspection stage in DETAIL");
        }
        return Double.parseDouble(stage.group(1));
    }

    private void loop(Class<?> program, Path jobs, Map<String, List<Double>> times) throws IOException {
        try (Program loop = Program.start(
                "0", ground.classPath(), program, jobs.toString(), job.name(), WARM_UP, Integer.toString(PICTURES))) {
            Paced.read(loop.line())
                    .forEach((what, ms) -> times.computeIfAbsent(what, none -> new ArrayList<>())
                            .add(ms));
        }
    }

    private static double print(Map<String, List<Double>> times) {
        return Figures.of(times.get("label")).p50();
    }

    private String text() {
        double inStation = Figures.of(station).p50();
        double ofTools = Figures.of(tools.get(Paced.ALL)).p50();
        double ofCalls = Figures.of(calls.get(Paced.ALL)).p50();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """

                %d x %d px:

                | ms | | beside the bare calls | bar |
                |---|---|---|---|
                | inside the server, from the frame to the verdict | %.2f | %.2f | %s |
                | the tools in a bare loop, no station around them | %.2f | %.2f | |
                | the same without the print on both sides | %.2f | %.2f | |
                | the bare calls | %.2f | 1 | |
                | line to line | %.2f | | |

                | tool, ms in a bare loop | the tool | the bare calls |
                |---|---|---|
                """,
                job.widthPx(),
                job.heightPx(),
                inStation,
                inStation / ofCalls,
                job == PlateJob.DEMO ? "none" : "<= 1.10",
                ofTools,
                ofTools / ofCalls,
                ofTools - print(tools),
                (ofTools - print(tools)) / (ofCalls - print(calls)),
                ofCalls,
                Figures.of(wire).p50()));
        tools.forEach((id, ms) -> {
            if (!id.equals(Paced.ALL)) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %.3f | %.3f |%n",
                        id,
                        Figures.of(ms).p50(),
                        Figures.of(calls.get(id)).p50()));
            }
        });
        return text.toString();
    }
}
