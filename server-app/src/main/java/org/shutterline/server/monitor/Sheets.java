package org.shutterline.server.monitor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.net.Visible;

/** What is in view, as CSV. Its heads are words of the wire contract, which are the same in every language. */
final class Sheets {
    private Sheets() {}

    static String traffic(List<TrafficRow> rows) {
        CsvText sheet = new CsvText().row("time", "peer", "who", "kind", "text", "ms", "meaning");
        for (TrafficRow row : rows) {
            Object took = row.tookMs().isPresent() ? row.tookMs().getAsDouble() : "";
            sheet.row(row.at(), row.peer(), row.who(), row.kind(), Visible.text(row.text()), took, meaning(row));
        }
        return sheet.toString();
    }

    private static String meaning(TrafficRow row) {
        return row.meaning().map(MeaningText::of).orElse("");
    }

    /** One column for each name of a value that any of the results has. */
    static String results(List<InspectionResult> rows, Map<Long, Verdict> said) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.values().forEach(value -> names.add(value.name())));
        List<Object> head = new ArrayList<>(
                List.of("id", "time", "station", "job", "part", "verdict", "code", "reason", "ms", "picture", "said"));
        head.addAll(names);
        CsvText sheet = new CsvText().row(head);
        rows.forEach(row -> sheet.row(cells(row, names, said)));
        return sheet.toString();
    }

    private static List<Object> cells(InspectionResult row, Set<String> names, Map<Long, Verdict> said) {
        List<Object> cells = new ArrayList<>(List.of(
                row.id(),
                row.time(),
                row.station(),
                row.job(),
                row.part().orElse(""),
                row.verdict(),
                row.code().<Object>map(code -> code.number()).orElse(""),
                row.reason(),
                row.ms(),
                row.picture().word(),
                Optional.ofNullable(said.get(row.id()))
                        .<Object>map(Verdict::name)
                        .orElse("")));
        for (String name : names) {
            cells.add(row.values().stream()
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .map(Sheets::cell)
                    .orElse(""));
        }
        return cells;
    }

    private static Object cell(Measurement measurement) {
        return measurement.value().answerBy(new Value.Handler<Object>() {
            @Override
            public Object decimal(Value.Decimal decimal) {
                return decimal.number();
            }

            @Override
            public Object text(Value.Text text) {
                return text.text();
            }

            @Override
            public Object yesNo(Value.YesNo yesNo) {
                return yesNo.yes();
            }

            @Override
            public Object missing(Value.Missing missing) {
                return "";
            }
        });
    }
}
