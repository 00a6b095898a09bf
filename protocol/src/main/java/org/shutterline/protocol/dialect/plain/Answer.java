package org.shutterline.protocol.dialect.plain;

import java.util.List;
import org.shutterline.protocol.message.Blob;

/**
 * The whole reply to one request, ready to be sent.
 *
 * @param lines without their ends
 * @param blobs bytes that follow the last line
 * @param before done just before it is sent
 * @param after done just after
 */
record Answer(List<String> lines, List<Blob> blobs, Runnable before, Runnable after) {
    private static final Runnable NOTHING = () -> {};

    static Answer of(String line) {
        return new Answer(List.of(line), List.of(), NOTHING, NOTHING);
    }

    static Answer of(List<String> lines) {
        return new Answer(lines, List.of(), NOTHING, NOTHING);
    }

    static Answer of(String line, Blob blob) {
        return new Answer(List.of(line), List.of(blob), NOTHING, NOTHING);
    }

    Answer before(Runnable effect) {
        return new Answer(lines, blobs, effect, after);
    }

    Answer after(Runnable effect) {
        return new Answer(lines, blobs, before, effect);
    }

    void drop() {
        blobs.forEach(Blob::close);
    }
}
