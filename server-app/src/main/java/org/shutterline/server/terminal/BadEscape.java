package org.shutterline.server.terminal;

/** Something after a backslash that stands for no byte. */
final class BadEscape extends Exception {
    private static final long serialVersionUID = 1;

    private final String escape;
    private final int position;

    /** @param position of the backslash, from 1 */
    BadEscape(String escape, int position) {
        super(escape + " at " + position);
        this.escape = escape;
        this.position = position;
    }

    /** The backslash and what follows it. */
    String escape() {
        return escape;
    }

    int position() {
        return position;
    }
}
