package org.shutterline.server.net;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;

/** A machine whose inspections end when the test says so, or at once. Stale triggers are refused. */
final class ScriptedEngine implements Engine {
    /** What it answers to all that is no trigger; by default, at once. */
    interface Answers {
        void answer(Asked asked, Consumer<Reply> reply);
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final Map<Long, Consumer<Event>> listeners = new ConcurrentHashMap<>();
    final LentBlobs blobs = new LentBlobs();
    volatile boolean finishesAtOnce = true;
    /** Asked each second whether who logged in may stay. */
    volatile BooleanSupplier staying = () -> true;
    /** How an inspection ends that ends by itself. */
    volatile LongConsumer finishing = this::finish;

    volatile int pictureBytes = 1000;
    volatile Answers answers = this::answerAtOnce;
    private final AtomicLong ids = new AtomicLong();

    @Override
    public void ask(Asked what, Consumer<Reply> reply) {
        asked.add(what);
        if (!(what.command() instanceof Command.Trigger)) {
            answers.answer(what, reply);
        } else if (what.stale()) {
            reply.accept(new Reply.Refused(Code.STATION_BUSY));
        } else {
            long id = ids.incrementAndGet();
            reply.accept(new Reply.Accepted(id, false));
            if (finishesAtOnce) {
                finishing.accept(id);
            }
        }
    }

    @Override
    public Registration listen(Peer peer, Consumer<Event> events) {
        listeners.put(peer.id(), events);
        return () -> listeners.remove(peer.id());
    }

    @Override
    public boolean mayStay(Peer peer, long loggedInNanos) {
        return staying.getAsBoolean();
    }

    /** Tells all that the inspection is done. */
    void finish(long id) {
        listeners.values().forEach(events -> events.accept(new Event.Finished(result(id))));
    }

    /** A live picture to all, told apart by its width. */
    void showLive(int number, int bytes) {
        listeners
                .values()
                .forEach(events -> events.accept(
                        new Event.LivePicture(1, new Picture("jpeg", number, 1, blobs.lend(new byte[bytes])))));
    }

    private void answerAtOnce(Asked what, Consumer<Reply> reply) {
        if (what.command() instanceof Command.FetchPicture) {
            Blob blob = blobs.lend(new byte[pictureBytes]);
            reply.accept(new Reply.PictureOf(1, new Picture("mono8", pictureBytes, 1, blob)));
        } else if (what.command() instanceof Command.LogInHere login) {
            reply.accept(login.verdict());
        } else {
            reply.accept(new Reply.Done());
        }
    }

    static InspectionResult result(long id) {
        return new InspectionResult(
                id,
                1,
                "plate-A",
                OffsetDateTime.parse("2026-11-23T12:00:00Z"),
                23.4,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                Verdict.OK,
                Optional.empty(),
                "",
                List.of(),
                PictureState.PENDING);
    }
}
