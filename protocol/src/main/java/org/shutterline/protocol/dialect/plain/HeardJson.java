package org.shutterline.protocol.dialect.plain;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** A line of the server as a JSON object. */
final class HeardJson implements Heard {
    private final JsonFields json;

    HeardJson(JsonFields json) {
        this.json = json;
    }

    @Override
    public boolean isEvent() {
        return json.has("event");
    }

    @Override
    public String name() {
        return json.text(isEvent() ? "event" : "re");
    }

    @Override
    public boolean isRefused() {
        return json.text("status").equals("ER");
    }

    @Override
    public Reply.Refused refused() {
        return new Reply.Refused(code(json), json.text("text"));
    }

    @Override
    public void done() {
        if (!json.text("status").equals("OK")) {
            throw new NotOurs("neither OK nor an error");
        }
    }

    @Override
    public InspectionResult result(int station) {
        return result(json);
    }

    @Override
    public InspectionResult resultEvent() {
        return result(json);
    }

    @Override
    public Reply.AllJudged allJudged() {
        return new Reply.AllJudged(json.upper("verdict", Verdict.class), json.objects("results", HeardJson::outcome));
    }

    @Override
    public StationStatus status(int station) {
        done();
        return new StationStatus(
                json.whole("station"),
                json.upper("state", StationState.class),
                json.text("job"),
                json.number("last"),
                json.number("ok"),
                json.number("ng"),
                json.number("unknown"),
                json.number("refused"),
                json.maybeText("why").orElse(""));
    }

    @Override
    public StationStatus statusEvent() {
        return status(0);
    }

    @Override
    public int count() {
        return json.whole("count");
    }

    @Override
    public PictureHead image() {
        return picture(json.number("id"));
    }

    @Override
    public PictureHead frame() {
        return picture(json.number("station"));
    }

    private PictureHead picture(long owner) {
        done();
        return new PictureHead(
                owner, json.text("format"), json.whole("width"), json.whole("height"), json.whole("length"));
    }

    @Override
    public Detail detail() {
        return new Detail(
                result(json),
                json.text("jobVersion"),
                json.objects("overlays", HeardJson::overlay),
                json.objects("stages", stage -> new StageTime(stage.text("stage"), stage.decimal("ms"))),
                json.map("notes"),
                json.objects("late", HeardJson::measurement));
    }

    @Override
    public Reply.TimesOf timesOf() {
        return new Reply.TimesOf(
                json.whole("station"),
                json.whole("triggers"),
                json.objects(
                        "stages",
                        stage -> new StageSummary(
                                stage.text("stage"),
                                stage.decimal("last"),
                                stage.decimal("p50"),
                                stage.decimal("p95"),
                                stage.decimal("p99"))));
    }

    @Override
    public Reply.HealthOf healthOf() {
        done();
        return new Reply.HealthOf(json.tree("re", "status"));
    }

    @Override
    public Reply.JobOf jobOf() {
        return new Reply.JobOf(json.text("job"));
    }

    @Override
    public Reply.JobChanged jobChanged() {
        return new Reply.JobChanged(json.text("job"), json.decimal("ms"));
    }

    @Override
    public List<String> jobs() {
        return json.texts("jobs");
    }

    @Override
    public List<Integer> stations() {
        return json.wholes("stations");
    }

    @Override
    public Reply.ParameterOf parameterOf() {
        done();
        return json.parameter("value");
    }

    @Override
    public Product hello() {
        return new Product(json.text("product"), json.text("version"), json.whole("protocol"));
    }

    @Override
    public Role role() {
        done();
        return json.upper("role", Role.class);
    }

    private static InspectionResult result(JsonFields json) {
        Verdict verdict = json.upper("status", Verdict.class);
        return new InspectionResult(
                json.number("id"),
                json.whole("station"),
                json.text("job"),
                time(json.text("time")),
                json.decimal("ms"),
                json.maybeText("part"),
                json.maybeText("once"),
                json.map("keys"),
                json.lower("origin", Origin.class),
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(code(json)) : Optional.empty(),
                json.maybeText("reason").orElse(""),
                json.objects("values", HeardJson::measurement),
                image(json.text("image")));
    }

    private static Reply.Outcome outcome(JsonFields json) {
        boolean refused = json.text("status").equals("ER");
        return new Reply.Outcome(
                json.whole("station"),
                refused ? Optional.empty() : Optional.of(result(json)),
                refused ? Optional.of(code(json)) : Optional.empty());
    }

    private static Measurement measurement(JsonFields json) {
        return new Measurement(
                json.text("name"),
                json.has("value") ? value(json) : Value.missing(),
                json.text("unit"),
                json.maybeDecimal("low"),
                json.maybeDecimal("high"),
                json.maybeText("expected"),
                json.upper("verdict", Verdict.class),
                json.maybeText("reason").orElse(""));
    }

    private static Value value(JsonFields json) {
        return switch (json.text("kind")) {
            case JsonValue.NUMBER -> new Value.Decimal(json.decimal("value"), json.decimals("value"));
            case JsonValue.TEXT -> new Value.Text(json.text("value"));
            case JsonValue.YES_NO -> new Value.YesNo(json.whole("value") == 1);
            default -> throw new NotOurs("a value of an unknown kind");
        };
    }

    private static Overlay overlay(JsonFields json) {
        return new Overlay(
                json.lower("kind", Overlay.Kind.class),
                json.tuples("points", 2, point -> new Point(point.get(0), point.get(1))),
                json.upper("verdict", Verdict.class),
                json.text("label"),
                json.text("tool"));
    }

    private static Code code(JsonFields json) {
        return Code.numbered(json.whole("code")).orElse(Code.INTERNAL_ERROR);
    }

    private static PictureState image(String word) {
        for (PictureState state : PictureState.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new NotOurs("an unknown state of a picture");
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new NotOurs("a time that is none");
        }
    }
}
