package org.shutterline.client.operator;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.language.Languages;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;

/** Results and states as a station would tell them. */
public final class Samples {
    /** Of a certificate. */
    public static final String FINGERPRINT =
            "5A:0F:31:C7:88:1D:E4:92:0B:7E:A6:53:F9:2C:60:D8:" + "14:BB:07:E9:4D:72:AF:36:C1:58:90:FD:2A:83:6E:05";

    public static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T14:03:00+01:00");

    /** Of all dialects, with their usual settings. */
    public static final LanguageFinder LANGUAGES = languages(Map.of());

    private Samples() {}

    /** @param files settings of dialects, by the names of their files */
    public static LanguageFinder languages(Map<String, Map<String, Object>> files) {
        return new Languages(
                Catalog.installed("dialect", Dialect.class),
                "json",
                files::get,
                Clock.fixed(START.toInstant(), ZoneOffset.UTC));
    }

    public static InspectionResult result(long id, Verdict verdict) {
        return result(id, verdict, "SN-" + id);
    }

    public static InspectionResult result(long id, Verdict verdict, String part) {
        double hole = verdict == Verdict.NG ? 4.84 : 5.02;
        Measurement holeA = new Measurement(
                "hole A",
                new Value.Decimal(hole, 2),
                "mm",
                OptionalDouble.of(4.90),
                OptionalDouble.of(5.10),
                Optional.empty(),
                verdict == Verdict.NG ? Verdict.NG : Verdict.OK,
                verdict == Verdict.NG ? "too small: 4.84 mm, limit 4.90" : "");
        return new InspectionResult(
                id,
                1,
                "plate-A",
                START.plusSeconds(id),
                23.4,
                part.isEmpty() ? Optional.empty() : Optional.of(part),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.CAMERA_FAILED) : Optional.empty(),
                verdict == Verdict.OK ? "" : "hole A too small: 4.84 mm, limit 4.90",
                List.of(holeA),
                PictureState.STORED);
    }

    public static StationStatus status(StationState state, long lastId, long ok, long ng) {
        return new StationStatus(1, state, "plate-A", lastId, ok, ng, 0, 0, "");
    }

    public static Picture picture(int firstByte) {
        return new Picture("jpeg", 4, 3, Blob.of(new byte[] {(byte) firstByte}));
    }
}
