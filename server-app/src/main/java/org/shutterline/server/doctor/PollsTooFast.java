package org.shutterline.server.doctor;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.shutterline.protocol.message.Command;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/** A connection asks more than 50 times in a second for other things than triggers, and again in the next. */
final class PollsTooFast implements Rule {
    private static final int MOST_IN_A_SECOND = 50;

    private final Map<Long, Second> seconds = new HashMap<>();

    private static final class Second {
        private Instant begin;
        private int asked;
        private boolean fastBefore;

        private Second(Instant begin) {
            this.begin = begin;
        }
    }

    @Override
    public void passed(Passed passed, Casebook book) {
        long peer = passed.peer().id();
        if (passed.kind() == Traffic.Kind.CLOSED) {
            seconds.remove(peer);
        } else if (passed.kind() == Traffic.Kind.IN) {
            Second second = seconds.computeIfAbsent(peer, id -> new Second(passed.at()));
            next(second, passed, book);
            second.asked++;
        } else if (isTrigger(passed) && seconds.containsKey(peer)) {
            seconds.get(peer).asked--;
        }
    }

    private static void next(Second second, Passed passed, Casebook book) {
        if (passed.at().isBefore(second.begin.plusSeconds(1))) {
            return;
        }
        boolean fast = second.asked > MOST_IN_A_SECOND && passed.at().isBefore(second.begin.plusSeconds(2));
        if (fast && second.fastBefore) {
            Client client = Client.of(passed.peer());
            book.sign(
                    new Casebook.Key(Trouble.POLLING, client.id()),
                    passed.at(),
                    client,
                    Integer.toString(second.asked));
        }
        second.begin = passed.at();
        second.asked = 0;
        second.fastBefore = fast;
    }

    private static boolean isTrigger(Passed passed) {
        return passed.kind() == Traffic.Kind.ASKED
                && passed.meaning().orElse(null) instanceof Meaning.Wanted wanted
                && (wanted.command() instanceof Command.Trigger || wanted.command() instanceof Command.TriggerAll);
    }
}
