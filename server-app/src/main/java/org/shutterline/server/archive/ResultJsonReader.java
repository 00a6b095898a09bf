package org.shutterline.server.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Reads what {@link ResultJson} wrote; fields that it does not know are passed over. */
final class ResultJsonReader {
    final List<Measurement> values = new ArrayList<>();
    final Map<String, String> keys = new LinkedHashMap<>();
    final List<Overlay> overlays = new ArrayList<>();
    final List<StageTime> stages = new ArrayList<>();
    final Map<String, String> notes = new LinkedHashMap<>();

    static ResultJsonReader read(String text) throws IOException {
        ResultJsonReader reader = new ResultJsonReader();
        if (text != null) {
            try (JsonParser json = ResultJson.FACTORY.createParser(text)) {
                json.nextToken();
                reader.object(json);
            }
        }
        return reader;
    }

    private void object(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "values" -> each(json, () -> values.add(value(json)));
                case "keys" -> texts(json, keys);
                case "overlays" -> each(json, () -> overlays.add(overlay(json)));
                case "stages" -> each(json, () -> stages.add(stage(json)));
                case "notes" -> texts(json, notes);
                default -> json.skipChildren();
            }
        }
    }

    private static Measurement value(JsonParser json) throws IOException {
        String name = "";
        Optional<String> text = Optional.empty();
        Optional<Boolean> yes = Optional.empty();
        OptionalDouble number = OptionalDouble.empty();
        int decimals = 0;
        String unit = "";
        OptionalDouble low = OptionalDouble.empty();
        OptionalDouble high = OptionalDouble.empty();
        Optional<String> expected = Optional.empty();
        Verdict verdict = Verdict.OK;
        String reason = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "text" -> text = Optional.of(json.getText());
                case "yes" -> yes = Optional.of(json.getBooleanValue());
                case "number" -> number = OptionalDouble.of(json.getValueAsDouble());
                case "decimals" -> decimals = json.getIntValue();
                case "unit" -> unit = json.getText();
                case "low" -> low = OptionalDouble.of(json.getValueAsDouble());
                case "high" -> high = OptionalDouble.of(json.getValueAsDouble());
                case "expected" -> expected = Optional.of(json.getText());
                case "verdict" -> verdict = Verdict.valueOf(json.getText());
                case "reason" -> reason = json.getText();
                default -> json.skipChildren();
            }
        }
        return new Measurement(name, measured(text, yes, number, decimals), unit, low, high, expected, verdict, reason);
    }

    private static Value measured(Optional<String> text, Optional<Boolean> yes, OptionalDouble number, int decimals) {
        if (number.isPresent()) {
            return new Value.Decimal(number.getAsDouble(), decimals);
        }
        if (text.isPresent()) {
            return new Value.Text(text.get());
        }
        return yes.<Value>map(Value.YesNo::new).orElseGet(Value::missing);
    }

    private static Overlay overlay(JsonParser json) throws IOException {
        Overlay.Kind kind = Overlay.Kind.CROSS;
        List<Point> points = new ArrayList<>();
        Verdict verdict = Verdict.OK;
        String label = "";
        String tool = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "kind" -> kind = Overlay.Kind.valueOf(json.getText());
                case "points" -> points(json, points);
                case "verdict" -> verdict = Verdict.valueOf(json.getText());
                case "label" -> label = json.getText();
                case "tool" -> tool = json.getText();
                default -> json.skipChildren();
            }
        }
        return new Overlay(kind, points, verdict, label, tool);
    }

    private static void points(JsonParser json, List<Point> points) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            double x = json.getValueAsDouble();
            json.nextToken();
            points.add(new Point(x, json.getValueAsDouble()));
        }
    }

    private static StageTime stage(JsonParser json) throws IOException {
        String stage = "";
        double ms = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "stage" -> stage = json.getText();
                case "ms" -> ms = json.getValueAsDouble();
                default -> json.skipChildren();
            }
        }
        return new StageTime(stage, ms);
    }

    private static void texts(JsonParser json, Map<String, String> texts) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, json.getText());
        }
    }

    private static void each(JsonParser json, Element element) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            element.read();
        }
    }

    private interface Element {
        void read() throws IOException;
    }
}
