package org.shutterline.look;

import java.util.OptionalDouble;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/**
 * A measurement as its row says it.
 *
 * @param value the value alone, a dash when it was not measured
 * @param number the value as a number, for the limit bar
 * @param limits of a number
 * @param verdictWords beside the value: the limits, the distance to them, or what was expected
 */
record ValueWords(String value, OptionalDouble number, Limits limits, String verdictWords) {
    static ValueWords of(Measurement measurement) {
        return measurement.value().answerBy(new Reading(measurement));
    }

    /** Whether a limit bar is drawn. */
    boolean barred() {
        return number.isPresent() && !limits.none();
    }

    private record Reading(Measurement of) implements Value.Handler<ValueWords> {
        @Override
        public ValueWords decimal(Value.Decimal decimal) {
            Limits limits = limits(decimal.decimals());
            double number = decimal.number();
            boolean outside = limits.outside(number);
            String beside = outside || of.reason().isEmpty() ? limits.distance(number) : reason();
            return new ValueWords(Limits.fixed(number, decimal.decimals()), OptionalDouble.of(number), limits, beside);
        }

        @Override
        public ValueWords text(Value.Text text) {
            return new ValueWords(text.text(), OptionalDouble.empty(), limits(0), expectation());
        }

        @Override
        public ValueWords yesNo(Value.YesNo yesNo) {
            String word = LookWords.text(yesNo.yes() ? "row.yes" : "row.no");
            return new ValueWords(word, OptionalDouble.empty(), limits(0), expectation());
        }

        @Override
        public ValueWords missing(Value.Missing missing) {
            String why = of.reason().isEmpty() ? LookWords.text("row.notMeasured") : reason();
            return new ValueWords(LookWords.text("row.missing"), OptionalDouble.empty(), limits(0), why);
        }

        private String expectation() {
            if (of.isWarning()) {
                return reason();
            }
            if (of.verdict() == Verdict.OK) {
                return of.expected().isPresent() ? LookWords.text("row.asExpected") : State.OK.word();
            }
            return of.expected()
                    .map(text -> LookWords.text("row.expected", text))
                    .orElseGet(
                            () -> of.reason().isEmpty() ? State.of(of.verdict()).word() : reason());
        }

        private String reason() {
            return Reasons.told(of.reason());
        }

        private Limits limits(int decimals) {
            return new Limits(of.low(), of.high(), decimals);
        }
    }
}
