package org.shutterline.server.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerStep.Ask;

/**
 * Lets a connection have one asked picture in memory at a time, whatever it asks for in advance: the next is fetched when
 * the last byte of the one before is written. Used by one thread at a time.
 */
final class PictureGate {
    private final Queue<Ask> held = new ArrayDeque<>();
    private boolean shut;
    private Optional<Ask> letThrough = Optional.empty();

    /** Whether this may be asked now; otherwise it is kept for {@link #next}. */
    boolean admits(Ask ask) {
        if (letThrough.filter(ask::equals).isPresent()) {
            letThrough = Optional.empty();
            return true;
        }
        if (shut || !held.isEmpty()) {
            held.add(ask);
            return false;
        }
        shut = true;
        return true;
    }

    /** Whether {@link #next} has one. */
    boolean hasNext() {
        return !shut && !held.isEmpty();
    }

    /**
     * What may be asked now. No other is until this one is done with, even if it is asked only later: were one to overtake,
     * its answer would wait for this one's, and this one for the gate.
     */
    Optional<Ask> next() {
        if (!hasNext()) {
            return Optional.empty();
        }
        shut = true;
        letThrough = Optional.of(held.remove());
        return letThrough;
    }

    /** The reply of what was admitted; its blob, once closed, opens the gate. */
    Reply watched(Reply reply) {
        if (reply instanceof Reply.PictureOf of) {
            Picture picture = of.picture();
            Blob watched = new Watched(picture.blob());
            return new Reply.PictureOf(
                    of.id(), new Picture(picture.format(), picture.width(), picture.height(), watched));
        }
        shut = false;
        return reply;
    }

    private final class Watched implements Blob {
        private final Blob blob;

        Watched(Blob blob) {
            this.blob = blob;
        }

        @Override
        public ByteBuffer bytes() {
            return blob.bytes();
        }

        @Override
        public void close() {
            blob.close();
            shut = false;
        }
    }
}
