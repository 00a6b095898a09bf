package org.shutterline.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Results, values and film entries to show and to test with. */
final class Samples {
    static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-23T14:03:22.417+01:00");

    private Samples() {}

    static InspectionResult result(Verdict verdict, String reason) {
        Optional<Code> code = verdict == Verdict.UNKNOWN ? Optional.of(Code.CAMERA_TIMEOUT) : Optional.empty();
        return new InspectionResult(
                1042,
                1,
                "plate-A",
                TIME,
                23.41,
                Optional.of("SN-000123"),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                code,
                reason,
                List.of(),
                PictureState.STORED);
    }

    /** OK, with one value close to its limit. */
    static InspectionResult warned() {
        InspectionResult plain = result(Verdict.OK, "");
        return new InspectionResult(
                plain.id(),
                plain.station(),
                plain.job(),
                plain.time(),
                plain.ms(),
                plain.part(),
                plain.once(),
                plain.keys(),
                plain.origin(),
                plain.verdict(),
                plain.code(),
                "",
                List.of(warning("hole A", 4.92, 4.9, 5.1, "Hole A close to its limit: 4.92 mm, limit 4.90")),
                plain.picture());
    }

    static Measurement warning(String name, double value, double low, double high, String reason) {
        return new Measurement(
                name,
                new Value.Decimal(value, 2),
                "mm",
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                Optional.empty(),
                Verdict.OK,
                reason);
    }

    static Measurement number(String name, double value, double low, double high, Verdict verdict) {
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

    static Measurement oneSided(String name, double value, OptionalDouble low, OptionalDouble high, Verdict verdict) {
        return new Measurement(name, new Value.Decimal(value, 1), "%", low, high, Optional.empty(), verdict, "");
    }

    static Measurement text(String name, String text, String expected, Verdict verdict) {
        return new Measurement(
                name,
                new Value.Text(text),
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(expected),
                verdict,
                "");
    }

    static Measurement missing(String name, String reason) {
        return new Measurement(
                name,
                Value.missing(),
                "mm",
                OptionalDouble.of(1),
                OptionalDouble.of(2),
                Optional.empty(),
                Verdict.UNKNOWN,
                reason);
    }

    static List<Measurement> values(boolean smallHole) {
        return List.of(
                smallHole ? number("hole A", 4.84, 4.9, 5.1, Verdict.NG) : number("hole A", 5.02, 4.9, 5.1, Verdict.OK),
                number("hole B", 3.21, 3.1, 3.3, Verdict.OK),
                number("width", 12.03, 11.9, 12.1, Verdict.OK),
                text("code", "ABC123", "ABC123", Verdict.OK));
    }

    static List<FilmEntry> film(int count, long newest) {
        BufferedImage thumb = thumb();
        List<FilmEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = newest - i;
            Verdict verdict = id % 6 == 5 ? Verdict.NG : id % 17 == 3 ? Verdict.UNKNOWN : Verdict.OK;
            Optional<BufferedImage> arrived = i == 2 ? Optional.empty() : Optional.of(thumb);
            entries.add(new FilmEntry(id, TIME.minusSeconds(i), verdict, arrived, Optional.of("SN-000" + id)));
        }
        return entries;
    }

    private static BufferedImage thumb() {
        BufferedImage thumb = new BufferedImage(256, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = thumb.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        new Pyramid(PlatePicture.paint(true, 1))
                .paint(g, Zoom.fit(256, 160, PlatePicture.WIDTH_PX, PlatePicture.HEIGHT_PX), 1);
        g.dispose();
        return thumb;
    }

    static List<TrendChart.Reading> trend(boolean endsBad) {
        Random random = new Random(3);
        List<TrendChart.Reading> readings = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            boolean bad = i == 44 || endsBad && i == 49;
            double value = bad ? 4.84 : 5 + random.nextGaussian() * 0.02;
            boolean gap = i == 20;
            readings.add(new TrendChart.Reading(
                    gap ? OptionalDouble.empty() : OptionalDouble.of(value), bad ? Verdict.NG : Verdict.OK));
        }
        return readings;
    }
}
