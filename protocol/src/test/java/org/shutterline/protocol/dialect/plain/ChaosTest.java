package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** Bytes in pieces, replies, results, live pictures and time in any order. */
class ChaosTest {
    private static final String[] LINES = {
        "T1",
        "T1#a",
        "T2,once=k",
        "TA",
        "TA#t",
        "S1",
        "LAST1#l",
        "SINCE1,0",
        "IMAGE,5",
        "IMAGE#i,5",
        "LIVE1,ON",
        "LIVE1,OFF",
        "LIVE1#v,ON",
        "SUBSCRIBE",
        "UNSUBSCRIBE1",
        "SUBSCRIBE1#s",
        "GET1,a.b",
        "SET1#s,a.b,5",
        "PING",
        "PING#p,x",
        "FORMAT,JSON",
        "FORMAT,FIELDS",
        "FOO",
        "\"",
        "T0"
    };
    private static final String[] ENDS = {"\r", "\n", "\r\n", "\0"};

    private final List<LentBlob> lent = new ArrayList<>();
    private final List<ServerStep.Ask> asked = new ArrayList<>();
    private final List<Long> running = new ArrayList<>();
    private ServerConversation server;
    private Random random;
    private long nowNanos;
    private long lastId;
    private int replies;

    @Test
    void everyRequestGetsOneReplyAndEveryPictureIsGivenBack() {
        for (int seed = 0; seed < 400; seed++) {
            begin(seed);
            int lines = 1 + random.nextInt(60);
            ByteBuffer bytes = lines(lines);
            boolean cutOff = random.nextInt(4) == 0;
            while (bytes.hasRemaining()) {
                something(bytes);
            }
            if (cutOff) {
                server.closed();
            }
            while (!asked.isEmpty() || !running.isEmpty()) {
                answer();
            }
            pass(30_000_000L);
            if (!cutOff) {
                assertThat(replies).as("seed %d", seed).isEqualTo(lines);
            }
            server.closed();
            live();
            assertThat(lent).as("seed %d", seed).allMatch(LentBlob::isClosedOnce);
        }
    }

    private void begin(int seed) {
        random = new Random(seed);
        server = Parts.server(Map.of());
        nowNanos = random.nextLong();
        replies = 0;
        lent.clear();
        carryOut(server.opened(nowNanos));
    }

    private ByteBuffer lines(int count) {
        StringBuilder text = new StringBuilder();
        String end = ENDS[random.nextInt(ENDS.length)];
        for (int i = 0; i < count; i++) {
            text.append(LINES[random.nextInt(LINES.length)]).append(end);
        }
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void something(ByteBuffer bytes) {
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                ByteBuffer piece = bytes.slice();
                piece.limit(Math.min(piece.limit(), 1 + random.nextInt(30)));
                bytes.position(bytes.position() + piece.limit());
                carryOut(server.received(piece, nowNanos));
            }
            case 2, 3 -> answer();
            case 4 -> live();
            default -> pass(random.nextInt(25) * 1_000_000L);
        }
    }

    private void pass(long nanos) {
        nowNanos += nanos;
        carryOut(server.woken(nowNanos));
    }

    private void live() {
        carryOut(server.happened(new Event.LivePicture(1, picture()), nowNanos));
        StationState state = StationState.values()[random.nextInt(4)];
        carryOut(server.happened(new Event.StateChanged(Parts.status(1, state, "a")), nowNanos));
    }

    private void answer() {
        if (!running.isEmpty() && (asked.isEmpty() || random.nextBoolean())) {
            long id = running.remove(random.nextInt(running.size()));
            carryOut(server.happened(
                    random.nextInt(5) == 0 ? new Event.Unsafe(1, id) : new Event.Finished(Parts.ok(id, 1, 1)),
                    nowNanos));
        } else if (!asked.isEmpty()) {
            ServerStep.Ask ask = asked.remove(random.nextInt(asked.size()));
            carryOut(server.replied(ask.ticket(), reply(ask.command()), nowNanos));
        }
    }

    private Reply reply(Command command) {
        if (random.nextInt(6) == 0) {
            return new Reply.Refused(Code.STATION_OFFLINE);
        }
        if (command instanceof Command.Trigger) {
            return accepted();
        }
        if (command instanceof Command.TriggerAll) {
            return new Reply.AllTriggered(
                    List.of(new Reply.StationAnswer(1, accepted()), new Reply.StationAnswer(2, accepted())));
        }
        if (command instanceof Command.FetchPicture) {
            return new Reply.PictureOf(5, picture());
        }
        if (command instanceof Command.Subscribe) {
            return new Reply.Subscribed(List.of(Parts.status(1, StationState.READY, "a")));
        }
        if (command instanceof Command.ResultsSince) {
            return new Reply.Results(List.of(Parts.ok(1, 1, 1), Parts.ng(2, 1, 1)));
        }
        return new Reply.Done();
    }

    private Reply accepted() {
        running.add(++lastId);
        return new Reply.Accepted(lastId, false);
    }

    private Picture picture() {
        LentBlob blob = new LentBlob();
        lent.add(blob);
        return new Picture("jpeg", 4, 2, blob);
    }

    private void carryOut(List<ServerStep> steps) {
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Ask ask) {
                asked.add(ask);
            } else if (step instanceof ServerStep.Send send) {
                String text = new String(send.text(), StandardCharsets.UTF_8);
                replies += text.startsWith("!") || text.startsWith("{\"event\"") ? 0 : 1;
                send.blobs().forEach(Blob::close);
            } else if (step instanceof ServerStep.SendNewest newest) {
                newest.send().blobs().forEach(Blob::close);
            }
        }
    }
}
