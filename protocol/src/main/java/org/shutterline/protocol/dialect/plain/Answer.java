package org.shutterline.protocol.dialect.plain;

import java.util.List;
import java.util.function.Function;
import org.shutterline.protocol.message.Blob;

/**
 * The whole reply to one request, ready to be sent.
 *
 * @param lines without their ends, in the format of the moment when it is sent
 * @param blobs bytes that follow the last line
 * @param before done just before it is sent
 * @param after done just after
 */
record Answer(Function<Spelling, List<String>> lines, List<Blob> blobs, Runnable before, Runnable after) {
    private static final Runnable NOTHING = () -> {};

    static Answer of(Function<Spelling, String> line) {
        return of(line, List.of());
    }

    static Answer of(Function<Spelling, String> line, Blob blob) {
        return of(line, List.of(blob));
    }

    static Answer ofLines(Function<Spelling, List<String>> lines) {
        return new Answer(lines, List.of(), NOTHING, NOTHING);
    }

    private static Answer of(Function<Spelling, String> line, List<Blob> blobs) {
        return new Answer(spelling -> List.of(line.apply(spelling)), blobs, NOTHING, NOTHING);
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
