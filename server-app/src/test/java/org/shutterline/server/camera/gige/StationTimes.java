package org.shutterline.server.camera.gige;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shutterline.server.LineTalk;
import org.shutterline.server.Server;

/** How long the triggers of a whole server with the fake camera take: its camera has a process of its own, as on a machine. */
final class StationTimes {
    private static final int TRIGGERS = 1_000;
    private static final Set<String> TO_THE_FRAME = Set.of("picture", "exposure", "transfer");
    private static final Set<String> TO_THE_RESULT = Set.of("inspection", "storing");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Both ends of a trigger: until the frame is there, and from there until the result is safe. */
    record Measured(Times toFrame, Times toResult) {}

    private StationTimes() {}

    /** Triggered over the wire, one after the other. */
    static Measured triggered(int fps) throws Exception {
        Path data = Files.createTempDirectory("gige-figures-");
        try (FakeCamera fake = FakeCamera.at(1);
                Server server = GigeStations.start(data, "frameRate: " + fps, "none");
                LineTalk talk = new LineTalk(server)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < TRIGGERS && fake.isAlive(); i++) {
                ids.add(talk.fields("T1").get(2));
            }
            return measured(talk, ids);
        } finally {
            delete(data);
        }
    }

    /** The camera begins by itself, as if a line of it were pulled, and a subscriber is told. */
    static Measured byItself(int fps) throws Exception {
        Path data = Files.createTempDirectory("gige-figures-");
        String settings = "frameRate: " + fps + ", trigger: line0, features: {TriggerMode: Off}";
        try (FakeCamera fake = FakeCamera.at(1);
                Server server = GigeStations.start(data, settings, "none");
                LineTalk talk = new LineTalk(server);
                LineTalk asking = new LineTalk(server)) {
            talk.ask("SUBSCRIBE1");
            talk.line();
            List<String> ids = new ArrayList<>();
            while (ids.size() < TRIGGERS && fake.isAlive()) {
                ids.add(talk.line().split(",", -1)[3]);
            }
            return measured(asking, ids);
        } finally {
            delete(data);
        }
    }

    /** A result that is not OK, and a picture of the camera that began no inspection, is lost. */
    private static Measured measured(LineTalk talk, List<String> ids) throws IOException {
        List<Double> toFrame = new ArrayList<>();
        List<Double> toResult = new ArrayList<>();
        long before = -1;
        int told = 0;
        for (String id : ids) {
            JsonNode detail = JSON.readTree(talk.ask("DETAIL," + id));
            JsonNode count = detail.path("notes").path("number");
            boolean came = !count.isMissingNode();
            long number = count.asLong();
            for (long missing = before + 1 + told; came && before >= 0 && missing < number; missing++) {
                toFrame.add(Double.NaN);
            }
            before = came ? number : before;
            told = came ? 0 : told + 1;
            toFrame.add(came ? sum(detail, TO_THE_FRAME) : Double.NaN);
            toResult.add(came ? sum(detail, TO_THE_RESULT) : Double.NaN);
        }
        return new Measured(times(toFrame), times(toResult));
    }

    private static double sum(JsonNode detail, Set<String> stages) {
        double sum = 0;
        for (JsonNode stage : detail.path("stages")) {
            sum += stages.contains(stage.path("stage").asText())
                    ? stage.path("ms").asDouble()
                    : 0;
        }
        return sum;
    }

    private static Times times(List<Double> ms) {
        return new Times(ms.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
