package org.shutterline.server.tool.logic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formula: sums of products of numbers, {@code tool.output} names and what stands in brackets. A name whose tool
 * begins with a digit stands in square brackets: {@code [2nd.x]}. Used once.
 */
final class FormulaReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*\\.[a-z][a-z0-9_]*");
    private static final Pattern BRACKETED = Pattern.compile("\\[([A-Za-z0-9_-]+\\.[a-z][a-z0-9_]*)\\]");
    private static final int DEEPEST = 100;
    private static final int MOST_TERMS = 500;

    private final String text;
    private int at;
    private int depth;
    private int terms;

    private FormulaReader(String text) {
        this.text = text;
    }

    /** @throws BadFormula if it cannot be read, with the place */
    static Expression read(String text) throws BadFormula {
        FormulaReader reader = new FormulaReader(text);
        Expression all = reader.sum();
        if (reader.peek() != 0) {
            throw reader.expected("an operator + - * / or the end");
        }
        return all;
    }

    private Expression sum() throws BadFormula {
        Expression left = product();
        while (peek() == '+' || peek() == '-') {
            char sign = text.charAt(at++);
            left = new Expression.Both(sign, left, product());
        }
        return left;
    }

    private Expression product() throws BadFormula {
        Expression left = factor();
        while (peek() == '*' || peek() == '/') {
            char sign = text.charAt(at++);
            left = new Expression.Both(sign, left, factor());
        }
        return left;
    }

    private Expression factor() throws BadFormula {
        if (++terms > MOST_TERMS) {
            throw expected("no more than " + MOST_TERMS + " terms");
        }
        if (++depth > DEEPEST) {
            throw expected("fewer brackets and signs");
        }
        try {
            if (peek() == '-') {
                at++;
                return new Expression.Negative(factor());
            }
            return peek() == '(' ? bracket() : leaf();
        } finally {
            depth--;
        }
    }

    private Expression bracket() throws BadFormula {
        at++;
        Expression inside = sum();
        if (peek() != ')') {
            throw expected("')'");
        }
        at++;
        return inside;
    }

    private Expression leaf() throws BadFormula {
        peek();
        Matcher number = found(NUMBER);
        if (number.lookingAt()) {
            at = number.end();
            return new Expression.Number(Double.parseDouble(number.group()));
        }
        Matcher name = found(NAME);
        if (name.lookingAt()) {
            at = name.end();
            return new Expression.Named(name.group());
        }
        Matcher bracketed = found(BRACKETED);
        if (bracketed.lookingAt()) {
            at = bracketed.end();
            return new Expression.Named(bracketed.group(1));
        }
        throw expected("a number, a value such as holeA.diameter, or '('");
    }

    private Matcher found(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    /** The next character that is no blank, 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private BadFormula expected(String what) {
        String found =
                at < text.length() ? "'" + text.substring(at, Math.min(text.length(), at + 20)) + "'" : "the end";
        return new BadFormula("at character " + (at + 1) + ": expected " + what + ", found " + found);
    }
}
