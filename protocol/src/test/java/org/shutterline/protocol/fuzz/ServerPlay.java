package org.shutterline.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/**
 * The station's side: nothing is thrown, only whole messages are written, nothing after the end, a part is told to be good
 * only if one was judged so, and every picture that was lent is given back once.
 */
final class ServerPlay implements ServerStep.Handler<Boolean> {
    private static final int REPLY = 1;
    private static final int JUDGED = 2;
    private static final int TIME = 3;
    private static final int UNSAFE = 4;
    private static final int OTHERS = 6;
    private static final int END = 7;
    private static final int MOST_WAKES = 10_000;
    private static final long TIME_NANOS = 5_000_000L;

    private final ServerConversation conversation;
    private final Pattern good;
    private final Pattern writes;
    private final Stations stations = new Stations();
    private final Deque<ServerStep.Ask> asked = new ArrayDeque<>();
    private final Deque<Long> running = new ArrayDeque<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream allSaid = new ByteArrayOutputStream();
    private final StringBuilder heard = new StringBuilder();
    private long nowNanos = Long.MAX_VALUE - TIME_NANOS;
    private boolean over;
    private boolean paused;

    ServerPlay(ServerConversation conversation, Pattern good, Pattern writes) {
        this.conversation = conversation;
        this.good = good;
        this.writes = writes;
    }

    void play(ByteBuffer input) {
        take(conversation.opened(nowNanos));
        while (input.hasRemaining() && !over) {
            happen(Play.next(input), input);
        }
        cut();
        if (!over) {
            take(conversation.ended(nowNanos));
        }
        conversation.closed();
        over = true;
        while (!asked.isEmpty()) {
            reply(0);
        }
        assertThat(stations.lent()).as("pictures that were not given back").isZero();
        assertThat(stations.wasOneGood() || !good.matcher(heard).find() || peerSaidSo())
                .as("no part was good: %s", heard)
                .isTrue();
    }

    /** What the peer says may be told to it again. */
    private boolean peerSaidSo() {
        return good.matcher(Play.text(allSaid.toByteArray())).find();
    }

    private void happen(int one, ByteBuffer input) {
        switch (one) {
            case REPLY -> {
                cut();
                if (!asked.isEmpty()) {
                    reply(Play.next(input));
                }
            }
            case JUDGED -> {
                cut();
                if (!running.isEmpty()) {
                    take(conversation.happened(
                            new Event.Finished(stations.result(running.remove(), Play.next(input))), nowNanos));
                }
            }
            case UNSAFE -> {
                cut();
                if (!running.isEmpty()) {
                    take(conversation.happened(new Event.Unsafe(1, running.remove()), nowNanos));
                }
            }
            case OTHERS -> {
                cut();
                take(conversation.happened(ofOthers(Play.next(input)), nowNanos));
            }
            case TIME -> {
                cut();
                passTime();
            }
            case Play.CUT -> cut();
            case END -> {
                cut();
                take(conversation.ended(nowNanos));
            }
            case Play.LITERAL -> said.write(Play.next(input));
            default -> said.write(one);
        }
    }

    private Event ofOthers(int kind) {
        return switch (kind % 3) {
            case 0 -> new Event.Finished(stations.result(1_000 + kind, kind));
            case 1 ->
                new Event.StateChanged(
                        new StationStatus(1, StationState.OFFLINE, "a\r,b", 7, 1, 0, 0, 0, "why, \"so\"\n"));
            default -> new Event.LivePicture(1, stations.picture(kind));
        };
    }

    private void cut() {
        byte[] piece = said.toByteArray();
        said.reset();
        if (piece.length > 0 && !over && !paused) {
            allSaid.writeBytes(piece);
            take(conversation.received(ByteBuffer.wrap(piece), nowNanos));
        }
    }

    private void reply(int kind) {
        ServerStep.Ask ask = asked.remove();
        take(conversation.replied(ask.ticket(), stations.reply(ask.command(), kind, running::add), nowNanos));
    }

    private void passTime() {
        long until = nowNanos + TIME_NANOS;
        int wakes = 0;
        for (OptionalLong at = conversation.wakeAt();
                at.isPresent() && at.getAsLong() - until <= 0 && !over;
                at = conversation.wakeAt()) {
            assertThat(++wakes).as("wakes without an end").isLessThan(MOST_WAKES);
            nowNanos = Math.max(at.getAsLong() - nowNanos, 0) + nowNanos;
            take(conversation.woken(nowNanos));
        }
        nowNanos = until;
    }

    private void take(List<ServerStep> steps) {
        new ArrayList<>(steps).forEach(step -> step.answerBy(this));
    }

    @Override
    public Boolean send(ServerStep.Send step) {
        assertThat(over).as("nothing is sent after the end").isFalse();
        String text = Play.text(step.text());
        assertThat(step.blobs().isEmpty() && !writes.matcher(text).matches())
                .as("no whole message: %s", text)
                .isFalse();
        heard.append(text);
        step.blobs().forEach(Blob::close);
        return true;
    }

    @Override
    public Boolean sendNewest(ServerStep.SendNewest step) {
        return send(step.send());
    }

    @Override
    public Boolean dropNewest(ServerStep.DropNewest step) {
        return true;
    }

    @Override
    public Boolean ask(ServerStep.Ask step) {
        assertThat(over).as("nothing is asked after the end").isFalse();
        if (step.command() instanceof Command.LogInHere login) {
            take(conversation.replied(step.ticket(), login.verdict(), nowNanos));
            return true;
        }
        return asked.add(step);
    }

    @Override
    public Boolean pauseReading(ServerStep.PauseReading step) {
        assertThat(paused).isFalse();
        paused = true;
        return true;
    }

    @Override
    public Boolean resumeReading(ServerStep.ResumeReading step) {
        assertThat(paused).isTrue();
        paused = false;
        return true;
    }

    @Override
    public Boolean named(ServerStep.Named step) {
        return true;
    }

    @Override
    public Boolean remark(ServerStep.Remark step) {
        return true;
    }

    @Override
    public Boolean close(ServerStep.Close step) {
        over = true;
        return true;
    }

    @Override
    public Boolean closeAtOnce(ServerStep.CloseAtOnce step) {
        over = true;
        return true;
    }
}
