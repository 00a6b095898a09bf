package org.shutterline.protocol.dialect.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Verdict;

/** Replies and events as one JSON object a line. */
final class JsonSpelling implements Spelling {
    private static final String OK = "OK";

    private final JsonLine lines;

    JsonSpelling(boolean utf8) {
        this.lines = new JsonLine(utf8);
    }

    @Override
    public String refused(String echo, Code code, String text) {
        return reply(echo, "ER", json -> JsonParts.refusal(json, code, text));
    }

    @Override
    public String result(String echo, InspectionResult result, boolean repeated) {
        return reply(echo, result.verdict().name(), json -> JsonParts.result(json, result, repeated));
    }

    @Override
    public String allJudged(String echo, Verdict verdict, List<Reply.Outcome> outcomes) {
        return reply(echo, verdict.name(), json -> {
            json.writeStringField("verdict", verdict.name());
            json.writeArrayFieldStart("results");
            for (Reply.Outcome outcome : outcomes) {
                JsonParts.outcome(json, outcome);
            }
            json.writeEndArray();
        });
    }

    @Override
    public String done(String echo) {
        return reply(echo, OK, json -> {});
    }

    @Override
    public String status(String echo, StationStatus status) {
        return reply(echo, OK, json -> JsonParts.status(json, status));
    }

    @Override
    public String since(String echo, int count) {
        return reply(echo, OK, json -> json.writeNumberField("count", count));
    }

    @Override
    public String image(String echo, long id, Picture picture, int length) {
        return reply(echo, OK, json -> {
            json.writeNumberField("id", id);
            JsonParts.picture(json, picture, length);
        });
    }

    @Override
    public String detail(String echo, Detail detail) {
        return reply(echo, detail.result().verdict().name(), json -> JsonParts.detail(json, detail));
    }

    @Override
    public String timesOf(String echo, Reply.TimesOf times) {
        return reply(echo, OK, json -> JsonParts.times(json, times));
    }

    @Override
    public String healthOf(String echo, Reply.HealthOf health) {
        return reply(echo, OK, json -> JsonParts.members(json, health.members()));
    }

    @Override
    public String jobOf(String echo, String job) {
        return reply(echo, OK, json -> json.writeStringField("job", job));
    }

    @Override
    public String jobChanged(String echo, String job, double ms) {
        return reply(echo, OK, json -> {
            json.writeStringField("job", job);
            JsonParts.ms(json, ms);
        });
    }

    @Override
    public String jobs(String echo, List<String> names) {
        return reply(echo, OK, json -> texts(json, "jobs", names));
    }

    @Override
    public String stations(String echo, List<Integer> numbers) {
        return reply(echo, OK, json -> {
            json.writeArrayFieldStart("stations");
            for (int number : numbers) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        });
    }

    @Override
    public String parameterOf(String echo, Reply.ParameterOf parameter) {
        return reply(echo, OK, json -> {
            json.writeFieldName("value");
            switch (parameter.kind()) {
                case NONE -> json.writeNull();
                case NUMBER -> json.writeNumber(parameter.value());
                case TEXT -> json.writeString(parameter.value());
                case JSON -> json.writeRawValue(parameter.value());
            }
        });
    }

    @Override
    public String help(String echo, List<String> verbs) {
        return reply(echo, OK, json -> texts(json, "verbs", verbs));
    }

    @Override
    public String hello(String echo, Product product) {
        return reply(echo, OK, json -> {
            json.writeStringField("product", product.name());
            json.writeStringField("version", product.version());
            json.writeNumberField("protocol", product.protocol());
        });
    }

    @Override
    public String loggedIn(String echo, Role role) {
        return reply(echo, OK, json -> json.writeStringField("role", role.name()));
    }

    @Override
    public String ping(String echo, Optional<String> text) {
        return reply(echo, OK, json -> {
            if (text.isPresent()) {
                json.writeStringField("text", text.get());
            }
        });
    }

    @Override
    public String resultEvent(InspectionResult result) {
        return event("RESULT", result.verdict().name(), json -> JsonParts.result(json, result, false));
    }

    @Override
    public String statusEvent(StationStatus status) {
        return event("STATUS", OK, json -> JsonParts.status(json, status));
    }

    @Override
    public String frameEvent(int station, Picture picture, int length) {
        return event("FRAME", OK, json -> {
            json.writeNumberField("station", station);
            JsonParts.picture(json, picture, length);
        });
    }

    private String reply(String echo, String status, JsonLine.Part rest) {
        return lines.object("re", echo, status, rest);
    }

    private String event(String name, String status, JsonLine.Part rest) {
        return lines.object("event", name, status, rest);
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
