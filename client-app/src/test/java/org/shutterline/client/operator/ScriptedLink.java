package org.shutterline.client.operator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shutterline.client.language.Language;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Link;
import org.shutterline.client.link.LinkListener;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;

/** The server's end of every connection of a presenter, played by the test. */
public final class ScriptedLink implements LinkOpener {
    private final List<Address> opened = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Command> everAsked = new ArrayList<>();
    private LinkListener listener;

    private record Waiting(Command command, Asked asked) {}

    @Override
    public Link open(Address address, Language language, LinkListener newListener) {
        opened.add(address);
        listener = newListener;
        return new Link() {
            @Override
            public void ask(Command command, Asked asked) {
                everAsked.add(command);
                waiting.add(new Waiting(command, asked));
            }

            @Override
            public void close() {
                loseAll(new Trouble(Trouble.Kind.ENDED, "closed here"));
            }
        };
    }

    public void answersFirst() {
        listener.opened();
    }

    public void admits(Role role) {
        listener.admitted(role);
    }

    public void isTrustedFirst(String fingerprint) {
        listener.firstTrusted(fingerprint);
    }

    public void roundTrip(double ms) {
        listener.roundTrip(ms);
    }

    public void tells(Event event) {
        listener.happened(event);
    }

    public void breaks(Trouble.Kind kind) {
        Trouble trouble = new Trouble(kind, "as scripted");
        loseAll(trouble);
        listener.closed(trouble);
    }

    private void loseAll(Trouble trouble) {
        List<Waiting> lost = List.copyOf(waiting);
        waiting.clear();
        lost.forEach(it -> it.asked().lost(trouble));
    }

    /** Answers the oldest waiting command of this type. */
    public void replies(Class<? extends Command> type, Reply reply) {
        for (Iterator<Waiting> it = waiting.iterator(); it.hasNext(); ) {
            Waiting candidate = it.next();
            if (type.isInstance(candidate.command())) {
                it.remove();
                candidate.asked().replied(reply, "as scripted");
                return;
            }
        }
        throw new AssertionError("nobody asked " + type.getSimpleName() + ", only " + waiting);
    }

    /** Answers everything that waits by what the given server says to it; nothing where it says nothing. */
    public boolean repliesAll(Function<Command, Optional<Reply>> served) {
        boolean any = false;
        for (Waiting candidate : List.copyOf(waiting)) {
            Optional<Reply> reply = served.apply(candidate.command());
            if (reply.isPresent() && waiting.remove(candidate)) {
                candidate.asked().replied(reply.get(), "as scripted");
                any = true;
            }
        }
        return any;
    }

    public boolean waits(Class<? extends Command> type) {
        return waiting.stream().anyMatch(it -> type.isInstance(it.command()));
    }

    /** All commands of this type that were ever asked, oldest first. */
    public <C extends Command> List<C> asked(Class<C> type) {
        return everAsked.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Address> opened() {
        return opened;
    }
}
