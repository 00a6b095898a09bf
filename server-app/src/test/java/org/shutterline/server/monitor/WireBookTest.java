package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Raw;
import org.shutterline.server.net.Traffic;

/** Which bytes belong to which result. */
final class WireBookTest {
    private static final Peer PLC = ScriptedTraffic.peer(1, "PLC");
    private static final Peer ROBOT = ScriptedTraffic.peer(2, "robot");

    private final WireBook book = new WireBook();

    private void passes(Peer peer, Traffic.Kind kind, String bytes, Optional<Meaning> meaning) {
        Raw raw = Raw.of(bytes.getBytes(StandardCharsets.ISO_8859_1), 0);
        book.add(new Passed(Instant.EPOCH, peer, kind, "", raw, 0, meaning));
    }

    private void comes(Peer peer, String line) {
        passes(peer, Traffic.Kind.IN, line, Optional.empty());
    }

    private void goes(Peer peer, String line) {
        passes(peer, Traffic.Kind.OUT, line, Optional.empty());
    }

    private void isTaken(Peer peer, long id) {
        passes(peer, Traffic.Kind.TAKEN, "", Optional.of(new Meaning.Taken(id)));
    }

    private void isTold(Peer peer, long id, String line) {
        Meaning judged = new Meaning.Judged(Samples.result(id, 1, Verdict.OK, 5));
        passes(peer, Traffic.Kind.OUT, line, Optional.of(judged));
    }

    private String of(long id) {
        StringBuilder all = new StringBuilder();
        for (WirePiece piece : book.of(id)) {
            all.append(piece.received() ? '>' : '<').append(new String(piece.bytes(), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void keepsEachTriggerWithWhatPassedUntilItWasAnswered() {
        comes(PLC, "PING\r");
        goes(PLC, "PING,OK\r");
        comes(PLC, "T1,part=\u00e4\r");
        isTaken(PLC, 7);
        comes(ROBOT, "T2\r");
        isTaken(ROBOT, 8);
        comes(PLC, "S1\r");
        goes(PLC, "S1,OK\r");
        isTold(ROBOT, 8, "T2,OK,8\r");
        isTold(PLC, 7, "T1,OK,7\r");
        comes(PLC, "PING\r");

        assertThat(of(7)).isEqualTo(">T1,part=\u00e4\r>S1\r<S1,OK\r<T1,OK,7\r");
        assertThat(of(8)).isEqualTo(">T2\r<T2,OK,8\r");
        assertThat(of(9)).isEmpty();
    }

    @Test
    void aFirstLineThatIsToldOnlyAfterItWasTakenBelongsToIt() {
        isTaken(PLC, 7);
        comes(PLC, "T1\r");
        isTold(PLC, 7, "T1,OK,7\r");
        assertThat(of(7)).isEqualTo(">T1\r<T1,OK,7\r");
    }

    @Test
    void whereTheAnswerIsNotKnownItEndsBeforeTheNextTrigger() {
        comes(PLC, "T1\r");
        isTaken(PLC, 7);
        goes(PLC, "T1\r");
        goes(PLC, "1\r");
        comes(PLC, "T1\r");
        isTaken(PLC, 8);
        assertThat(of(7)).isEqualTo(">T1\r<T1\r<1\r");
    }

    @Test
    void isBounded() {
        comes(PLC, "T1\r");
        isTaken(PLC, 7);
        for (int i = 0; i < 70; i++) {
            goes(PLC, "x");
        }
        assertThat(book.of(7)).hasSize(64);
        for (int i = 0; i < 2_000; i++) {
            goes(PLC, "y".repeat(20_000));
        }
        assertThat(of(7)).as("its bytes have gone").isEmpty();
        comes(PLC, "T1\r");
        isTaken(PLC, 9);
        goes(PLC, "z".repeat(20_000));
        assertThat(book.of(9)).last().satisfies(piece -> {
            assertThat(piece.bytes()).hasSize(16_384);
            assertThat(piece.further()).isEqualTo(3_616);
        });
    }
}
