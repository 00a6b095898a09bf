package org.shutterline.server.tool.text;

/**
 * A text that bears to be looked at only so often. Some regular expressions take years over a few letters; matched
 * against this, they end.
 */
final class Patience implements CharSequence {
    /** Some 20 ms; a harmless expression needs a few times the length of the text. */
    private static final int LOOKS = 2_000_000;

    private final CharSequence text;
    private int looks;

    Patience(CharSequence text) {
        this.text = text;
    }

    /** It was looked at too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > LOOKS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
