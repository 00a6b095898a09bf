package org.shutterline.server.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.plugin.BadSetting;

/** One run of a PLC: cycle after cycle at its rate, to its bound. Used by one thread, which waits here. */
public final class PlcRun {
    private static final int RUDE_EVERY = 3;

    private final PlcSettings settings;
    private final PlcClock clock;
    private final BooleanSupplier stopped;
    private final PlcListener listener;
    private final PlcTally tally = new PlcTally();
    private final PlcCycle cycle;
    private final List<Habit> habits;
    private final Random dice;

    /**
     * @param stopped whether a person wants it to end
     * @throws BadSetting if the station cannot be triggered in this language
     */
    public PlcRun(
            PlcSettings settings,
            PlcLanguage language,
            InetSocketAddress address,
            BooleanSupplier stopped,
            PlcListener listener) {
        this(settings, language, () -> SocketWire.open(address), new RealClock(stopped), stopped, listener);
    }

    PlcRun(
            PlcSettings settings,
            PlcLanguage language,
            Wire.Opener opener,
            PlcClock clock,
            BooleanSupplier stopped,
            PlcListener listener) {
        language.checkTrigger(settings.station());
        this.settings = settings;
        this.clock = clock;
        this.stopped = stopped;
        this.listener = listener;
        this.dice = new Random(settings.seed());
        this.habits = new ArrayList<>(settings.habits().isEmpty() ? List.of() : EnumSet.copyOf(settings.habits()));
        this.cycle = new PlcCycle(settings, language, opener, clock, tally, listener);
    }

    /** Runs to the end; the connections are closed then. */
    public PlcCounts run() throws InterruptedException {
        long periodNanos = Math.round(1e9 / settings.cyclesPerSecond());
        long beganNanos = clock.nanos();
        long dueNanos = beganNanos;
        try {
            for (int number = 1; number <= settings.cycles() && goesOn(beganNanos); number++) {
                clock.rest(Duration.ofNanos(Math.max(0, dueNanos + jitterNanos(periodNanos) - clock.nanos())));
                if (!goesOn(beganNanos)) {
                    break;
                }
                cycle.run(number, habitOf(number));
                listener.counted(tally.counts());
                // who is late is not in a hurry: no burst makes up for it
                dueNanos = Math.max(dueNanos + periodNanos, clock.nanos());
            }
        } finally {
            cycle.end();
        }
        return tally.counts();
    }

    private boolean goesOn(long beganNanos) {
        return !stopped.getAsBoolean()
                && clock.nanos() - beganNanos < settings.longest().toNanos();
    }

    private long jitterNanos(long periodNanos) {
        return Math.round(periodNanos * settings.jitterPercent() / 100.0 * (2 * dice.nextDouble() - 1));
    }

    private Optional<Habit> habitOf(int number) {
        boolean rude = !habits.isEmpty() && number % RUDE_EVERY == 0;
        return rude ? Optional.of(habits.get(number / RUDE_EVERY % habits.size())) : Optional.empty();
    }

    /** Rests are cut short when a person wants the run to end. */
    private record RealClock(BooleanSupplier stopped) implements PlcClock {
        private static final long LOOK_MS = 50;

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void rest(Duration time) throws InterruptedException {
            long untilNanos = System.nanoTime() + time.toNanos();
            for (long left = time.toNanos();
                    left > 0 && !stopped.getAsBoolean();
                    left = untilNanos - System.nanoTime()) {
                java.util.concurrent.TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK_MS * 1_000_000));
            }
        }
    }
}
