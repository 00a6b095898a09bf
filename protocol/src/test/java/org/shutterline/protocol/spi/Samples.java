package org.shutterline.protocol.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Results and replies for talks. */
public final class Samples {
    private Samples() {}

    public static InspectionResult result(long id, Verdict verdict, Measurement... values) {
        return result(id, 1, verdict, values);
    }

    public static InspectionResult result(long id, int station, Verdict verdict, Measurement... values) {
        InspectionResult bare = DialectContract.judged(id, verdict);
        return new InspectionResult(
                id,
                station,
                bare.job(),
                bare.time(),
                bare.ms(),
                bare.part(),
                bare.once(),
                bare.keys(),
                bare.origin(),
                verdict,
                bare.code(),
                bare.reason(),
                List.copyOf(Arrays.asList(values)),
                bare.picture());
    }

    /** A measured number that is OK. */
    public static Measurement number(String name, double number, int decimals) {
        return measured(name, new Value.Decimal(number, decimals), Verdict.OK);
    }

    public static Measurement measured(String name, Value value, Verdict verdict) {
        return new Measurement(
                name, value, "mm", OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), verdict, "");
    }

    public static Reply status(StationState state) {
        return new Reply.Status(new StationStatus(1, state, "plate-A", 7, 1, 0, 0, 0, ""));
    }
}
