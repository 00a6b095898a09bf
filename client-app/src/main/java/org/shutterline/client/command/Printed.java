package org.shutterline.client.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shutterline.client.language.Language;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;

/**
 * One line for a script. Our own stations' lines are printed as they came. Of other languages, where several lines may make
 * an answer, it is the verdict and the values: {@code OK,width=12.345,hole=missing}.
 */
final class Printed {
    private Printed() {}

    static String line(Language language, ServerCall.Answered answered) {
        return language.isOurs() ? answered.line() : line(answered.reply());
    }

    private static String line(Reply reply) {
        if (reply instanceof Reply.Found found) {
            return line(found.result());
        }
        if (reply instanceof Reply.Refused refused) {
            return fields(Stream.of("ER", refused.code().digits(), refused.text()));
        }
        if (reply instanceof Reply.Status told) {
            StationStatus status = told.status();
            return fields(Stream.of(status.state().name(), status.job()).filter(field -> !field.isEmpty()));
        }
        if (reply instanceof Reply.JobOf active) {
            return fields(Stream.of(active.job()));
        }
        return reply instanceof Reply.JobChanged changed ? fields(Stream.of(changed.job())) : "";
    }

    private static String line(InspectionResult result) {
        Stream<String> values = result.values().stream()
                .map(value -> value.name() + "=" + value.value().answerBy(new Cell()));
        return fields(Stream.concat(Stream.of(result.verdict().name()), values));
    }

    /** Quoted where a comma or a quote stands in one; nothing of a device breaks the line. */
    private static String fields(Stream<String> fields) {
        List<String> safe = fields.map(field -> field.replaceAll("\\p{Cntrl}", "?"))
                .map(field -> field.matches("[^,\"]*") ? field : '"' + field.replace("\"", "\"\"") + '"')
                .toList();
        return safe.stream().collect(Collectors.joining(","));
    }

    private static final class Cell implements Value.Handler<String> {
        @Override
        public String decimal(Value.Decimal decimal) {
            return String.format(Locale.ROOT, "%." + decimal.decimals() + "f", decimal.number());
        }

        @Override
        public String text(Value.Text text) {
            return text.text();
        }

        @Override
        public String yesNo(Value.YesNo yesNo) {
            return yesNo.yes() ? "1" : "0";
        }

        @Override
        public String missing(Value.Missing missing) {
            return "missing";
        }
    }
}
