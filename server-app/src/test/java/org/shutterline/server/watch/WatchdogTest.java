package org.shutterline.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final List<Runnable> handedIn = new ArrayList<>();
    private long now;
    private final Watchdog dog = new Watchdog(() -> now);

    private void passes(int seconds) {
        for (int n = 0; n < seconds; n++) {
            now += 1_000_000_000;
            dog.round();
        }
    }

    private void work() {
        List<Runnable> all = List.copyOf(handedIn);
        handedIn.clear();
        all.forEach(Runnable::run);
    }

    @Test
    void saysNothingOfAThreadThatComesToItsWork() {
        dog.watch("the window", Duration.ofSeconds(5), handedIn::add);
        for (int n = 0; n < 20; n++) {
            passes(1);
            work();
        }
        assertThat(dog.troubles()).isEmpty();
    }

    @Test
    void namesAThreadThatIsStuckUntilItGoesOn() {
        dog.watch("the window", Duration.ofSeconds(5), handedIn::add);
        passes(1);
        work();
        passes(6);
        assertThat(dog.troubles()).isEmpty();
        passes(1);
        assertThat(dog.troubles()).hasSize(1).first().asString().startsWith("the window");
        assertThat(handedIn).as("it is not flooded").hasSize(1);
        work();
        assertThat(dog.troubles()).isEmpty();
    }

    @Test
    void aThreadThatHasEndedIsNoTrouble() {
        dog.watch("the look-up", Duration.ofSeconds(5), task -> {
            throw new RejectedExecutionException();
        });
        passes(20);
        assertThat(dog.troubles()).isEmpty();
    }

    @Test
    void aStackNamesWhereAThreadIs() {
        assertThat(Stacks.all())
                .contains('"' + Thread.currentThread().getName() + '"')
                .contains("aStackNamesWhereAThreadIs");
    }
}
