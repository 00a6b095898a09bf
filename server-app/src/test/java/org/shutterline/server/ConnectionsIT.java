package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.server.doctor.Checkup;
import org.shutterline.server.doctor.Finding;
import org.shutterline.server.doctor.Trouble;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.TrafficRelay;
import org.shutterline.server.terminal.Cut;
import org.shutterline.server.terminal.End;
import org.shutterline.server.terminal.SocketLink;
import org.shutterline.server.terminal.TerminalNote;
import org.shutterline.server.terminal.TerminalPresenter;
import org.shutterline.server.terminal.TerminalRow;
import org.shutterline.server.terminal.TerminalState;

/** The doctor and the terminal at the real listeners of a real server. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsIT {
    private static final String LISTENERS = """
            listeners:
              - dialect: plain
                port: 0
              - dialect: keyence-xg
                port: 0
              - {dialect: plain, port: 0, maxConnections: 1}
              - dialect: plain
                port: 0

            """;

    private Path data;

    private final AtomicReference<MonitorState> shown = new AtomicReference<>();
    private final AtomicReference<TerminalState> talk = new AtomicReference<>();
    private final List<BarePeer> peers = new ArrayList<>();
    private BenchThread bench;
    private TrafficRelay relay;
    private Server server;
    private MonitorPresenter monitor;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        Wishes wishes = new Wishes(data, Optional.empty(), false, Optional.empty(), false);
        Demo.fill(wishes);
        String demo = Files.readString(wishes.settingsFile());
        Files.writeString(wishes.settingsFile(), LISTENERS + demo.substring(demo.indexOf("stations:")));
        TrafficRing ring = new TrafficRing();
        relay = new TrafficRelay(ring);
        server = Server.start(wishes, relay);
        bench = new BenchThread("monitor", Clock.systemUTC());
        monitor = new MonitorPresenter(server.desk().plant(), ring, new LogRing(), Optional.empty(), bench, shown::set);
        monitor.start();
        await().until(() -> shown.get() != null);
    }

    @AfterAll
    void stop() {
        peers.forEach(BarePeer::close);
        monitor.stop();
        bench.close();
        server.close();
        relay.close();
    }

    private InetSocketAddress listener(int index) {
        return List.copyOf(server.listeners()).get(index).address();
    }

    private BarePeer peer(int listener) {
        BarePeer peer = new BarePeer(listener(listener));
        peers.add(peer);
        return peer;
    }

    private Checkup checkup() {
        return shown.get().doctor().checkup();
    }

    private Finding finds(Trouble trouble) {
        await().alias(trouble.name())
                .untilAsserted(() -> assertThat(checkup().findings())
                        .extracting(Finding::trouble)
                        .contains(trouble));
        return checkup().findings().stream()
                .filter(finding -> finding.trouble() == trouble)
                .findFirst()
                .orElseThrow();
    }

    private void isOver(Trouble trouble) {
        await().untilAsserted(() ->
                assertThat(checkup().findings()).extracting(Finding::trouble).doesNotContain(trouble));
        assertThat(checkup().over()).extracting(Finding::trouble).contains(trouble);
    }

    @Test
    void eachFindingIsProvokedOverASocketAndWhatIsMendedIsOver() throws IOException {
        peer(0).says("GET / HTTP/1.1\r\n\r\n");
        peer(0).says("\u0016\u0003\u0001\u0000\u00a5");
        peer(0).says("\u00ff\u00fb\u001fPING\r\n");
        peer(0).says("MEASURE\r\nFOO\r\n");
        BarePeer keyence = peer(1).says("t1\rT2\r");
        assertThat(keyence.line()).isEqualTo("ER,t1,02");
        peer(0).says("HELLO,press 4,alive=100\r\n");
        peer(2);
        peer(2);
        finds(Trouble.HTTP);
        finds(Trouble.TLS);
        finds(Trouble.TELNET);
        assertThat(finds(Trouble.OTHER_DIALECT).told()).containsExactly("MEASURE", "omron");
        finds(Trouble.UNKNOWN_WORDS);
        assertThat(finds(Trouble.LOWER_CASE).dialect()).isEqualTo("keyence-xg");
        assertThat(finds(Trouble.UNMAPPED).told()).containsExactly("station 2");
        assertThat(finds(Trouble.SILENT).who()).isEqualTo("press 4");
        assertThat(finds(Trouble.TOO_MANY).port()).isEqualTo(listener(2).getPort());

        BarePeer one = peer(0).says("HELLO,one\r\n");
        BarePeer other = peer(0).says("HELLO,other\r\n");
        one.line();
        other.line();
        for (int i = 0; i < 2; i++) {
            assertThat(one.says("T1\r\n").line()).startsWith("T1,");
            assertThat(other.says("T1\r\n").line()).startsWith("T1,");
        }
        assertThat(finds(Trouble.TWO_MASTERS).told()).endsWith("1");

        one.says("T1#a\nT1#b\nT1#c\nT1#d\nT1#e\n");
        assertThat(finds(Trouble.BUSY).told()).containsExactly("1");
        server.machine().askHere(new Command.GoOffline(1), event -> {}, reply -> {});
        other.says("T1\r\n");
        Finding offline = finds(Trouble.OFFLINE);
        monitor.fix(offline.fix().orElseThrow());
        isOver(Trouble.OFFLINE);
    }

    @Test
    void whoAsksTooOftenOrDoesNotReadIsNamed() {
        BarePeer plc = peer(0).says("HELLO,plc\r\n").says("T1\r\n");
        plc.line();
        String id = plc.line().split(",")[2];
        BarePeer lazy = peer(0).says("HELLO,lazy\r\n").says(("IMAGE," + id + ",raw,source\r\n").repeat(12));
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    plc.says("S1\r\n").line();
                    return shown.get() != null
                            && checkup().findings().stream().anyMatch(finding -> finding.trouble() == Trouble.POLLING);
                });
        assertThat(finds(Trouble.POLLING).who()).isEqualTo("plc");
        assertThat(finds(Trouble.NOT_READ).who()).isEqualTo("lazy");
        lazy.close();
    }

    @Test
    void aPeerWithoutLineEndsIsMendedWhileItWaitsAndStaysSo() throws IOException {
        BarePeer robot = peer(3).says("HELLO,robot 2\r\n");
        robot.line();
        robot.says("T1");
        Finding finding = finds(Trouble.NO_LINE_END);
        assertThat(finding.who()).isEqualTo("robot 2");
        monitor.fix(finding.fix().orElseThrow());
        assertThat(robot.line()).startsWith("T1,");
        assertThat(robot.says("T1").line()).startsWith("T1,");
        assertThat(peer(3).says("PING").line()).isEqualTo("PING,OK");
        isOver(Trouble.NO_LINE_END);
        await().until(() -> shown.get().doctor().fixing().isEmpty());
        assertThat(shown.get().doctor().failed()).isEmpty();
        assertThat(data.resolve("settings.yaml"))
                .content()
                .contains("    port: 0\n    settings: {messageBySilenceMs: 20}\n\nstations:");
    }

    @Test
    void theTerminalPlaysThePlcAtARealListener() throws IOException {
        BenchThread own = new BenchThread("terminal", Clock.systemUTC());
        TerminalPresenter terminal = new TerminalPresenter(
                server.desk().plant().dialects(), server.desk().plant()::listeners, SocketLink::open, own, talk::set);
        terminal.start();
        terminal.send("T1");
        hears(1, "T1,");
        terminal.cut(Cut.BYTES);
        terminal.end(End.CRLF);
        terminal.send("S1");
        hears(3, "S1,OK,READY");
        terminal.cut(Cut.HALVES);
        terminal.send("T9");
        hears(5, "ER,T9,10,no such station\r\n");
        List<TerminalRow> rows = talk.get().rows();
        assertThat(rows.get(1).meaning().orElseThrow()).isInstanceOf(Meaning.Judged.class);
        assertThat(rows.get(3).meaning().orElseThrow()).isInstanceOf(Meaning.Stands.class);
        assertThat(rows.get(5).refused()).isTrue();

        terminal.speak("keyence-xg");
        terminal.end(End.AS_DIALECT);
        terminal.send("T1");
        hears(8, "+0");
        assertThat(talk.get().rows().get(7).text()).isEqualTo("T1\r");

        terminal.speak("plain");
        terminal.send("BYE");
        await().until(() -> talk.get().note().map(TerminalNote::kind).equals(Optional.of(TerminalNote.Kind.CLOSED)));
        try (ServerSocket closed = new ServerSocket(0)) {
            terminal.address("127.0.0.1:" + closed.getLocalPort());
        }
        terminal.send("T1");
        await().until(() -> talk.get().note().map(TerminalNote::kind).equals(Optional.of(TerminalNote.Kind.REFUSED)));
        terminal.stop();
        own.endWhenDone();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("terminal")));
    }

    private void hears(int row, String begin) {
        await().alias(begin)
                .until(() -> talk.get() != null
                        && talk.get().rows().size() > row
                        && talk.get().rows().get(row).text().startsWith(begin));
    }
}
