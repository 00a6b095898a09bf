package org.shutterline.server.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** Something for a conversation. */
@FunctionalInterface
interface Input {
    List<ServerStep> into(ServerConversation conversation, long nowNanos);

    /** What the conversation writes because of it means; empty if that is not known, or the lines say it themselves. */
    default Optional<Meaning> meaning() {
        return Optional.empty();
    }

    /** The peer is told that it could not be done. */
    default Optional<Code> refusal() {
        return Optional.empty();
    }

    /** Who the peer is from now on; empty if this changes nothing in it. */
    default Optional<Login> login() {
        return Optional.empty();
    }

    /** Somebody proved to be this user. */
    record Login(String user, Role role) {}

    /** What the peer may do at most from now on, by one of the listener's own logins; empty if this changes nothing in it. */
    default Optional<Role> ownLogin() {
        return Optional.empty();
    }

    /** The conversation is over and this came too late. */
    default void drop() {}

    /** @param entry what the reply passes on its way in */
    record Replied(long ticket, Command command, Reply reply, UnaryOperator<Reply> entry) implements Input {
        @Override
        public Optional<Meaning> meaning() {
            return Meaning.of(command, reply);
        }

        @Override
        public Optional<Login> login() {
            return reply instanceof Reply.LoggedIn in && command instanceof Command.LogIn asked
                    ? Optional.of(new Login(asked.user(), in.role()))
                    : Optional.empty();
        }

        @Override
        public Optional<Role> ownLogin() {
            return reply instanceof Reply.LoggedIn in && command instanceof Command.LogInHere
                    ? Optional.of(in.role())
                    : Optional.empty();
        }

        @Override
        public List<ServerStep> into(ServerConversation conversation, long nowNanos) {
            return conversation.replied(ticket, entry.apply(reply), nowNanos);
        }

        @Override
        public Optional<Code> refusal() {
            return reply instanceof Reply.Refused refused ? Optional.of(refused.code()) : Optional.empty();
        }

        @Override
        public void drop() {
            if (entry.apply(reply) instanceof Reply.PictureOf of) {
                of.picture().blob().close();
            }
        }
    }

    record Happened(Event event) implements Input {
        @Override
        public Optional<Meaning> meaning() {
            return event instanceof Event.Finished finished
                    ? Optional.of(new Meaning.Judged(finished.result()))
                    : Optional.empty();
        }

        @Override
        public List<ServerStep> into(ServerConversation conversation, long nowNanos) {
            return conversation.happened(event, nowNanos);
        }
    }

    /** The newest live picture of a station at the moment when it is handed in. */
    record Newest(int station, Map<Integer, Event.LivePicture> waiting) implements Input {
        @Override
        public List<ServerStep> into(ServerConversation conversation, long nowNanos) {
            Event.LivePicture live = waiting.remove(station);
            return live == null ? List.of() : conversation.happened(live, nowNanos);
        }

        @Override
        public void drop() {
            Event.LivePicture live = waiting.remove(station);
            if (live != null) {
                live.picture().blob().close();
            }
        }
    }
}
