package org.shutterline.server.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Bounds;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Entrance;
import org.shutterline.server.net.Limits;
import org.shutterline.server.net.ListenerSettings;
import org.shutterline.server.net.OneTooMany;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Stillness;
import org.shutterline.server.net.Surroundings;
import org.shutterline.server.net.TrafficRelay;
import org.shutterline.server.net.TriggerServer;

/** A rude PLC at the real listener, in every dialect. */
@Timeout(60)
class PlcRudeIT {
    private static final int CYCLES = 50;

    private final Stillness stillness = Stillness.watching();
    private final Inspecting engine = new Inspecting();

    /** What was told to the PLC, with the time at which it had sent the trigger. */
    private record Told(long sentNanos, long toldNanos, long id) {}

    @AfterEach
    void close() {
        engine.thread.shutdownNow();
        stillness.close();
    }

    /** The cells of a sensor are those of its last result, whoever triggered it: two masters read each other's. */
    private static Set<Habit> habits(String dialect) {
        return dialect.equals("insight")
                ? EnumSet.complementOf(EnumSet.of(Habit.IGNORE_BUSY))
                : EnumSet.allOf(Habit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "insight", "omron", "custom"})
    void noResultIsTakenForAnothersAndAllAddsUp(String dialect) throws Exception {
        List<Told> told = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        try (TriggerServer server = open(dialect)) {
            PlcCounts counts = run(dialect, server.address(), habits(dialect), told, troubles);

            assertThat(counts.addUp()).as(counts.toString()).isTrue();
            assertThat(counts.isClean()).as("%s %s", counts, troubles).isTrue();
            for (Count happened : List.of(Count.ABANDONED, Count.UNENDED, Count.PROGRAMS)) {
                assertThat(counts.of(happened)).as(happened.name()).isPositive();
            }
            assertThat(told).hasSizeGreaterThan(CYCLES / 2);
            Set<Long> seen = new HashSet<>();
            for (Told one : told) {
                assertThat(seen.add(one.id())).as("told twice: %s", one).isTrue();
                assertThat(engine.acceptedNanos.get(one.id()))
                        .as("a result of the trigger that was sent, and of no earlier one: %s", one)
                        .isBetween(one.sentNanos(), one.toldNanos());
            }
            politeAgain(dialect, server.address());
        }
    }

    /** The server is as it was before. */
    private void politeAgain(String dialect, InetSocketAddress address) throws InterruptedException {
        List<Told> told = new ArrayList<>();
        PlcCounts counts = run(dialect, address, Set.of(), told, new ArrayList<>());
        assertThat(counts.of(Count.OK) + counts.of(Count.NG)).isEqualTo(CYCLES);
    }

    private static PlcCounts run(
            String dialect, InetSocketAddress address, Set<Habit> habits, List<Told> told, List<String> troubles)
            throws InterruptedException {
        PlcSettings settings = new PlcSettings(
                1,
                CYCLES,
                Duration.ofSeconds(30),
                500,
                20,
                habits,
                List.of("plate", "bright"),
                10,
                Duration.ofSeconds(10),
                Duration.ofMillis(50),
                1);
        PlcListener listener = new PlcListener() {
            @Override
            public void judged(long sentNanos, InspectionResult result) {
                // of all that is told, the value alone names the part in every dialect
                told.add(new Told(sentNanos, System.nanoTime(), number(result)));
            }

            @Override
            public void trouble(String why) {
                troubles.add(why);
            }
        };
        return new PlcRun(settings, Vendors.language(dialect), address, () -> false, listener).run();
    }

    private static long number(InspectionResult result) {
        Value value = result.values().get(0).value();
        return Math.round(
                value instanceof Value.Decimal decimal
                        ? decimal.number()
                        : Double.parseDouble(((Value.Text) value).text()));
    }

    private TriggerServer open(String id) throws IOException {
        Dialect dialect = Vendors.DIALECTS.find(id, "test");
        Options options = Options.checked("test", Vendors.settings(id), dialect.settings());
        ListenerSettings settings = new ListenerSettings(
                "test", "127.0.0.1", 0, options, Entrance.here(Role.ADMIN), 64, OneTooMany.REFUSE_NEW);
        return TriggerServer.open(
                settings,
                dialect,
                new Surroundings(engine, new TrafficRelay(traffic -> {}), stillness, new Bounds(Limits.USUAL)));
    }

    /** Inspects one part at a time, for some ms. */
    private static final class Inspecting implements Engine {
        private static final long INSPECTION_MS = 3;

        final Map<Long, Long> acceptedNanos = new ConcurrentHashMap<>();
        final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final PlayedStation station = new PlayedStation();
        private final Map<Long, Consumer<Event>> listeners = new ConcurrentHashMap<>();

        @Override
        public void ask(Asked asked, Consumer<Reply> reply) {
            synchronized (station) {
                Reply said = station.reply(asked.command());
                if (said instanceof Reply.Accepted accepted) {
                    acceptedNanos.put(accepted.id(), System.nanoTime());
                    thread.schedule(() -> finish(accepted.id()), INSPECTION_MS, TimeUnit.MILLISECONDS);
                }
                reply.accept(said);
            }
        }

        private void finish(long id) {
            synchronized (station) {
                InspectionResult result = station.finish(id);
                listeners.values().forEach(events -> events.accept(new Event.Finished(result)));
            }
        }

        @Override
        public Registration listen(Peer peer, Consumer<Event> events) {
            listeners.put(peer.id(), events);
            return () -> listeners.remove(peer.id());
        }
    }
}
