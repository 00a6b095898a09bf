package org.shutterline.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.settings.Plugins;

class TerminalPresenterTest {
    private final HandCrankedBench bench = new HandCrankedBench(Instant.EPOCH);
    private final List<String> written = new ArrayList<>();
    private final List<String> dialled = new ArrayList<>();
    private Optional<IOException> refusal = Optional.empty();
    private Optional<TerminalLink.Listener> peer = Optional.empty();
    private boolean open;
    private Optional<TerminalState> shown = Optional.empty();
    private final TerminalPresenter presenter = new TerminalPresenter(
            Plugins.installed().dialects().all(),
            () -> List.of(plate("plain", 7501), plate("keyence-xg", 8500)),
            this::connect,
            bench,
            state -> shown = Optional.of(state));

    private static ListenerPlate plate(String dialect, int port) {
        Options options = Options.checked(
                "test",
                Map.of(),
                Plugins.installed().dialects().find(dialect, "test").settings());
        return new ListenerPlate(dialect, options, new InetSocketAddress("127.0.0.1", port), Role.OPERATE, true);
    }

    private TerminalLink connect(String host, int port, TerminalLink.Listener listener) throws IOException {
        dialled.add(host + ":" + port);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        peer = Optional.of(listener);
        open = true;
        return new TerminalLink() {
            @Override
            public void send(List<byte[]> pieces, int pauseMs) {
                pieces.forEach(piece -> written.add(new String(piece, StandardCharsets.ISO_8859_1)));
            }

            @Override
            public void close() {
                open = false;
            }
        };
    }

    @BeforeEach
    void start() {
        presenter.start();
        bench.settle();
    }

    private TerminalState state() {
        bench.settle();
        return shown.orElseThrow();
    }

    private TerminalNote.Kind note() {
        return state().note().map(TerminalNote::kind).orElseThrow();
    }

    private void comes(String bytes) throws InterruptedException {
        peer.orElseThrow().received(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void beginsAtOurOwnListenerAndFollowsTheDialect() {
        assertThat(state().dialect()).isEqualTo("plain");
        assertThat(state().address()).isEqualTo("127.0.0.1:7501");
        presenter.speak("keyence-xg");
        assertThat(state().address()).isEqualTo("127.0.0.1:8500");
        presenter.speak("omron");
        assertThat(state().address()).isEmpty();
    }

    @Test
    void anAddressThatWasTypedStaysInAnotherDialect() {
        presenter.address("10.0.3.20:8500");
        presenter.speak("omron");
        assertThat(state().address()).isEqualTo("10.0.3.20:8500");
        presenter.send("MEASURE");
        bench.settle();
        assertThat(dialled).containsExactly("10.0.3.20:8500");
    }

    @Test
    void sendsWithTheDialectsEndAndShowsTheAnswerWithItsMeaning() throws InterruptedException {
        presenter.speak("keyence-xg");
        presenter.send("T1");
        bench.settle();
        comes("T1\r");
        comes("+00005.020,1\r");
        assertThat(written).containsExactly("T1\r");
        assertThat(state().connection()).isEqualTo(TerminalState.Connection.OPEN);
        assertThat(state().rows()).extracting(TerminalRow::text).containsExactly("T1\r", "T1\r", "+00005.020,1\r");
        assertThat(state().rows().get(2).meaning().orElseThrow()).isInstanceOf(Meaning.Judged.class);
    }

    @Test
    void anEndOfChoiceAndEscapesAreSent() {
        presenter.end(End.NONE);
        presenter.send("T1");
        presenter.end(End.CRLF);
        presenter.send("\\x02S1");
        bench.settle();
        assertThat(written).containsExactly("T1", "\u0002S1\r\n");
    }

    @Test
    void cutsAsChosen() {
        presenter.end(End.CR);
        presenter.cut(Cut.BYTES);
        presenter.send("T1");
        presenter.cut(Cut.HALVES);
        presenter.send("PING");
        bench.settle();
        assertThat(written).containsExactly("T", "1", "\r", "PI", "NG\r");
    }

    @Test
    void whatCannotBeSentIsSaidAndNothingIsSent() {
        presenter.send("T1\\q");
        assertThat(note()).isEqualTo(TerminalNote.Kind.BAD_ESCAPE);
        presenter.end(End.NONE);
        presenter.send("");
        assertThat(note()).isEqualTo(TerminalNote.Kind.NOTHING);
        presenter.address("press 4");
        presenter.send("T1");
        assertThat(note()).isEqualTo(TerminalNote.Kind.BAD_ADDRESS);
        assertThat(dialled).isEmpty();
    }

    @Test
    void aConnectionThatCannotBeHadIsToldInWords() {
        refusal = Optional.of(new ConnectException("Connection refused"));
        presenter.send("T1");
        assertThat(note()).isEqualTo(TerminalNote.Kind.REFUSED);
        refusal = Optional.of(new SocketTimeoutException("Connect timed out"));
        presenter.send("T1");
        assertThat(note()).isEqualTo(TerminalNote.Kind.NO_ANSWER);
        refusal = Optional.of(new UnknownHostException("press-4"));
        presenter.send("T1");
        assertThat(note()).isEqualTo(TerminalNote.Kind.UNKNOWN_HOST);
        assertThat(state().connection()).isEqualTo(TerminalState.Connection.CLOSED);
        assertThat(state().rows()).isEmpty();
    }

    @Test
    void aConnectionThatEndsIsToldAndTheNextLineConnectsAgain() {
        presenter.send("T1");
        bench.settle();
        peer.orElseThrow().ended(new TerminalNote(TerminalNote.Kind.CLOSED, ""));
        assertThat(note()).isEqualTo(TerminalNote.Kind.CLOSED);
        assertThat(state().connection()).isEqualTo(TerminalState.Connection.CLOSED);
        presenter.send("S1");
        assertThat(state().note()).isEmpty();
        assertThat(dialled).hasSize(2);
    }

    @Test
    void anotherAddressEndsTheConnectionAndSoDoesTheEndOfTheWindow() {
        presenter.send("T1");
        bench.settle();
        assertThat(open).isTrue();
        presenter.address("127.0.0.1:7502");
        bench.settle();
        assertThat(open).isFalse();
        presenter.send("T1");
        bench.settle();
        presenter.stop();
        bench.settle();
        assertThat(open).isFalse();
    }

    @Test
    void moreThanSixteenLinesDoNotWait() {
        for (int i = 0; i < 17; i++) {
            presenter.send("T1");
        }
        assertThat(note()).isEqualTo(TerminalNote.Kind.STILL_SENDING);
        assertThat(written).hasSize(16);
    }
}
