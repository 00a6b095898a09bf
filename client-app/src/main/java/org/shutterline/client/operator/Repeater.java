package org.shutterline.client.operator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Captures every so many ms while it is on; skips the times at which it cannot. On the bench. */
final class Repeater {
    private final Bench bench;
    private final BooleanSupplier ready;
    private final Runnable capture;
    private final Runnable skippedOne;
    private int everyMs;
    private long skipped;
    private Optional<Bench.Alarm> alarm = Optional.empty();

    Repeater(Bench bench, int everyMs, BooleanSupplier ready, Runnable capture, Runnable skippedOne) {
        this.bench = bench;
        this.everyMs = everyMs;
        this.ready = ready;
        this.capture = capture;
        this.skippedOne = skippedOne;
    }

    OperatorState.Repeat state() {
        return new OperatorState.Repeat(alarm.isPresent(), everyMs, skipped);
    }

    void set(boolean on, int newEveryMs) {
        stop();
        everyMs = newEveryMs;
        if (on) {
            skipped = 0;
            beat();
        }
    }

    void stop() {
        alarm.ifPresent(Bench.Alarm::cancel);
        alarm = Optional.empty();
    }

    private void beat() {
        alarm = Optional.of(bench.after(Duration.ofMillis(everyMs), this::beat));
        if (ready.getAsBoolean()) {
            capture.run();
        } else {
            skipped++;
            skippedOne.run();
        }
    }
}
