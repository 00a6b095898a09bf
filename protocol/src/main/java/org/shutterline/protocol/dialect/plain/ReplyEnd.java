package org.shutterline.protocol.dialect.plain;

import org.shutterline.protocol.line.LineEnd;

/** What a request ended in, which for a CR may become known after the request has been carried out. One thread. */
final class ReplyEnd {
    private LineEnd end;

    ReplyEnd(LineEnd end) {
        this.end = end;
    }

    /** The byte after the CR has come. */
    void settle(LineEnd real) {
        end = real;
    }

    /** What a reply ends in: as the request did, or CRLF if silence ended it. */
    LineEnd forReply() {
        return end == LineEnd.SILENCE ? LineEnd.CRLF : end;
    }

    /** What the request ended in. */
    LineEnd real() {
        return end;
    }
}
