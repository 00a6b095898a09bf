package org.shutterline.protocol.spi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;

/**
 * The station's side of one connection. Whoever owns the socket hands in what happens and carries out the steps, in their
 * order, all before the next call but for one of {@link #replied}, which may come in their midst. Never called by two
 * threads at once; it opens nothing, blocks never, and throws nothing for what a peer sends.
 *
 * <p>All times are {@link System#nanoTime()} readings and never go back.
 */
public interface ServerConversation {
    /**
     * What it takes of the peer from now on; without it {@link TalkLimits#USUAL}. Called before {@link #opened}. One that
     * reads no lines ignores it.
     */
    default void keepTo(TalkLimits limits) {
        // nothing is read
    }

    /** The connection was accepted. */
    List<ServerStep> opened(long nowNanos);

    /**
     * Bytes arrived.
     *
     * @param bytes read from position to limit; not kept
     */
    List<ServerStep> received(ByteBuffer bytes, long nowNanos);

    /** The peer will send no more; replies still owed are sent. */
    List<ServerStep> ended(long nowNanos);

    /**
     * The connection is gone, for whatever reason: nothing more can be sent. Blobs that are still held are closed, and so
     * is every blob that a later call hands in. May be called twice.
     */
    default void closed() {
        // a dialect that holds no blobs has nothing to give back
    }

    /**
     * A command that an {@link ServerStep.Ask} asked for has its reply.
     *
     * @param ticket the one of that step
     */
    List<ServerStep> replied(long ticket, Reply reply, long nowNanos);

    /**
     * Whether it is told of {@link Event.PictureTaken}, which comes while the part is about to be judged: who does not need
     * it must not take time from that. Always the same; any thread may ask.
     */
    default boolean followsPictures() {
        return false;
    }

    /** Whether its peer is told, as things are now, of results that it did not ask for. */
    default boolean followsResults() {
        return false;
    }

    /** Something happened at a station; never before the reply of the command that caused it. */
    List<ServerStep> happened(Event event, long nowNanos);

    /**
     * From now on what waits without a line end is a line when no byte came for so long, also what waits already. Dialects
     * without lines ignore it.
     *
     * @param silenceMs more than 0
     */
    default List<ServerStep> endBySilence(int silenceMs, long nowNanos) {
        return List.of();
    }

    /** The time that {@link #wakeAt()} named has come. May be called early, and then does nothing. */
    List<ServerStep> woken(long nowNanos);

    /** When it wants to be woken next, if at all; now, if only to know that its steps are done. Asked again after each other call. */
    OptionalLong wakeAt();
}
