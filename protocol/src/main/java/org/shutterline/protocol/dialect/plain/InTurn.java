package org.shutterline.protocol.dialect.plain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.Command;

/**
 * Keeps untagged questions back until the deeds before them are answered, so that they tell what those have made of the
 * station. Other commands are done as soon as they are asked for, and hold nothing back. Used by the conversation's thread.
 */
final class InTurn {
    /** What is still being done after it was asked for. */
    private static final Set<Class<? extends Command>> DEEDS = Set.of(
            Command.Trigger.class, Command.TriggerAll.class, Command.ChangeJob.class, Command.SetParameter.class);

    /** What changes nothing. */
    private static final Set<Class<? extends Command>> QUESTIONS = Set.of(
            Command.AskStatus.class,
            Command.LastResult.class,
            Command.FindResult.class,
            Command.ResultsSince.class,
            Command.FetchPicture.class,
            Command.FetchDetail.class,
            Command.AskTimes.class,
            Command.AskHealth.class,
            Command.AskJob.class,
            Command.GetParameter.class);

    /** What changes nothing either, and what no deed changes. */
    private static final Set<Class<? extends Command>> LISTS =
            Set.of(Command.ListJobs.class, Command.ListStations.class);

    /** Deeds, and the questions behind them: the first is a deed. */
    private final Deque<Owed> waiting = new ArrayDeque<>();

    /** Whether a question waits if it is asked now. */
    boolean isBehind(Command command) {
        return !waiting.isEmpty() && QUESTIONS.contains(command.getClass());
    }

    static boolean isDeed(Command command) {
        return DEEDS.contains(command.getClass());
    }

    /** Whether it changes nothing, so that it may as well be asked later. */
    static boolean isLookUp(Command command) {
        return QUESTIONS.contains(command.getClass()) || LISTS.contains(command.getClass());
    }

    /** A deed, or a question that waits for one. */
    void add(Owed owed) {
        waiting.add(owed);
    }

    /** The next question that need not wait any more, once. */
    Optional<Owed> next() {
        while (!waiting.isEmpty() && waiting.peek().commandIs(InTurn::isDeed)) {
            if (waiting.peek().answer().isEmpty()) {
                return Optional.empty();
            }
            waiting.remove();
        }
        return Optional.ofNullable(waiting.poll());
    }
}
