package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EditLeasesTest {
    private static final EditLeases.Editor ANNA = editor("window", "anna", 600);
    private static final EditLeases.Editor PRESS = editor("address 10.0.3.7", "press 4", 60);

    private long now = Long.MAX_VALUE - 1;
    private final EditLeases leases = new EditLeases(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> now);

    private static EditLeases.Editor editor(String key, String who, int idleS) {
        return new EditLeases.Editor(key, who, key, Duration.ofSeconds(idleS));
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void theFirstHasAJobAndTheOtherHearsWhoAndSinceWhen() {
        assertThat(leases.take("plate", ANNA)).isEmpty();
        assertThat(leases.take("plate", PRESS)).contains(new EditLeases.Holder("anna", "window", Instant.EPOCH));
        assertThat(leases.take("cap", PRESS)).as("another job").isEmpty();
        assertThat(leases.other("plate", ANNA.key())).isEmpty();
        assertThat(leases.other("plate", PRESS.key())).isPresent();
    }

    @Test
    void whoeverGoesOnKeepsItAndWhoeverIsIdleDoesNot() {
        leases.take("plate", PRESS);
        pass(59);
        leases.take("plate", PRESS);
        pass(59);
        assertThat(leases.take("plate", ANNA)).isPresent();
        pass(1);
        assertThat(leases.take("plate", ANNA)).isEmpty();
        assertThat(leases.take("plate", PRESS)).isPresent();
    }

    @Test
    void whatIsLetGoIsFreeAndOnlyItsHolderLetsItGo() {
        leases.take("plate", ANNA);
        leases.free("plate", PRESS.key());
        assertThat(leases.take("plate", PRESS)).isPresent();
        leases.free("plate", ANNA.key());
        assertThat(leases.take("plate", PRESS)).isEmpty();
    }

    @Test
    void whoeverHasGoneHasNothing() {
        leases.take("plate", ANNA);
        leases.take("cap", ANNA);
        leases.freeAll(ANNA.key());
        assertThat(leases.take("plate", PRESS)).isEmpty();
        leases.freeAllFrom(PRESS.from());
        assertThat(leases.take("plate", ANNA)).isEmpty();
    }
}
