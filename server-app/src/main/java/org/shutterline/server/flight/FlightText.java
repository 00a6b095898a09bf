package org.shutterline.server.flight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.JobRefused;

/**
 * What was answered to one trigger, as a flight record keeps it.
 *
 * @param number of the format
 * @param values in the order of the job's output list
 * @param exact whether the picture is the very one that was judged
 */
public record FlightText(
        int number,
        long id,
        int station,
        String job,
        String jobVersion,
        OffsetDateTime time,
        double ms,
        Optional<String> part,
        Verdict verdict,
        String reason,
        List<Read> values,
        List<StageTime> stages,
        boolean exact) {
    private static final int NUMBER = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One value.
     *
     * @param value number, text or yes/no as text; empty if it was not measured
     */
    public record Read(String name, Optional<String> value, String unit) {
        static Read of(Measurement measurement) {
            return new Read(measurement.name(), measurement.value().answerBy(new AsText()), measurement.unit());
        }
    }

    public FlightText {
        values = List.copyOf(values);
        stages = List.copyOf(stages);
    }

    /** @param exact whether the picture that goes with it is the very one that was judged */
    public static FlightText of(Detail detail, boolean exact) {
        InspectionResult result = detail.result();
        return new FlightText(
                NUMBER,
                result.id(),
                result.station(),
                result.job(),
                detail.jobVersion(),
                result.time(),
                result.ms(),
                result.part(),
                result.verdict(),
                result.reason(),
                result.values().stream().map(Read::of).toList(),
                detail.stages(),
                exact);
    }

    byte[] written() throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("shutterlineFlight", number);
        json.put("id", id).put("station", station).put("job", job).put("jobVersion", jobVersion);
        json.put("time", time.toString()).put("ms", ms).put("part", part.orElse(null));
        json.put("verdict", verdict.name()).put("reason", reason).put("exact", exact);
        var list = json.putArray("values");
        for (Read value : values) {
            list.addObject()
                    .put("name", value.name())
                    .put("value", value.value().orElse(null))
                    .put("unit", value.unit());
        }
        var times = json.putArray("stages");
        stages.forEach(stage -> times.addObject().put("stage", stage.stage()).put("ms", stage.ms()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /** @param what the file and its part, for messages */
    static FlightText read(byte[] bytes, String what) throws JobRefused {
        try {
            JsonNode json = JSON.readTree(bytes);
            int number = json.path("shutterlineFlight").asInt();
            if (number != NUMBER) {
                throw new JobRefused(
                        what,
                        number > NUMBER
                                ? "was written by a newer program, expected format " + NUMBER
                                : "is no flight record");
            }
            List<Read> values = new ArrayList<>();
            for (JsonNode value : json.path("values")) {
                values.add(new Read(
                        value.path("name").asText(),
                        text(value.get("value")),
                        value.path("unit").asText()));
            }
            List<StageTime> stages = new ArrayList<>();
            json.path("stages")
                    .forEach(stage -> stages.add(new StageTime(
                            stage.path("stage").asText(), stage.path("ms").asDouble())));
            return new FlightText(
                    number,
                    json.path("id").asLong(),
                    json.path("station").asInt(),
                    json.path("job").asText(),
                    json.path("jobVersion").asText(),
                    OffsetDateTime.parse(json.path("time").asText()),
                    json.path("ms").asDouble(),
                    text(json.get("part")),
                    Verdict.valueOf(json.path("verdict").asText()),
                    json.path("reason").asText(),
                    values,
                    stages,
                    json.path("exact").asBoolean());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
            throw new JobRefused(
                    what,
                    "is damaged: " + damaged.getMessage().lines().findFirst().orElse(""));
        } catch (IOException unreadable) {
            throw new JobRefused(what, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    /** A number as it is told, since the judgement of a machine of another kind may differ in the last digits. */
    private static final class AsText implements Value.Handler<Optional<String>> {
        @Override
        public Optional<String> decimal(Value.Decimal decimal) {
            return Optional.of(java.math.BigDecimal.valueOf(decimal.number())
                    .setScale(decimal.decimals(), java.math.RoundingMode.HALF_UP)
                    .toPlainString());
        }

        @Override
        public Optional<String> text(Value.Text text) {
            return Optional.of(text.text());
        }

        @Override
        public Optional<String> yesNo(Value.YesNo yesNo) {
            return Optional.of(yesNo.yes() ? "1" : "0");
        }

        @Override
        public Optional<String> missing(Value.Missing missing) {
            return Optional.empty();
        }
    }
}
