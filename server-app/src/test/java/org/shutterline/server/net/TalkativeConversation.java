package org.shutterline.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/**
 * Lines end in LF and are answered as soon as there is an answer. {@code PING}; {@code T}; {@code ASK}: asks, then says
 * {@code after}; {@code IMAGE}; {@code LIVE}; {@code OFF}; {@code BIG,n}: n bytes; {@code LATE}: answered by the clock;
 * {@code HOLD}: reads no more until a trigger is answered; {@code NAME,x}; {@code BYE}; {@code GONE}; {@code DIE}.
 */
final class TalkativeConversation implements ServerConversation {
    /** The id of a result that every peer is told. */
    static final long TOLD_TO_ALL = -1;

    private final StringBuilder line = new StringBuilder();
    private final Map<Long, String> asked = new HashMap<>();
    private final Set<Long> running = new HashSet<>();
    private final List<ServerStep> steps = new ArrayList<>();
    private long ticket;
    private boolean ended;
    private OptionalLong wakeAt = OptionalLong.empty();

    @Override
    public List<ServerStep> opened(long nowNanos) {
        return List.of();
    }

    @Override
    public List<ServerStep> received(ByteBuffer bytes, long nowNanos) {
        while (bytes.hasRemaining()) {
            char next = (char) bytes.get();
            if (next == '\n') {
                read(line.toString(), nowNanos);
                line.setLength(0);
            } else {
                line.append(next);
            }
        }
        return taken();
    }

    @Override
    public List<ServerStep> ended(long nowNanos) {
        ended = true;
        return taken();
    }

    @Override
    public List<ServerStep> replied(long of, Reply reply, long nowNanos) {
        String what = asked.remove(of);
        if (reply instanceof Reply.Accepted accepted) {
            running.add(accepted.id());
        } else if (reply instanceof Reply.PictureOf picture) {
            say(
                    "IMAGE," + picture.picture().blob().bytes().remaining(),
                    List.of(picture.picture().blob()));
        } else if (reply instanceof Reply.Refused refused) {
            say("ER," + what + "," + refused.code().digits(), List.of());
        } else {
            say(what + ",OK", List.of());
        }
        return taken();
    }

    @Override
    public List<ServerStep> happened(Event event, long nowNanos) {
        if (event instanceof Event.Finished finished && finished.result().id() == TOLD_TO_ALL) {
            say("!ALL", List.of());
        } else if (event instanceof Event.Finished finished
                && running.remove(finished.result().id())) {
            say("T,OK," + finished.result().id(), List.of());
            steps.add(new ServerStep.ResumeReading());
        } else if (event instanceof Event.LivePicture live) {
            int length = live.picture().blob().bytes().remaining();
            steps.add(new ServerStep.SendNewest(
                    live.station(),
                    new ServerStep.Send(
                            text("!FRAME," + live.picture().width() + "," + length),
                            List.of(live.picture().blob()))));
        }
        return taken();
    }

    @Override
    public List<ServerStep> woken(long nowNanos) {
        if (wakeAt.isPresent() && wakeAt.getAsLong() - nowNanos <= 0) {
            wakeAt = OptionalLong.empty();
            say("LATE,OK", List.of());
        }
        return taken();
    }

    @Override
    public OptionalLong wakeAt() {
        return wakeAt;
    }

    private void read(String request, long nowNanos) {
        steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_READ, request));
        String[] parts = request.split(",");
        switch (parts[0]) {
            case "PING" -> say("PING,OK", List.of());
            case "T" -> ask(request, new Command.Trigger(1, TriggerRequest.PLAIN));
            case "ASK" -> {
                ask(request, new Command.AskStatus(1));
                say("after", List.of());
            }
            case "IMAGE" -> ask(request, new Command.FetchPicture(1, PictureFormat.RAW, PictureView.SOURCE));
            case "LIVE" -> ask(request, new Command.StartLive(1, 10));
            case "OFF" -> {
                steps.add(new ServerStep.DropNewest(1));
                say("OFF,OK", List.of());
            }
            case "BIG" -> say("B".repeat(Integer.parseInt(parts[1])), List.of());
            case "LATE" -> wakeAt = OptionalLong.of(nowNanos + 20_000_000);
            case "HOLD" -> steps.add(new ServerStep.PauseReading());
            case "NAME" -> steps.add(new ServerStep.Named(parts[1]));
            case "BYE" -> {
                say("BYE,OK", List.of());
                steps.add(new ServerStep.Close(1000));
            }
            case "GONE" -> steps.add(new ServerStep.CloseAtOnce());
            default -> throw new IllegalStateException("a mistake in the dialect: " + request);
        }
    }

    private void ask(String request, Command command) {
        asked.put(++ticket, request);
        steps.add(new ServerStep.Ask(ticket, command));
    }

    private void say(String text, List<org.shutterline.protocol.message.Blob> blobs) {
        steps.add(new ServerStep.Send(text(text), blobs));
    }

    private static byte[] text(String line) {
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private List<ServerStep> taken() {
        if (ended && asked.isEmpty() && running.isEmpty()) {
            steps.add(new ServerStep.Close(0));
        }
        List<ServerStep> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }
}
