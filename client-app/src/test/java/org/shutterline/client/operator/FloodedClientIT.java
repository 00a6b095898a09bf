package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.ScriptedServer;
import org.shutterline.client.link.TcpLink;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

/** What a server tells faster than it can be dealt with waits on the wire and not in memory, and all of it is counted. */
@Timeout(120)
class FloodedClientIT {
    private static final int FLOOD = 40_000;
    /** Of 500 bytes each; more than the system keeps of a connection that is not read. */
    private static final long WIRE = 25_000;

    private static final LinkTimes PATIENT =
            new LinkTimes(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final AtomicReference<Optional<OperatorState>> shown = new AtomicReference<>(Optional.empty());
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong before = new AtomicLong();

    @Test
    void whatIsNotDealtWithYetWaitsOnTheWireAndNothingOfItIsLost() throws IOException {
        CountDownLatch busy = new CountDownLatch(1);
        try (ScriptedServer server =
                        new ScriptedServer(FloodedClientIT::station, trigger -> Samples.result(1, Verdict.OK));
                BenchThread bench = new BenchThread(Clock.systemUTC());
                OperatorPresenter presenter = presenter(bench)) {
            presenter.connect(server.address().toString());
            await().until(() -> shown(state -> state.status().isPresent()));
            bench.run(() -> pass(busy));
            Thread flood = new Thread(() -> flood(server), "flood");
            flood.start();

            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(60)).until(this::nothingMoreIsTold);
            assertThat(told).hasValueLessThan(WIRE);
            busy.countDown();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> shown(state -> state.counts().ok() == FLOOD));
            assertThat(told).hasValue(FLOOD);
        } finally {
            busy.countDown();
        }
    }

    private OperatorPresenter presenter(BenchThread bench) {
        return new OperatorPresenter(
                bench,
                (address, language, listener) ->
                        TcpLink.open(address, language.conversations().get(), PATIENT, listener),
                Samples.LANGUAGES,
                new ReconnectDelays(() -> 0),
                () -> "key",
                500,
                state -> shown.set(Optional.of(state)));
    }

    private static Optional<Reply> station(Command command) {
        if (command instanceof Command.ListStations) {
            return Optional.of(new Reply.Stations(List.of(1)));
        }
        if (command instanceof Command.AskStatus) {
            return Optional.of(new Reply.Status(Samples.status(StationState.READY, 0, 0, 0)));
        }
        if (command instanceof Command.ResultsSince) {
            return Optional.of(new Reply.Results(List.of()));
        }
        if (command instanceof Command.Subscribe) {
            return Optional.of(new Reply.Subscribed(List.of()));
        }
        return Optional.of(new Reply.Refused(Code.PICTURE_NOT_KEPT));
    }

    private boolean shown(Predicate<OperatorState> as) {
        return shown.get().filter(as).isPresent();
    }

    private void flood(ScriptedServer server) {
        for (int id = 1; id <= FLOOD; id++) {
            server.tell(new Event.Finished(Samples.result(id, Verdict.OK)));
            told.set(id);
        }
    }

    private boolean nothingMoreIsTold() {
        long now = told.get();
        return now > 0 && before.getAndSet(now) == now;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
