package org.shutterline.protocol.dialect.plain;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/**
 * A line of the server as fields. It tells less than the same in JSON: what it leaves out is empty, a time is the epoch,
 * values are texts named by their place, and each has the verdict of the whole.
 */
final class HeardFields implements Heard {
    private static final OffsetDateTime UNTOLD = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final List<String> fields;

    HeardFields(List<String> fields) {
        this.fields = fields;
    }

    @Override
    public boolean isEvent() {
        return fields.get(0).startsWith("!");
    }

    @Override
    public String name() {
        return isEvent() ? fields.get(0).substring(1) : isRefused() ? text(1) : fields.get(0);
    }

    @Override
    public boolean isRefused() {
        return fields.get(0).equals("ER");
    }

    @Override
    public Reply.Refused refused() {
        return new Reply.Refused(Code.numbered(whole(2)).orElse(Code.INTERNAL_ERROR), text(3));
    }

    @Override
    public void done() {
        if (!text(1).equals("OK")) {
            throw new NotOurs("neither OK nor an error");
        }
    }

    @Override
    public InspectionResult result(int station) {
        return result(station, 1);
    }

    @Override
    public InspectionResult resultEvent() {
        return result(whole(1), 2);
    }

    private InspectionResult result(int station, int at) {
        Verdict verdict = WireWords.upper(Verdict.class, text(at));
        boolean unknown = verdict == Verdict.UNKNOWN;
        return new InspectionResult(
                number(at + 1),
                station,
                "",
                UNTOLD,
                decimal(at + 2),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                unknown ? Optional.of(Code.numbered(whole(at + 3)).orElse(Code.INTERNAL_ERROR)) : Optional.empty(),
                unknown ? text(at + 4) : "",
                unknown ? List.of() : values(at + 3, verdict),
                PictureState.PENDING);
    }

    private List<Measurement> values(int from, Verdict verdict) {
        List<Measurement> values = new ArrayList<>();
        for (int i = from; i < fields.size(); i++) {
            String text = fields.get(i);
            values.add(new Measurement(
                    Integer.toString(i - from + 1),
                    text.isEmpty() ? Value.missing() : new Value.Text(text),
                    "",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    verdict,
                    ""));
        }
        return values;
    }

    @Override
    public Reply.AllJudged allJudged() {
        Verdict verdict = WireWords.upper(Verdict.class, text(1));
        List<Reply.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < whole(2); i++) {
            int at = 3 + 3 * i;
            boolean refused = text(at + 1).equals("ER");
            Optional<Code> code =
                    refused ? Optional.of(Code.numbered(whole(at + 2)).orElse(Code.INTERNAL_ERROR)) : Optional.empty();
            outcomes.add(new Reply.Outcome(whole(at), refused ? Optional.empty() : Optional.of(judged(at)), code));
        }
        return new Reply.AllJudged(verdict, outcomes);
    }

    private InspectionResult judged(int at) {
        Verdict verdict = WireWords.upper(Verdict.class, text(at + 1));
        return new InspectionResult(
                number(at + 2),
                whole(at),
                "",
                UNTOLD,
                0,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.INTERNAL_ERROR) : Optional.empty(),
                "",
                List.of(),
                PictureState.PENDING);
    }

    @Override
    public StationStatus status(int station) {
        done();
        return new StationStatus(
                station,
                WireWords.upper(StationState.class, text(2)),
                text(3),
                number(4),
                number(6),
                number(7),
                number(8),
                number(9),
                "");
    }

    @Override
    public StationStatus statusEvent() {
        return new StationStatus(whole(1), WireWords.upper(StationState.class, text(2)), text(3), 0, 0, 0, 0, 0, "");
    }

    @Override
    public int count() {
        done();
        return whole(2);
    }

    @Override
    public PictureHead image() {
        done();
        return new PictureHead(number(2), text(3), whole(4), whole(5), whole(6));
    }

    @Override
    public PictureHead frame() {
        return new PictureHead(whole(1), text(2), whole(3), whole(4), whole(5));
    }

    /** The contract has it as JSON in both formats. */
    @Override
    public Detail detail() {
        throw new NotOurs("a detail that is not JSON");
    }

    @Override
    public Reply.TimesOf timesOf() {
        throw new NotOurs("times that are not JSON");
    }

    @Override
    public Reply.HealthOf healthOf() {
        throw new NotOurs("a state of the server that is not JSON");
    }

    @Override
    public Reply.JobOf jobOf() {
        done();
        return new Reply.JobOf(text(2));
    }

    @Override
    public Reply.JobChanged jobChanged() {
        done();
        return new Reply.JobChanged(text(2), decimal(3));
    }

    @Override
    public List<String> jobs() {
        done();
        return fields.subList(2, fields.size());
    }

    @Override
    public List<Integer> stations() {
        done();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 2; i < fields.size(); i++) {
            numbers.add(whole(i));
        }
        return numbers;
    }

    @Override
    public Reply.ParameterOf parameterOf() {
        done();
        String value = text(2);
        return new Reply.ParameterOf(
                value, value.isEmpty() ? Reply.ParameterOf.Kind.NONE : Reply.ParameterOf.Kind.TEXT);
    }

    @Override
    public Product hello() {
        done();
        return new Product(text(2), text(3), whole(4));
    }

    @Override
    public Role role() {
        done();
        return WireWords.upper(Role.class, text(2));
    }

    private String text(int at) {
        if (at >= fields.size()) {
            throw new NotOurs("a field is missing");
        }
        return fields.get(at);
    }

    private long number(int at) {
        return PlainArguments.whole(text(at)).orElseThrow(() -> new NotOurs("a field is not a whole number"));
    }

    private int whole(int at) {
        return (int) Math.min(Integer.MAX_VALUE, number(at));
    }

    private double decimal(int at) {
        try {
            double number = Double.parseDouble(text(at));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for the other things that are no number
        }
        throw new NotOurs("a field is not a number");
    }
}
