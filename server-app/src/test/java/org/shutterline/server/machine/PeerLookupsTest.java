package org.shutterline.server.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;

class PeerLookupsTest {
    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Lookups shared = (answer, reply) -> pool.add(() -> reply.accept(answer.get()));
    private final PeerLookups greedy = new PeerLookups(shared);
    private final PeerLookups polite = new PeerLookups(shared);

    private void ask(PeerLookups peer, String name) {
        peer.read(
                Reply.Done::new, reply -> told.add(reply instanceof Reply.Refused no ? name + " " + no.code() : name));
    }

    private void work(int lookups) {
        for (int n = 0; n < lookups; n++) {
            pool.remove().run();
        }
    }

    @Test
    void whoAsksForMuchKeepsTheOthersWaitingForOneLookUp() {
        for (int n = 1; n <= 100; n++) {
            ask(greedy, "greedy " + n);
        }
        ask(polite, "polite");
        work(2);
        assertThat(told).containsExactly("greedy 1", "polite");
        work(99);
        assertThat(told).hasSize(101).endsWith("greedy 99", "greedy 100");
        assertThat(pool).isEmpty();
    }

    @Test
    void goesOnWhenWhoeverAskedBreaks() {
        greedy.read(Reply.Done::new, reply -> {
            throw new IllegalStateException("meant to be");
        });
        ask(greedy, "next");
        assertThat(catchThrowable(() -> work(1))).hasMessage("meant to be");
        work(1);
        assertThat(told).containsExactly("next");
    }

    @Test
    void refusesWhatNobodyWaitsForAnyMore() {
        ask(greedy, "running");
        ask(greedy, "waiting");
        greedy.close();
        ask(greedy, "late");
        assertThat(told).containsExactly("waiting " + Code.NO_SUCH_RESULT, "late " + Code.NO_SUCH_RESULT);
        work(1);
        assertThat(told).endsWith("running");
        assertThat(pool).isEmpty();
    }
}
