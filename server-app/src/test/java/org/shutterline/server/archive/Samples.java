package org.shutterline.server.archive;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/** Results and pictures to keep. */
final class Samples {
    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-23T12:00:00.123456789+01:00");

    private Samples() {}

    static Detail detail(long id, int station, Verdict verdict) {
        return detail(id, station, verdict, Optional.of("SN" + id));
    }

    static Detail detail(long id, int station, Verdict verdict, Optional<String> part) {
        boolean unknown = verdict == Verdict.UNKNOWN;
        return new Detail(
                new InspectionResult(
                        id,
                        station,
                        "plate",
                        NOON.plusSeconds(id),
                        23.4 + id,
                        part,
                        Optional.of("key-" + id),
                        Map.of("lot", "7"),
                        Origin.WIRE,
                        verdict,
                        unknown ? Optional.of(Code.CAMERA_TIMEOUT) : Optional.empty(),
                        verdict == Verdict.OK ? "" : "Hole A too small",
                        List.of(
                                new Measurement(
                                        "diameter",
                                        new Value.Decimal(12.0305 + id, 3),
                                        "mm",
                                        OptionalDouble.of(11.9),
                                        OptionalDouble.empty(),
                                        Optional.empty(),
                                        verdict,
                                        verdict == Verdict.OK ? "" : "too small"),
                                plain("code", new Value.Text("A,\"1\"\u00e9\u4e2d")),
                                plain("there", new Value.YesNo(true)),
                                plain("edge", Value.missing())),
                        PictureState.NOT_KEPT),
                "v1-abc",
                List.of(
                        new Overlay(
                                Overlay.Kind.CIRCLE,
                                List.of(new Point(10.5, 10.25), new Point(14, 10)),
                                verdict,
                                "12.031",
                                "hole"),
                        new Overlay(
                                Overlay.Kind.REGION,
                                List.of(new Point(2, 2), new Point(30, 2), new Point(30, 20), new Point(2, 20)),
                                Verdict.OK,
                                "",
                                "hole")),
                List.of(new StageTime("picture", 12.5), new StageTime("inspection", 3.25)),
                Map.of("file", "a.png"),
                List.of());
    }

    private static Measurement plain(String name, Value value) {
        return new Measurement(
                name, value, "", OptionalDouble.empty(), OptionalDouble.empty(), Optional.of("A"), Verdict.OK, "");
    }

    /** A picture whose pixels differ from each other; counts {@code open} up, and down when its memory is given back. */
    static Frame frame(int widthPx, int heightPx, PixelFormat format, AtomicInteger open) {
        int bytes = widthPx * heightPx * format.bytes();
        ByteBuffer memory = ByteBuffer.allocateDirect(bytes);
        for (int i = 0; i < bytes; i++) {
            memory.put(i, (byte) (i * 31 + i / 97));
        }
        open.incrementAndGet();
        return new Frame(widthPx, heightPx, format, memory, open::decrementAndGet);
    }
}
