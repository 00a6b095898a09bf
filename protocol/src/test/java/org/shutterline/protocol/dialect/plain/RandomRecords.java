package org.shutterline.protocol.dialect.plain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Records with everything that may stand in them, from a seed. Numbers have no more decimals than the wire keeps. */
final class RandomRecords {
    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    InspectionResult result(int station) {
        Verdict verdict = one(Verdict.values());
        boolean unknown = verdict == Verdict.UNKNOWN;
        return new InspectionResult(
                1 + random.nextInt(Integer.MAX_VALUE) * 1_000L,
                station,
                text(),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))
                        .atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(100) - 50) * 900)),
                random.nextInt(20_000) / 10.0,
                maybe(this::text),
                maybe(() -> "key-" + random.nextInt(99)),
                texts(),
                one(Origin.values()),
                verdict,
                unknown ? Optional.of(one(Code.values())) : Optional.empty(),
                verdict == Verdict.OK ? "" : text(),
                many(4, this::measurement),
                one(PictureState.values()));
    }

    Detail detail() {
        return new Detail(
                result(1),
                text(),
                many(3, this::overlay),
                many(3, () -> new StageTime(text(), random.nextInt(9_999) / 1_000.0)),
                texts(),
                many(2, this::measurement));
    }

    StationStatus status(int station) {
        return new StationStatus(
                station,
                one(StationState.values()),
                text(),
                random.nextInt(99),
                random.nextInt(99),
                random.nextInt(99),
                random.nextInt(99),
                random.nextInt(99),
                text());
    }

    String text() {
        String characters = "ab ,\"\\\r\n\0\u001b\u007f\u0085\u00e4\u20ac{}:\ud800";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            int at = random.nextInt(characters.length() + 1);
            text.append(at < characters.length() ? characters.substring(at, at + 1) : "\ud83d\ude00");
        }
        return text.toString();
    }

    <T> List<T> many(int most, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    private Measurement measurement() {
        return new Measurement(
                text(), value(), text(), limit(), limit(), maybe(this::text), one(Verdict.values()), text());
    }

    private Value value() {
        int decimals = random.nextInt(10);
        double number = Double.parseDouble(Numbers.fixed((random.nextDouble() - 0.5) * 1_000, decimals));
        return switch (random.nextInt(4)) {
            case 0 -> new Value.Decimal(number == 0 ? 0 : number, decimals);
            case 1 -> new Value.Text(text());
            case 2 -> new Value.YesNo(random.nextBoolean());
            default -> Value.missing();
        };
    }

    private OptionalDouble limit() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian() * 1e-3);
    }

    private Overlay overlay() {
        return new Overlay(
                one(Overlay.Kind.values()),
                many(4, () -> new Point(random.nextGaussian(), random.nextInt(99))),
                one(Verdict.values()),
                text(),
                text());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.put("k" + random.nextInt(9), text());
        }
        return texts;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
