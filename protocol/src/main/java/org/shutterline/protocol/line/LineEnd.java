package org.shutterline.protocol.line;

/** What ended a line. */
public enum LineEnd {
    CR("\r"),
    LF("\n"),
    CRLF("\r\n"),
    NUL("\0"),
    /** No byte at all: nothing came for some time. */
    SILENCE("");

    private final String text;

    LineEnd(String text) {
        this.text = text;
    }

    /** The characters of this end; each is one byte in every encoding that a line may have. */
    public String text() {
        return text;
    }
}
