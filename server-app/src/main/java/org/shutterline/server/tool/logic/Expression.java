package org.shutterline.server.tool.logic;

import java.util.Set;

/** A formula that was read. Immutable. */
sealed interface Expression {
    /**
     * @return its value; not finite after a division by zero
     * @throws MissingValue if an earlier tool did not measure what it needs
     */
    double value(Values values) throws MissingValue;

    /** Adds the values that it needs. */
    void collect(Set<String> names);

    /** What earlier tools measured. */
    @FunctionalInterface
    interface Values {
        /** @throws MissingValue if it was not measured */
        double of(String name) throws MissingValue;
    }

    record Number(double number) implements Expression {
        @Override
        public double value(Values values) {
            return number;
        }

        @Override
        public void collect(Set<String> names) {
            // needs nothing
        }
    }

    /**
     * A value of an earlier tool.
     *
     * @param name {@code tool.output}
     */
    record Named(String name) implements Expression {
        @Override
        public double value(Values values) throws MissingValue {
            return values.of(name);
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }
    }

    record Negative(Expression of) implements Expression {
        @Override
        public double value(Values values) throws MissingValue {
            return -of.value(values);
        }

        @Override
        public void collect(Set<String> names) {
            of.collect(names);
        }
    }

    /** @param sign one of + - * / */
    record Both(char sign, Expression left, Expression right) implements Expression {
        @Override
        public double value(Values values) throws MissingValue {
            double a = left.value(values);
            double b = right.value(values);
            return switch (sign) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                default -> a / b;
            };
        }

        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }
}
