package org.shutterline.server.listeners;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.shutterline.protocol.line.AnyText;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.AsFields;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/**
 * Both sides of a dialect talk to each other without a socket: the peer triggers, and what it gets for its result is a result
 * that is there already. So a preview is what would go over the wire, and nothing that only looks like it.
 */
final class PlayedTrigger {
    private static final int MOST_STEPS = 1_000;
    private static final int MOST_WAKES = 100;

    private final InspectionResult result;
    private final ServerConversation server;
    private final ClientConversation client;
    private final Deque<ServerStep> toDo = new ArrayDeque<>();
    private final List<PreviewLine> lines = new ArrayList<>();
    private boolean triggered;
    private long nowNanos;
    private long tickets;
    private int steps;

    private PlayedTrigger(Dialect dialect, Options options, Role role, InspectionResult result) {
        this.result = result;
        this.server = dialect.server(options, role);
        this.client = dialect.client(AsFields.of(dialect, "preview", options.written()));
    }

    /**
     * What passes from the trigger to the last that is told of its result. Where the peer may not trigger it is what is told
     * unasked, else the answer to the question for the last result; empty if a peer is told nothing.
     *
     * @param options of the dialect, checked
     * @param role what the peer may do
     * @throws BadSetting if the options contradict each other
     */
    static List<PreviewLine> lines(Dialect dialect, Options options, Role role, InspectionResult result) {
        PlayedTrigger played = new PlayedTrigger(dialect, options, role, result);
        played.server(played.server.opened(0));
        played.client(played.client.opened("preview", 0));
        played.settle();
        played.ask(new Command.Trigger(result.station(), TriggerRequest.PLAIN));
        if (!played.triggered) {
            played.lines.clear();
            played.finish();
        }
        if (played.lines.isEmpty()) {
            played.ask(new Command.LastResult(result.station()));
        }
        played.server.closed();
        return List.copyOf(played.lines);
    }

    private void ask(Command command) {
        client(client.ask(++tickets, command));
        settle();
    }

    private void finish() {
        server(server.happened(new Event.Finished(result), nowNanos));
        settle();
    }

    /** Carries out all there is to do, and lets the time pass that a write gap needs. */
    private void settle() {
        carryOut();
        OptionalLong due = server.wakeAt();
        for (int wakes = 0; due.isPresent() && wakes < MOST_WAKES; wakes++) {
            nowNanos = Math.max(nowNanos, due.getAsLong());
            server(server.woken(nowNanos));
            carryOut();
            due = server.wakeAt();
        }
    }

    private void carryOut() {
        for (ServerStep step = toDo.poll(); step != null && steps < MOST_STEPS; step = toDo.poll()) {
            steps++;
            if (step instanceof ServerStep.Send send) {
                said(send.text(), false);
                client(client.received(ByteBuffer.wrap(send.text())));
            } else if (step instanceof ServerStep.Ask ask) {
                answer(ask);
            }
        }
    }

    private void answer(ServerStep.Ask ask) {
        boolean trigger = ask.command() instanceof Command.Trigger;
        if (trigger) {
            begin();
        }
        List<ServerStep> next = server.replied(ask.ticket(), reply(ask.command()), nowNanos);
        for (int i = next.size() - 1; i >= 0; i--) {
            toDo.addFirst(next.get(i));
        }
        if (trigger) {
            carryOut();
            finish();
        }
    }

    /** What led to the trigger, such as a login, is no part of it, but for the line that asks for it. */
    private void begin() {
        triggered = true;
        int from = lines.size();
        while (from > 0 && !lines.get(from - 1).in()) {
            from--;
        }
        lines.subList(0, Math.max(0, from - 1)).clear();
    }

    private Reply reply(Command command) {
        if (command instanceof Command.LogInHere login) {
            return login.verdict();
        }
        if (command instanceof Command.Trigger) {
            return new Reply.Accepted(result.id(), false);
        }
        if (command instanceof Command.LastResult || command instanceof Command.FindResult) {
            return new Reply.Found(result);
        }
        if (command instanceof Command.AskStatus) {
            return new Reply.Status(
                    new StationStatus(result.station(), StationState.READY, result.job(), result.id(), 0, 0, 0, 0, ""));
        }
        return new Reply.Refused(Code.UNKNOWN_COMMAND);
    }

    private void server(List<ServerStep> wanted) {
        toDo.addAll(wanted);
    }

    private void client(List<ClientStep> wanted) {
        for (ClientStep step : wanted) {
            if (step instanceof ClientStep.Send send) {
                said(send.bytes(), true);
                server(server.received(ByteBuffer.wrap(send.bytes()), nowNanos));
            }
        }
    }

    private void said(byte[] bytes, boolean in) {
        lines.add(new PreviewLine(in, AnyText.of(bytes)));
    }
}
