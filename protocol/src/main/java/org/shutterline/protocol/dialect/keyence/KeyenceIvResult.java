package org.shutterline.protocol.dialect.keyence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.JudgementWords;
import org.shutterline.protocol.format.ResultReader;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** The line {@code RT,00013,OK,01,OK,0000094} and what it says. */
final class KeyenceIvResult {
    static final String WORD = "RT";

    private static final int NUMBERS = 32_768;
    private static final int NUMBER_DIGITS = 5;
    private static final int FIELDS_OF_TOOL = 3;
    private static final int RATE_DIGITS = 7;
    private static final String NO_RATE = "-".repeat(RATE_DIGITS);
    private static final JudgementWords WORDS = new JudgementWords("OK", "NG", "--");

    private final KeyenceIvSettings settings;

    KeyenceIvResult(KeyenceIvSettings settings) {
        this.settings = settings;
    }

    /** What the device counts: 0 to 32767, then 0 again. */
    static int number(InspectionResult result) {
        return (int) (result.id() % NUMBERS);
    }

    String line(InspectionResult result) {
        List<String> fields = new ArrayList<>();
        fields.add(WORD);
        fields.add(Digits.padded(Integer.toString(number(result)), NUMBER_DIGITS));
        fields.add(WORDS.of(result.verdict()));
        settings.tools().forEach((tool, output) -> {
            Optional<Measurement> measured = result.values().stream()
                    .filter(value -> value.name().equals(output))
                    .findFirst();
            fields.add(Digits.padded(Integer.toString(tool), 2));
            fields.add(WORDS.of(measured.map(Measurement::verdict).orElse(Verdict.UNKNOWN)));
            fields.add(measured.flatMap(this::rate).orElse(NO_RATE));
        });
        return String.join(",", fields);
    }

    private Optional<String> rate(Measurement measured) {
        return measured.value() instanceof Value.Decimal decimal ? rate(decimal.number()) : Optional.empty();
    }

    /** Seven digits; empty for what they cannot hold: a negative number, or a greater one. */
    Optional<String> rate(double number) {
        String digits = BigDecimal.valueOf(number)
                .movePointRight(settings.rateDecimals())
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
        return digits.startsWith("-") || digits.length() > RATE_DIGITS
                ? Optional.empty()
                : Optional.of(Digits.padded(digits, RATE_DIGITS));
    }

    /** The number that a rate of seven digits stands for, as settings write it; empty if it is none. */
    Optional<String> plain(String rate) {
        return rate.matches("\\d{1,7}")
                ? Optional.of(new BigDecimal(rate)
                        .movePointLeft(settings.rateDecimals())
                        .toPlainString())
                : Optional.empty();
    }

    /** @throws NumberFormatException if the line is no such line */
    InspectionResult read(Words words) {
        if (words.count() < 2 || (words.count() - 2) % FIELDS_OF_TOOL != 0) {
            throw new NumberFormatException();
        }
        List<Measurement> values = new ArrayList<>();
        for (int i = 2; i < words.count(); i += FIELDS_OF_TOOL) {
            values.add(value(words.get(i), words.get(i + 1), words.get(i + 2)));
        }
        return ResultReader.told(number(words.get(0)), settings.station(), verdict(words.get(1)), values);
    }

    private static int number(String text) {
        return Digits.whole(text, 0, NUMBERS - 1)
                .filter(number -> text.length() <= NUMBER_DIGITS)
                .orElseThrow(NumberFormatException::new);
    }

    private Measurement value(String tool, String word, String rate) {
        int number = Digits.whole(tool, 0, KeyenceIvSettings.HIGHEST_TOOL).orElseThrow(NumberFormatException::new);
        Value value = rate.equals(NO_RATE)
                ? Value.missing()
                : new Value.Decimal(
                        Double.parseDouble(plain(rate).orElseThrow(NumberFormatException::new)),
                        settings.rateDecimals());
        return new Measurement(
                settings.tools().getOrDefault(number, "tool " + Digits.padded(tool, 2)),
                value,
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                verdict(word),
                "");
    }

    private static Verdict verdict(String word) {
        return WORDS.verdict(word).orElseThrow(NumberFormatException::new);
    }
}
