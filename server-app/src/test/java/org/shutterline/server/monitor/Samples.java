package org.shutterline.server.monitor;

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
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Results to show and to test with. */
public final class Samples {
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T14:03:22.417+00:00");

    private Samples() {}

    public static InspectionResult result(long id, int station, Verdict verdict, double holeA) {
        boolean ng = verdict == Verdict.NG;
        List<Measurement> values = verdict == Verdict.UNKNOWN
                ? List.of()
                : List.of(
                        number("hole A", ng ? 4.84 : holeA, 4.90, 5.10, ng ? Verdict.NG : Verdict.OK),
                        number("hole B", 3.21, 3.10, 3.30, Verdict.OK),
                        number("width", 12.03, 11.90, 12.10, Verdict.OK),
                        text("code", "ABC123"));
        return new InspectionResult(
                id,
                station,
                "plate-A",
                START.plusSeconds((id - 1042) * 3 / 2),
                23.4,
                Optional.of(String.format("SN-%06d", id - 919)),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.CAMERA_TIMEOUT) : Optional.empty(),
                reason(verdict),
                values,
                verdict == Verdict.UNKNOWN ? PictureState.NOT_KEPT : PictureState.STORED);
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case OK -> "";
            case NG -> "Hole A too small: 4.84 mm, limit 4.90";
            case UNKNOWN -> "The camera gave no picture in time";
        };
    }

    private static Measurement number(String name, double value, double low, double high, Verdict verdict) {
        return new Measurement(
                name,
                new Value.Decimal(value, 2),
                "mm",
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                Optional.empty(),
                verdict,
                verdict == Verdict.OK ? "" : "too small");
    }

    private static Measurement text(String name, String read) {
        return new Measurement(
                name,
                new Value.Text(read),
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(read),
                Verdict.OK,
                "");
    }
}
