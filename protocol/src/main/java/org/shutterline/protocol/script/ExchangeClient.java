package org.shutterline.protocol.script;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineFramer;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/** The peer's side of a dialect of lines: one request at a time, the next when the one before has its answer. */
public final class ExchangeClient implements ClientConversation {
    private static final int LONGEST = 1 << 20;

    /** What a dialect makes of what is asked, and of lines that nobody asked for. */
    public interface Spelling {
        /** An exchange that has the command done, or a reply if the dialect cannot say it. */
        Said said(Command command);

        /** An exchange that shows a sign of life, answered by Done, or a reply if the dialect has none. */
        Said ping();

        /**
         * A line came that answers nothing.
         *
         * @throws Exchange.NotThisDialect if no server of this dialect says so
         */
        List<ClientStep> unasked(String line) throws Exchange.NotThisDialect;

        /** What lines told that came before the one that ended an answer and were no part of it. */
        default List<ClientStep> toldAside() {
            return List.of();
        }
    }

    /** How a command is said: one of both is there. */
    public record Said(Optional<Exchange> exchange, Optional<Reply> reply) {
        public static Said by(Exchange exchange) {
            return new Said(Optional.of(exchange), Optional.empty());
        }

        public static Said already(Reply reply) {
            return new Said(Optional.empty(), Optional.of(reply));
        }
    }

    private record Asked(long ticket, Exchange exchange) {}

    private final LineRules rules;
    private final Spelling spelling;
    private final LineFramer framer = new LineFramer(LONGEST);
    private final Deque<Asked> asked = new ArrayDeque<>();
    private List<ClientStep> steps = new ArrayList<>();
    private boolean broken;

    public ExchangeClient(LineRules rules, Spelling spelling) {
        this.rules = rules;
        this.spelling = spelling;
    }

    /** These dialects do not say who they are. */
    @Override
    public List<ClientStep> opened(String name, int aliveMs) {
        return List.of();
    }

    @Override
    public List<ClientStep> ask(long ticket, Command command) {
        say(ticket, spelling.said(command));
        return take();
    }

    private void say(long ticket, Said said) {
        said.reply().ifPresent(reply -> steps.add(new ClientStep.Replied(ticket, reply, "")));
        said.exchange().ifPresent(exchange -> enqueue(ticket, exchange));
    }

    @Override
    public List<ClientStep> ping(long ticket) {
        say(ticket, spelling.ping());
        return take();
    }

    @Override
    public List<ClientStep> received(ByteBuffer bytes) {
        if (broken) {
            return List.of();
        }
        framer.add(bytes, 0);
        framer.settle();
        while (!broken && hear()) {
            // until no whole line and no whole block waits
        }
        if (framer.isTooLong()) {
            broken("a line without end");
        }
        return take();
    }

    /** Whether something whole was waiting. */
    private boolean hear() {
        OptionalInt block = asked.isEmpty() || framer.waiting() == 0
                ? OptionalInt.empty()
                : asked.getFirst().exchange().block(framer.peek(Exchange.LONGEST_HEAD));
        if (block.isPresent()) {
            return hear(block.getAsInt());
        }
        Optional<Line> line = framer.next();
        line.ifPresent(this::heard);
        return line.isPresent();
    }

    private boolean hear(int blockBytes) {
        if (blockBytes == 0 || framer.waiting() < blockBytes) {
            return false;
        }
        byte[] block = new byte[blockBytes];
        framer.read(block, 0, blockBytes);
        try {
            answered(asked.getFirst().exchange().heard(block), "");
        } catch (Exchange.NotThisDialect other) {
            broken(other.getMessage());
        }
        return true;
    }

    private void answered(Reply reply, String line) {
        steps.add(new ClientStep.Replied(asked.removeFirst().ticket(), reply, line));
        steps.addAll(spelling.toldAside());
        send();
    }

    private void heard(Line line) {
        if (line.bytes().length == 0 && !rules.emptyLines()) {
            return;
        }
        String text = new String(line.bytes(), rules.charset());
        try {
            if (asked.isEmpty() || !asked.getFirst().exchange().isFor(text)) {
                steps.addAll(spelling.unasked(text));
                return;
            }
            Asked first = asked.getFirst();
            Optional<Reply> reply = first.exchange().heard(text);
            if (reply.isPresent()) {
                answered(reply.get(), text);
            } else {
                first.exchange().more().ifPresent(this::send);
            }
        } catch (Exchange.NotThisDialect other) {
            broken(other.getMessage());
        }
    }

    private void enqueue(long ticket, Exchange exchange) {
        asked.add(new Asked(ticket, exchange));
        if (asked.size() == 1) {
            send();
        }
    }

    private void send() {
        if (!asked.isEmpty()) {
            send(asked.getFirst().exchange().request());
        }
    }

    private void send(String line) {
        steps.add(new ClientStep.Send((line + rules.end()).getBytes(rules.charset())));
    }

    private void broken(String why) {
        broken = true;
        steps.add(new ClientStep.Broken(why));
    }

    private List<ClientStep> take() {
        List<ClientStep> taken = steps;
        steps = new ArrayList<>();
        return taken;
    }
}
