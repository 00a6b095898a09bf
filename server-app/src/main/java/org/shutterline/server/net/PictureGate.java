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
    private final PictureRoom room;
    private final Runnable wake;
    private final Runnable noRoom;
    private final Queue<Ask> held = new ArrayDeque<>();
    private boolean shut;
    private boolean delivered;
    private long delivering;
    private Optional<Ask> letThrough = Optional.empty();

    /**
     * @param room that all connections share
     * @param wake called on any thread when there may be room for what is held
     * @param noRoom told when one has to wait for others' pictures
     */
    PictureGate(PictureRoom room, Runnable wake, Runnable noRoom) {
        this.room = room;
        this.wake = wake;
        this.noRoom = noRoom;
    }

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
        if (!room.enter(this, wake)) {
            noRoom.run();
            held.add(ask);
            return false;
        }
        shut = true;
        return true;
    }

    /** Whether {@link #next} has one. */
    boolean hasNext() {
        return !shut && !held.isEmpty() && room.hasRoom(this);
    }

    /**
     * What may be asked now. No other is until this one is done with, even if it is asked only later: were one to overtake,
     * its answer would wait for this one's, and this one for the gate.
     */
    Optional<Ask> next() {
        if (shut || held.isEmpty() || !room.enter(this, wake)) {
            return Optional.empty();
        }
        shut = true;
        letThrough = Optional.of(held.remove());
        return letThrough;
    }

    /** The reply of what was admitted; its blob, once closed, opens the gate. */
    Reply watched(Reply reply) {
        if (reply instanceof Reply.PictureOf of) {
            delivered = true;
            delivering++;
            Picture picture = of.picture();
            Blob watched = new Watched(picture.blob());
            return new Reply.PictureOf(
                    of.id(), new Picture(picture.format(), picture.width(), picture.height(), watched));
        }
        open();
        return reply;
    }

    /** The number of the picture that came and is not done with, from 1 on; 0 if there is none. */
    long onItsWay() {
        return delivered ? delivering : 0;
    }

    /** Nothing is asked any more; a picture that is on its way still gives its room back when it comes. */
    void close() {
        held.clear();
        if (letThrough.isPresent() || delivered) {
            letThrough = Optional.empty();
            open();
        }
        room.forget(this);
    }

    private void open() {
        delivered = false;
        if (shut) {
            shut = false;
            room.leave();
        }
    }

    private final class Watched implements Blob {
        private final Blob blob;
        private boolean given;

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
            if (!given) {
                given = true;
                open();
            }
        }
    }
}
