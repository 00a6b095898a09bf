package org.shutterline.protocol.dialect.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.format.ResultField;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.format.ResultReader;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.script.Exchange;

/** A result as its cells tell it, one after the other. Without a cell for the judgement it is UNKNOWN. */
final class ReadCells {
    private static final String TRIGGER = "SW8";
    /** Stands in no line. */
    private static final String BETWEEN = "\n";

    private final int station;
    private final List<Cell> cells;
    private final ResultFormat format;
    private final ResultReader reader;

    ReadCells(InsightSettings settings) {
        this.station = settings.station();
        this.cells = settings.cells().all().entrySet().stream()
                .map(pair -> Cell.mapped(pair.getKey(), pair.getValue()))
                .filter(cell -> cell.setting().isEmpty())
                .toList();
        this.format = new ResultFormat(
                cells.stream().map(Cell::field).toList(),
                settings.format().numbers(),
                settings.format().words(),
                "",
                "",
                BETWEEN);
        this.reader = new ResultReader(format);
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Triggers, and reads when that is done. */
    Exchange afterTrigger(long id) {
        return new Reads(id, true);
    }

    /** Reads what is there. */
    Exchange now(long id) {
        return new Reads(id, false);
    }

    private final class Reads implements Exchange {
        private final long id;
        private final List<String> texts = new ArrayList<>();
        private final String first;
        private boolean triggers;
        private boolean valueFollows;
        private Optional<String> more = Optional.empty();

        Reads(long id, boolean triggers) {
            this.id = id;
            this.triggers = triggers;
            this.first = triggers ? TRIGGER : next();
        }

        private String next() {
            return "GV" + cells.get(texts.size()).name();
        }

        @Override
        public String request() {
            return first;
        }

        @Override
        public Optional<String> more() {
            Optional<String> now = more;
            more = Optional.empty();
            return now;
        }

        @Override
        public Optional<Reply> heard(String line) throws NotThisDialect {
            if (valueFollows) {
                valueFollows = false;
                texts.add(line);
                return nextOrResult();
            }
            Optional<Reply> refusal = OneAsked.refusal(line);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (triggers) {
                triggers = false;
                return nextOrResult();
            }
            valueFollows = true;
            return Optional.empty();
        }

        private Optional<Reply> nextOrResult() throws NotThisDialect {
            if (texts.size() < cells.size()) {
                more = Optional.of(next());
                return Optional.empty();
            }
            return Optional.of(result());
        }

        private Reply result() throws NotThisDialect {
            if (cells.isEmpty()) {
                return new Reply.Found(ResultReader.told(id, station, Verdict.UNKNOWN, List.of()));
            }
            List<String> told = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Optional<String> text = told(cells.get(i).field().kind(), texts.get(i));
                if (text.isEmpty()) {
                    return new Reply.Refused(Code.NO_SUCH_RESULT);
                }
                told.add(text.get());
            }
            String line = String.join(BETWEEN, told);
            return reader.read(line, station, id)
                    .<Reply>map(Reply.Found::new)
                    .orElseThrow(() -> new NotThisDialect("the cells hold no result in the format of the settings"));
        }

        /** The text as the format has it; empty if there is none where a result would have one. */
        private Optional<String> told(ResultField.Kind kind, String text) {
            if (!text.equals(InsightSettings.NO_VALUE)) {
                return Optional.of(text);
            }
            return switch (kind) {
                case JUDGEMENT, VERDICT, VERDICTS -> Optional.of(format.words().unknown());
                case VALUE, VALUES -> Optional.of("");
                default -> Optional.empty();
            };
        }
    }
}
