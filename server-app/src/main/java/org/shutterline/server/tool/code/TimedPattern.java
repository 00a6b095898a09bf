package org.shutterline.server.tool.code;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.shutterline.server.spi.ToolException;

/**
 * A regular expression that cannot hold a station up: some need longer than the universe for a text of thirty characters
 * ({@code (a+)+b}), and the library does not ask for the time.
 */
final class TimedPattern {
    /** Between looks at the clock; a look costs as much as some tens of characters. */
    private static final int CHARACTERS = 512;

    private final Pattern pattern;

    private TimedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws PatternSyntaxException if it is none */
    static TimedPattern of(String written) {
        return new TimedPattern(Pattern.compile(written));
    }

    /**
     * Whether it is the whole text.
     *
     * @throws ToolException if that cannot be told in the time left
     */
    boolean matches(String text, long nanosLeft) throws ToolException {
        try {
            return pattern.matcher(new TimedText(text, System.nanoTime() + nanosLeft))
                    .matches();
        } catch (TimeOver | StackOverflowError endless) {
            throw new ToolException("the pattern takes too long with this text");
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** Ends the search from inside. */
    private static final class TimeOver extends RuntimeException {
        private static final long serialVersionUID = 1;

        TimeOver() {
            super("time over", null, false, false);
        }
    }

    /** A text that looks at the clock while it is read. */
    private static final class TimedText implements CharSequence {
        private final String text;
        private final long deadlineNanos;
        private int read;

        TimedText(String text, long deadlineNanos) {
            this.text = text;
            this.deadlineNanos = deadlineNanos;
        }

        @Override
        public char charAt(int index) {
            if (++read % CHARACTERS == 0 && System.nanoTime() - deadlineNanos > 0) {
                throw new TimeOver();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
