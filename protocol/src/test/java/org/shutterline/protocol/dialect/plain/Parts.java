package org.shutterline.protocol.dialect.plain;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.Talk;

/** What the tests of the plain dialect have in common. */
final class Parts {
    private static final PlainDialect DIALECT = new PlainDialect();
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-23T14:03:22.417+01:00");

    private Parts() {}

    static Talk talk() {
        return talk(Map.of());
    }

    static Talk talk(Map<String, Object> settings) {
        return Talk.with(server(settings));
    }

    /** For a peer that may do everything. */
    static ServerConversation server(Map<String, Object> settings) {
        return server(settings, Role.ADMIN);
    }

    static ServerConversation server(Map<String, Object> settings, Role role) {
        return server(settings, Rights.of(role));
    }

    static ServerConversation server(Map<String, Object> settings, Rights rights) {
        return DIALECT.server(options(settings), rights);
    }

    static ClientConversation client(Map<String, Object> settings) {
        return DIALECT.client(options(settings));
    }

    static Options options(Map<String, Object> settings) {
        return Options.checked("settings.yaml, listeners[0].settings", settings, DIALECT.settings());
    }

    static InspectionResult ok(long id, int station, double ms, Value... values) {
        return result(id, station, ms, Verdict.OK, values);
    }

    /** OK, with one value that is a warning for this reason. */
    static InspectionResult warning(long id, int station, double ms, Value value, String reason) {
        Measurement near = new Measurement(
                "width",
                value,
                "mm",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Verdict.OK,
                reason);
        return result(id, station, ms, Verdict.OK, Optional.empty(), "", List.of(near));
    }

    static InspectionResult ng(long id, int station, double ms, Value... values) {
        return result(id, station, ms, Verdict.NG, values);
    }

    static InspectionResult unknown(long id, int station, double ms, Code code, String reason) {
        return result(id, station, ms, Verdict.UNKNOWN, Optional.of(code), reason, List.of());
    }

    static InspectionResult result(long id, int station, double ms, Verdict verdict, Value... values) {
        return result(
                id,
                station,
                ms,
                verdict,
                Optional.empty(),
                "",
                List.of(values).stream().map(value -> measured(value, verdict)).toList());
    }

    private static InspectionResult result(
            long id,
            int station,
            double ms,
            Verdict verdict,
            Optional<Code> code,
            String reason,
            List<Measurement> values) {
        return new InspectionResult(
                id,
                station,
                "plate-A",
                TIME,
                ms,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                code,
                reason,
                values,
                PictureState.PENDING);
    }

    private static Measurement measured(Value value, Verdict verdict) {
        return new Measurement(
                "width", value, "mm", OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), verdict, "");
    }

    static Value number(double number) {
        return new Value.Decimal(number, 3);
    }

    static Value text(String text) {
        return new Value.Text(text);
    }

    static StationStatus status(int station, StationState state, String job) {
        return new StationStatus(station, state, job, 1043, 3, 2, 1, 4, "");
    }
}
