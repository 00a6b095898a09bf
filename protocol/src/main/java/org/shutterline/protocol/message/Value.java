package org.shutterline.protocol.message;

/** What a tool measured. A value that was not measured is {@link Missing}, never an older value. */
public sealed interface Value {

    /**
     * A number.
     *
     * @param number finite
     * @param decimals how many decimals are shown and sent, 0 to 9; the judgement uses the unrounded number
     */
    record Decimal(double number, int decimals) implements Value {
        public Decimal {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a measured number is finite, not " + number);
            }
            if (decimals < 0 || decimals > 9) {
                throw new IllegalArgumentException("decimals are 0 to 9, not " + decimals);
            }
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.decimal(this);
        }
    }

    /** A text, such as the content of a code. */
    record Text(String text) implements Value {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.text(this);
        }
    }

    /** Yes or no. */
    record YesNo(boolean yes) implements Value {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.yesNo(this);
        }
    }

    /** Not measured. */
    record Missing() implements Value {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.missing(this);
        }
    }

    static Value missing() {
        return new Missing();
    }

    /** One method for each kind of value, so that a new kind does not compile until everyone answers it. */
    interface Handler<R> {
        R decimal(Decimal decimal);

        R text(Text text);

        R yesNo(YesNo yesNo);

        R missing(Missing missing);
    }

    <R> R answerBy(Handler<R> handler);
}
