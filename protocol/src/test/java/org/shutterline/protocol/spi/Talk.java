package org.shutterline.protocol.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;

/**
 * A talk with a server's conversation as a test reads it: the peer says this, the stations are asked that, the peer hears
 * this. The test itself plays the stations, and the clock stands still until {@link #passes}.
 *
 * <p>Bytes are written as ISO-8859-1 text, so that {@code \u00ff} is the byte 255.
 */
public final class Talk {
    private static final long MS = 1_000_000L;

    private final ServerConversation conversation;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Map<Long, Command> asked = new LinkedHashMap<>();
    private final List<Command> newlyAsked = new ArrayList<>();
    private final List<ServerStep> others = new ArrayList<>();
    private final Map<Integer, ServerStep.Send> newest = new LinkedHashMap<>();
    private long nowNanos = Long.MAX_VALUE - 5 * MS;
    private String ending = "open";

    private Talk(ServerConversation conversation) {
        this.conversation = conversation;
        carryOut(conversation.opened(nowNanos));
    }

    public static Talk with(ServerConversation conversation) {
        return new Talk(conversation);
    }

    /** The peer sends this in one piece. */
    public Talk says(String bytes) {
        return says(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Talk says(byte[] bytes) {
        carryOut(conversation.received(ByteBuffer.wrap(bytes), nowNanos));
        return wakes();
    }

    /** The peer shuts its output down. */
    public Talk ends() {
        carryOut(conversation.ended(nowNanos));
        return wakes();
    }

    /** Time passes; the conversation is woken whenever it wants to be. */
    public Talk passes(int ms) {
        long until = nowNanos + ms * MS;
        for (OptionalLong at = conversation.wakeAt();
                at.isPresent() && at.getAsLong() - until <= 0;
                at = conversation.wakeAt()) {
            nowNanos = Math.max(at.getAsLong() - nowNanos, 0) + nowNanos;
            carryOut(conversation.woken(nowNanos));
        }
        nowNanos = until;
        return this;
    }

    /** People let silence end the lines. */
    public Talk endsBySilence(int ms) {
        carryOut(conversation.endBySilence(ms, nowNanos));
        return this;
    }

    /** The stations were asked for exactly this since the last look. */
    public Talk asks(Command... commands) {
        assertThat(newlyAsked).containsExactly(commands);
        newlyAsked.clear();
        return this;
    }

    /** The stations answer the oldest command that has no reply yet. */
    public Talk replies(Reply reply) {
        long ticket = asked.keySet().iterator().next();
        return replies(ticket, reply);
    }

    /** The stations answer the youngest command. */
    public Talk repliesToLast(Reply reply) {
        long ticket = asked.keySet().stream().reduce((a, b) -> b).orElseThrow();
        return replies(ticket, reply);
    }

    private Talk replies(long ticket, Reply reply) {
        asked.remove(ticket);
        carryOut(conversation.replied(ticket, reply, nowNanos));
        return wakes();
    }

    /** Something happens at a station. */
    public Talk happens(Event event) {
        carryOut(conversation.happened(event, nowNanos));
        return wakes();
    }

    /** No more comes of what was asked for now. */
    private Talk wakes() {
        OptionalLong at = conversation.wakeAt();
        if (at.isPresent() && at.getAsLong() - nowNanos <= 0) {
            carryOut(conversation.woken(nowNanos));
        }
        return this;
    }

    /** The socket is gone. */
    public Talk isCutOff() {
        conversation.closed();
        return this;
    }

    /** The peer got exactly these bytes since the last look. */
    public Talk hears(String bytes) {
        assertThat(heardText()).isEqualTo(bytes);
        heard.reset();
        return this;
    }

    public Talk hearsNothing() {
        return hears("");
    }

    /** All bytes that the peer got since the last look. */
    public String heardText() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** {@code open}, {@code closed after 0 ms} or {@code closed at once}. */
    public Talk is(String state) {
        assertThat(ending).isEqualTo(state);
        return this;
    }

    /** Remarks, names, pauses since the last look, in order. */
    public List<ServerStep> otherSteps() {
        List<ServerStep> taken = List.copyOf(others);
        others.clear();
        return taken;
    }

    /** The live picture of a station that waits to be written is written now. */
    public Talk writesNewest(int slot) {
        ServerStep.Send send = newest.remove(slot);
        if (send != null) {
            write(send);
        }
        return this;
    }

    /** All commands that the stations were asked for and that have no reply. */
    public List<Command> unanswered() {
        return List.copyOf(asked.values());
    }

    private void carryOut(List<ServerStep> steps) {
        steps.forEach(step -> step.answerBy(new Socket()));
    }

    private boolean write(ServerStep.Send send) {
        heard.writeBytes(send.text());
        for (Blob blob : send.blobs()) {
            byte[] bytes = new byte[blob.bytes().remaining()];
            blob.bytes().get(bytes);
            heard.writeBytes(bytes);
            blob.close();
        }
        return true;
    }

    /** Does with the steps what the owner of a socket does. */
    private final class Socket implements ServerStep.Handler<Boolean> {
        @Override
        public Boolean send(ServerStep.Send step) {
            assertThat(ending).as("nothing is sent after the close").isEqualTo("open");
            return write(step);
        }

        @Override
        public Boolean sendNewest(ServerStep.SendNewest step) {
            ServerStep.Send before = newest.put(step.slot(), step.send());
            if (before != null) {
                before.blobs().forEach(Blob::close);
            }
            return true;
        }

        @Override
        public Boolean dropNewest(ServerStep.DropNewest step) {
            ServerStep.Send before = newest.remove(step.slot());
            if (before != null) {
                before.blobs().forEach(Blob::close);
            }
            return true;
        }

        @Override
        public Boolean ask(ServerStep.Ask step) {
            if (step.command() instanceof Command.LogInHere login) {
                carryOut(conversation.replied(step.ticket(), login.verdict(), nowNanos));
                return true;
            }
            assertThat(asked).doesNotContainKey(step.ticket());
            asked.put(step.ticket(), step.command());
            return newlyAsked.add(step.command());
        }

        @Override
        public Boolean pauseReading(ServerStep.PauseReading step) {
            return others.add(step);
        }

        @Override
        public Boolean resumeReading(ServerStep.ResumeReading step) {
            return others.add(step);
        }

        @Override
        public Boolean named(ServerStep.Named step) {
            return others.add(step);
        }

        @Override
        public Boolean remark(ServerStep.Remark step) {
            return others.add(step);
        }

        @Override
        public Boolean close(ServerStep.Close step) {
            ending = "closed after " + step.drainMs() + " ms";
            return true;
        }

        @Override
        public Boolean closeAtOnce(ServerStep.CloseAtOnce step) {
            ending = "closed at once";
            return true;
        }
    }
}
