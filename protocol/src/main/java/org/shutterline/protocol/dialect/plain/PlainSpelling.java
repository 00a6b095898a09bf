package org.shutterline.protocol.dialect.plain;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Replies and events as fields with commas between. A detail and the times are JSON here too. Used by one thread at a time. */
final class PlainSpelling implements Spelling {
    private static final int USUAL_LENGTH = 96;

    private final CharsetEncoder encoder;
    private final JsonSpelling json;

    PlainSpelling(Charset charset, JsonSpelling json) {
        this.encoder = charset.newEncoder();
        this.json = json;
    }

    @Override
    public String refused(String echo, Code code, String text) {
        return field(line("ER").append(',').append(echo).append(',').append(code.digits()), text)
                .toString();
    }

    @Override
    public String result(String echo, InspectionResult result, boolean repeated) {
        return judged(line(echo), result).toString();
    }

    @Override
    public String allJudged(String echo, Verdict verdict, List<Reply.Outcome> outcomes) {
        StringBuilder line = line(echo).append(',').append(verdict).append(',').append(outcomes.size());
        for (Reply.Outcome outcome : outcomes) {
            line.append(',').append(outcome.station()).append(',');
            if (outcome.result().isPresent()) {
                InspectionResult result = outcome.result().get();
                line.append(result.verdict()).append(',').append(result.id());
            } else {
                line.append("ER,")
                        .append(outcome.refusal().orElse(Code.INTERNAL_ERROR).digits());
            }
        }
        return line.toString();
    }

    @Override
    public String done(String echo) {
        return ok(echo).toString();
    }

    @Override
    public String status(String echo, StationStatus status) {
        return field(ok(echo).append(',').append(status.state()), status.job())
                .append(',')
                .append(status.lastId())
                .append(',')
                .append(status.triggers())
                .append(',')
                .append(status.ok())
                .append(',')
                .append(status.ng())
                .append(',')
                .append(status.unknown())
                .append(',')
                .append(status.refused())
                .toString();
    }

    @Override
    public String since(String echo, int count) {
        return ok(echo).append(',').append(count).toString();
    }

    @Override
    public String image(String echo, long id, Picture picture, int length) {
        return picture(ok(echo).append(',').append(id), picture, length);
    }

    @Override
    public String detail(String echo, Detail detail) {
        return json.detail(echo, detail);
    }

    @Override
    public String timesOf(String echo, Reply.TimesOf times) {
        return json.timesOf(echo, times);
    }

    @Override
    public String healthOf(String echo, Reply.HealthOf health) {
        return json.healthOf(echo, health);
    }

    @Override
    public String jobOf(String echo, String job) {
        return field(ok(echo), job).toString();
    }

    @Override
    public String jobChanged(String echo, String job, double ms) {
        return field(ok(echo), job).append(',').append(Numbers.ms(ms)).toString();
    }

    @Override
    public String jobs(String echo, List<String> names) {
        StringBuilder line = ok(echo);
        names.forEach(name -> field(line, name));
        return line.toString();
    }

    @Override
    public String stations(String echo, List<Integer> numbers) {
        StringBuilder line = ok(echo);
        numbers.forEach(number -> line.append(',').append(number));
        return line.toString();
    }

    @Override
    public String parameterOf(String echo, Reply.ParameterOf parameter) {
        return field(ok(echo), parameter.value()).toString();
    }

    @Override
    public String help(String echo, List<String> verbs) {
        return jobs(echo, verbs);
    }

    @Override
    public String hello(String echo, Product product) {
        return field(field(ok(echo), product.name()), product.version())
                .append(',')
                .append(product.protocol())
                .toString();
    }

    @Override
    public String loggedIn(String echo, Role role) {
        return ok(echo).append(',').append(role).toString();
    }

    @Override
    public String ping(String echo, Optional<String> text) {
        StringBuilder line = ok(echo);
        text.ifPresent(sent -> field(line, sent));
        return line.toString();
    }

    @Override
    public String resultEvent(InspectionResult result) {
        return judged(line("!RESULT").append(',').append(result.station()), result)
                .toString();
    }

    @Override
    public String statusEvent(StationStatus status) {
        return field(
                        line("!STATUS")
                                .append(',')
                                .append(status.station())
                                .append(',')
                                .append(status.state()),
                        status.job())
                .toString();
    }

    @Override
    public String frameEvent(int station, Picture picture, int length) {
        return picture(line("!FRAME").append(',').append(station), picture, length);
    }

    /** Appends a comma and the text, quoted and escaped where it must be. */
    StringBuilder field(StringBuilder line, String text) {
        line.append(',');
        boolean quoted = mustBeQuoted(text);
        int from = line.length();
        PlainEscapes.write(text, encoder, line);
        if (quoted) {
            for (int i = line.length() - 1; i >= from; i--) {
                if (line.charAt(i) == '"') {
                    line.insert(i, '"');
                }
            }
            line.insert(from, '"').append('"');
        }
        return line;
    }

    private StringBuilder judged(StringBuilder line, InspectionResult result) {
        line.append(',')
                .append(result.verdict())
                .append(',')
                .append(result.id())
                .append(',');
        line.append(Numbers.ms(result.ms()));
        if (result.verdict() == Verdict.UNKNOWN) {
            line.append(',').append(result.code().orElse(Code.INTERNAL_ERROR).digits());
            return field(line, result.reason());
        }
        for (Measurement measurement : result.values()) {
            value(line, measurement.value());
        }
        return line;
    }

    private void value(StringBuilder line, Value value) {
        value.answerBy(new Value.Handler<StringBuilder>() {
            @Override
            public StringBuilder decimal(Value.Decimal decimal) {
                return line.append(',').append(Numbers.fixed(decimal.number(), decimal.decimals()));
            }

            @Override
            public StringBuilder text(Value.Text text) {
                return field(line, text.text());
            }

            @Override
            public StringBuilder yesNo(Value.YesNo yesNo) {
                return line.append(',').append(yesNo.yes() ? '1' : '0');
            }

            @Override
            public StringBuilder missing(Value.Missing missing) {
                return line.append(',');
            }
        });
    }

    private static String picture(StringBuilder line, Picture picture, int length) {
        return line.append(',')
                .append(picture.format())
                .append(',')
                .append(picture.width())
                .append(',')
                .append(picture.height())
                .append(',')
                .append(length)
                .toString();
    }

    private static boolean mustBeQuoted(String text) {
        return !text.isEmpty()
                && (text.indexOf(',') >= 0
                        || text.indexOf('"') >= 0
                        || text.charAt(0) == ' '
                        || text.charAt(text.length() - 1) == ' ');
    }

    private static StringBuilder ok(String echo) {
        return line(echo).append(",OK");
    }

    private static StringBuilder line(String begin) {
        return new StringBuilder(USUAL_LENGTH).append(begin);
    }
}
