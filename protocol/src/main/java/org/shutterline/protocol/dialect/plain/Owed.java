package org.shutterline.protocol.dialect.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shutterline.protocol.message.Command;

/** A request that has no reply yet. Used by the conversation's thread. */
final class Owed {
    final String echo;
    final boolean tagged;
    final ReplyEnd end;
    /** What the stations were asked for, if they were. */
    Optional<Command> command = Optional.empty();
    /** The result it waits for was begun by someone else's trigger. */
    boolean repeated;
    /** What it waits for, if it triggered all stations. */
    Optional<AllTriggers> all = Optional.empty();

    private Optional<Answer> answer = Optional.empty();
    private final List<Function<Spelling, String>> following = new ArrayList<>(0);

    Owed(String echo, boolean tagged, ReplyEnd end) {
        this.echo = echo;
        this.tagged = tagged;
        this.end = end;
    }

    Optional<Answer> answer() {
        return answer;
    }

    void answer(Answer ready) {
        answer = Optional.of(ready);
    }

    boolean commandIs(Predicate<Command> kind) {
        return command.filter(kind).isPresent();
    }

    /** It waits for a part to be judged. */
    boolean isTrigger() {
        return commandIs(asked -> asked instanceof Command.Trigger || asked instanceof Command.TriggerAll);
    }

    /** The command, if it is of this kind. */
    <C extends Command> Optional<C> commandAs(Class<C> kind) {
        return command.filter(kind::isInstance).map(kind::cast);
    }

    /** Events that must not overtake the reply. */
    void follow(Function<Spelling, String> event) {
        following.add(event);
    }

    List<Function<Spelling, String>> following() {
        return following;
    }
}
