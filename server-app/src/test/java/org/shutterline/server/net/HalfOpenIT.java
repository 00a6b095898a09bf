package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.doctor.Doctor;
import org.shutterline.server.doctor.Finding;
import org.shutterline.server.doctor.Round;
import org.shutterline.server.doctor.Trouble;

/** A cable is cut under an open connection. Needs root, for networks of its own. */
@Timeout(60)
final class HalfOpenIT {
    private static final Duration ASKED_FOR = Duration.ofSeconds(4);
    private static final Duration SLOW_MACHINE = Duration.ofSeconds(3);
    private static final int SLOW_LINK_MS = 900;

    private final Doctor doctor = new Doctor(List.of(new TalkativeDialect()));
    private final ScriptedEngine engine = new ScriptedEngine();
    private final Stillness stillness = Stillness.watching();
    private TwoNetworks networks;
    private TriggerServer server;
    private final Map<Long, ClosedBy> closed = new ConcurrentHashMap<>();
    private RawPeer idle;
    private RawPeer owed;

    @BeforeEach
    void plugIn() {
        try {
            networks = TwoNetworks.make();
        } catch (IOException refused) {
            stillness.close();
            abort("skipped: " + refused.getMessage());
        }
    }

    private void connect() throws IOException {
        ListenerSettings settings =
                new ListenerSettings("test", TwoNetworks.SERVER, 0, Options.checked("test", Map.of(), List.of()));
        Surroundings surroundings = new Surroundings(engine, this::passed, stillness, new Bounds(Limits.USUAL));
        server = networks.atServer(() -> TriggerServer.open(settings, new TalkativeDialect(), surroundings));
        idle = networks.atClient(() -> new RawPeer(server.address()));
        owed = networks.atClient(() -> new RawPeer(server.address()));
        assertThat(idle.send("PING\n").line()).isEqualTo("PING,OK");
    }

    @AfterEach
    void close() {
        if (server != null) {
            idle.close();
            owed.close();
            server.close();
        }
        if (networks != null) {
            stillness.close();
            networks.close();
        }
    }

    private void passed(Traffic traffic) {
        synchronized (doctor) {
            doctor.passed(Passed.of(traffic));
        }
        if (traffic.kind() == Traffic.Kind.CLOSED) {
            closed.put(traffic.peer().id(), ClosedBy.valueOf(traffic.text()));
        }
    }

    private List<Finding> findings() {
        synchronized (doctor) {
            return doctor.look(new Round(Instant.now(), server.peers(), Map.of(), List.of()))
                    .findings();
        }
    }

    /** While bytes are on their way to it the system does not ask for a sign of life, so both must be seen. */
    @Test
    void whoIsBehindACutCableIsGivenUpAndNamedWhetherItIsOwedAnAnswerOrIdle() throws IOException {
        connect();
        bothAreGivenUpWhenTheCableIsCut();

        Finding finding = findings().get(0);
        assertThat(finding.trouble()).isEqualTo(Trouble.SILENT);
        assertThat(finding.who()).startsWith("127.74.0.2:");
        assertThat(finding.told()).containsExactly("4.0");
        await().until(() -> server.peers().isEmpty());
    }

    /** The system repeats what is not acknowledged the later, the slower the way is. */
    @Test
    void theSameHoldsOverASlowLink() throws IOException {
        networks.repeatAfter(SLOW_LINK_MS);
        connect();
        bothAreGivenUpWhenTheCableIsCut();
    }

    private void bothAreGivenUpWhenTheCableIsCut() throws IOException {
        engine.finishesAtOnce = false;
        owed.send("T\n");
        await().until(() -> engine.asked.size() == 1);
        long owedId = engine.asked.get(0).peer().id();
        networks.cut();
        Instant cut = Instant.now();
        engine.finish(1);

        await().atMost(ASKED_FOR.plus(SLOW_MACHINE))
                .untilAsserted(() ->
                        assertThat(closed).as("of both, %d is owed", owedId).hasSize(2));
        assertThat(Duration.between(cut, Instant.now())).isGreaterThan(ASKED_FOR.dividedBy(2));
        assertThat(closed)
                .containsKey(owedId)
                .allSatisfy((id, by) -> assertThat(by).isEqualTo(ClosedBy.LOST));
    }
}
