package org.shutterline.protocol.dialect.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationStatus;

/** The members of JSON objects that several replies share. */
final class JsonParts {
    private JsonParts() {}

    static void refusal(JsonGenerator json, Code code, String text) throws IOException {
        json.writeNumberField("code", code.number());
        json.writeStringField("text", text);
    }

    static void result(JsonGenerator json, InspectionResult result, boolean repeated) throws IOException {
        json.writeNumberField("id", result.id());
        json.writeNumberField("station", result.station());
        json.writeStringField("job", result.job());
        json.writeStringField("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(result.time()));
        ms(json, result.ms());
        text(json, "part", result.part());
        json.writeStringField("origin", WireWords.lower(result.origin()));
        json.writeBooleanField("repeated", repeated);
        json.writeStringField("image", result.picture().word());
        measurements(json, "values", result.values());
        if (result.code().isPresent()) {
            json.writeNumberField("code", result.code().get().number());
        }
        if (result.code().isPresent() || !result.reason().isEmpty()) {
            json.writeStringField("reason", result.reason());
        }
        if (result.isWarning()) {
            json.writeBooleanField("warning", true);
        }
        if (result.once().isPresent()) {
            json.writeStringField("once", result.once().get());
        }
        if (!result.keys().isEmpty()) {
            texts(json, "keys", result.keys());
        }
    }

    static void outcome(JsonGenerator json, Reply.Outcome outcome) throws IOException {
        json.writeStartObject();
        if (outcome.result().isPresent()) {
            InspectionResult result = outcome.result().get();
            json.writeStringField("status", result.verdict().name());
            result(json, result, false);
        } else {
            Code code = outcome.refusal().orElse(Code.INTERNAL_ERROR);
            json.writeStringField("status", "ER");
            json.writeNumberField("station", outcome.station());
            refusal(json, code, code.text());
        }
        json.writeEndObject();
    }

    static void status(JsonGenerator json, StationStatus status) throws IOException {
        json.writeNumberField("station", status.station());
        json.writeStringField("state", status.state().name());
        json.writeStringField("job", status.job());
        json.writeNumberField("last", status.lastId());
        json.writeNumberField("triggers", status.triggers());
        json.writeNumberField("ok", status.ok());
        json.writeNumberField("ng", status.ng());
        json.writeNumberField("unknown", status.unknown());
        json.writeNumberField("refused", status.refused());
        json.writeStringField("why", status.why());
    }

    static void picture(JsonGenerator json, Picture picture, int length) throws IOException {
        json.writeStringField("format", picture.format());
        json.writeNumberField("width", picture.width());
        json.writeNumberField("height", picture.height());
        json.writeNumberField("length", length);
    }

    static void times(JsonGenerator json, Reply.TimesOf times) throws IOException {
        json.writeNumberField("station", times.station());
        json.writeNumberField("triggers", times.triggers());
        json.writeArrayFieldStart("stages");
        for (StageSummary stage : times.stages()) {
            json.writeStartObject();
            json.writeStringField("stage", stage.stage());
            json.writeNumberField("last", rounded(stage.last()));
            json.writeNumberField("p50", rounded(stage.p50()));
            json.writeNumberField("p95", rounded(stage.p95()));
            json.writeNumberField("p99", rounded(stage.p99()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A tree of texts, numbers, yes and no, lists and groups. */
    static void members(JsonGenerator json, Map<?, ?> members) throws IOException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeFieldName(String.valueOf(member.getKey()));
            tree(json, member.getValue());
        }
    }

    private static void tree(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> group) {
            json.writeStartObject();
            members(json, group);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                tree(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Double decimal) {
            number(json, exact(decimal));
        } else if (value instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    /** To the microsecond. */
    private static double rounded(double ms) {
        return Math.rint(ms * 1_000) / 1_000;
    }

    static void detail(JsonGenerator json, Detail detail) throws IOException {
        result(json, detail.result(), false);
        json.writeStringField("jobVersion", detail.jobVersion());
        json.writeArrayFieldStart("overlays");
        for (Overlay overlay : detail.overlays()) {
            overlay(json, overlay);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stages");
        for (StageTime stage : detail.stages()) {
            json.writeStartObject();
            json.writeStringField("stage", stage.stage());
            exact(json, "ms", OptionalDouble.of(stage.ms()));
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "notes", detail.notes());
        measurements(json, "late", detail.late());
    }

    static void ms(JsonGenerator json, double ms) throws IOException {
        json.writeFieldName("ms");
        number(json, Numbers.ms(ms));
    }

    private static void overlay(JsonGenerator json, Overlay overlay) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", WireWords.lower(overlay.kind()));
        json.writeArrayFieldStart("points");
        for (Point point : overlay.points()) {
            json.writeStartArray();
            number(json, exact(point.x()));
            number(json, exact(point.y()));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeStringField("verdict", overlay.verdict().name());
        json.writeStringField("label", overlay.label());
        json.writeStringField("tool", overlay.tool());
        json.writeEndObject();
    }

    private static void measurements(JsonGenerator json, String name, List<Measurement> measurements)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Measurement measurement : measurements) {
            json.writeStartObject();
            json.writeStringField("name", measurement.name());
            measurement.value().answerBy(new JsonValue(json)).write();
            json.writeStringField("unit", measurement.unit());
            exact(json, "low", measurement.low());
            exact(json, "high", measurement.high());
            json.writeStringField("verdict", measurement.verdict().name());
            if (measurement.expected().isPresent()) {
                json.writeStringField("expected", measurement.expected().get());
            }
            if (!measurement.reason().isEmpty()) {
                json.writeStringField("reason", measurement.reason());
            }
            if (measurement.isWarning()) {
                json.writeBooleanField("warning", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        json.writeFieldName(name);
        if (text.isPresent()) {
            json.writeString(text.get());
        } else {
            json.writeNull();
        }
    }

    private static void exact(JsonGenerator json, String name, OptionalDouble number) throws IOException {
        json.writeFieldName(name);
        number(json, number.isPresent() ? exact(number.getAsDouble()) : "");
    }

    private static String exact(double number) {
        return Double.isFinite(number) ? Numbers.exact(number) : "";
    }

    private static void number(JsonGenerator json, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(text);
        }
    }
}
