package org.shutterline.client.operator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;

/** Results as a table for other programs: RFC 4180, comma, CRLF, a decimal point, and no cell that could be a formula. */
public final class ResultsCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ResultsCsv() {}

    /** One line a result in the given order, after a line of heads; every value that occurs has a column. */
    public static String of(List<InspectionResult> results) {
        Set<String> names = results.stream()
                .flatMap(result -> result.values().stream().map(Measurement::name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        StringBuilder csv = new StringBuilder();
        List<String> heads = new ArrayList<>(
                List.of("id", "time", "station", "job", "part", "verdict", "code", "reason", "ms", "origin"));
        heads.addAll(names);
        line(csv, heads.stream().map(ResultsCsv::text).toList());
        results.forEach(result -> line(csv, cells(result, names)));
        return csv.toString();
    }

    private static List<String> cells(InspectionResult result, Set<String> names) {
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(result.id()),
                result.time().toString(),
                Integer.toString(result.station()),
                text(result.job()),
                text(result.part().orElse("")),
                result.verdict().name(),
                result.code().map(Code::digits).orElse(""),
                text(result.reason()),
                fixed(result.ms(), 1),
                result.origin().name().toLowerCase(Locale.ROOT)));
        names.forEach(name -> cells.add(cell(result, name)));
        return cells;
    }

    private static String cell(InspectionResult result, String name) {
        return result.values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .map(value -> value.value().answerBy(new Cell()))
                .orElse("");
    }

    private static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells)).append("\r\n");
    }

    /** An apostrophe before what a spreadsheet would take for a formula; quotes where the format wants them. */
    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static final class Cell implements Value.Handler<String> {
        @Override
        public String decimal(Value.Decimal decimal) {
            return fixed(decimal.number(), decimal.decimals());
        }

        @Override
        public String text(Value.Text text) {
            return ResultsCsv.text(text.text());
        }

        @Override
        public String yesNo(Value.YesNo yesNo) {
            return yesNo.yes() ? "1" : "0";
        }

        @Override
        public String missing(Value.Missing missing) {
            return "";
        }
    }
}
