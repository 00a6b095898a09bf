package org.shutterline.server.terminal;

/** What is sent after what was typed. */
public enum End {
    /** What the dialect's own clients send. */
    AS_DIALECT(""),
    CR("\r"),
    LF("\n"),
    CRLF("\r\n"),
    NONE("");

    private final String text;

    End(String text) {
        this.text = text;
    }

    /** Its characters; of {@link #AS_DIALECT} none, since they are the dialect's. */
    String text() {
        return text;
    }
}
