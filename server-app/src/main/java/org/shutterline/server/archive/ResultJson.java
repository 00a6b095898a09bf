package org.shutterline.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Writes what nobody searches for as JSON; {@link ResultJsonReader} reads it. Empty and usual fields are left out. */
final class ResultJson {
    static final JsonFactory FACTORY = new JsonFactory();

    private ResultJson() {}

    /** The values and the keys. */
    static String measured(InspectionResult result) {
        return object(json -> {
            json.writeFieldName("values");
            values(json, result.values());
            texts(json, "keys", result.keys());
        });
    }

    /** Overlays, stages and notes. */
    static String more(Detail detail) {
        return object(json -> {
            overlays(json, detail.overlays());
            stages(json, detail.stages());
            texts(json, "notes", detail.notes());
        });
    }

    static String late(List<Measurement> late) {
        return object(json -> {
            json.writeFieldName("values");
            values(json, late);
        });
    }

    private static String object(Content content) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a result that cannot be written as JSON", e);
        }
        return out.toString();
    }

    private static void values(JsonGenerator json, List<Measurement> values) throws IOException {
        json.writeStartArray();
        for (Measurement value : values) {
            value(json, value);
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Measurement measurement) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", measurement.name());
        measurement.value().answerBy(new ValueContent()).write(json);
        text(json, "unit", measurement.unit());
        if (measurement.low().isPresent()) {
            json.writeNumberField("low", measurement.low().getAsDouble());
        }
        if (measurement.high().isPresent()) {
            json.writeNumberField("high", measurement.high().getAsDouble());
        }
        if (measurement.expected().isPresent()) {
            json.writeStringField("expected", measurement.expected().get());
        }
        verdict(json, measurement.verdict());
        text(json, "reason", measurement.reason());
        json.writeEndObject();
    }

    private static void overlays(JsonGenerator json, List<Overlay> overlays) throws IOException {
        if (overlays.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("overlays");
        for (Overlay overlay : overlays) {
            json.writeStartObject();
            json.writeStringField("kind", overlay.kind().name());
            json.writeArrayFieldStart("points");
            for (Point point : overlay.points()) {
                json.writeNumber(point.x());
                json.writeNumber(point.y());
            }
            json.writeEndArray();
            verdict(json, overlay.verdict());
            text(json, "label", overlay.label());
            text(json, "tool", overlay.tool());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void stages(JsonGenerator json, List<StageTime> stages) throws IOException {
        json.writeArrayFieldStart("stages");
        for (StageTime stage : stages) {
            json.writeStartObject();
            json.writeStringField("stage", stage.stage());
            json.writeNumberField("ms", stage.ms());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    private static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        if (verdict != Verdict.OK) {
            json.writeStringField("verdict", verdict.name());
        }
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static final class ValueContent implements Value.Handler<Content> {
        @Override
        public Content decimal(Value.Decimal decimal) {
            return json -> {
                json.writeNumberField("number", decimal.number());
                json.writeNumberField("decimals", decimal.decimals());
            };
        }

        @Override
        public Content text(Value.Text text) {
            return json -> json.writeStringField("text", text.text());
        }

        @Override
        public Content yesNo(Value.YesNo yesNo) {
            return json -> json.writeBooleanField("yes", yesNo.yes());
        }

        @Override
        public Content missing(Value.Missing missing) {
            return json -> {};
        }
    }
}
