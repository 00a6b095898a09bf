package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shutterline.server.settings.AuditSettings;

/** What a syslog server on this machine gets of the books. */
class SyslogCopiesIT {
    /** RFC 5424, section 6: priority, version, time, host, program, process, kind, structured data, text. */
    private static final Pattern MESSAGE = Pattern.compile("<(\\d{1,3})>1"
            + " (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,6}(?:Z|[+-]\\d\\d:\\d\\d)) ([!-~]{1,255})"
            + " ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) - (.*)");

    private static final Instant AT = Instant.parse("2026-11-26T08:00:00.123Z");
    private static final int LOG_AUDIT = 13;
    private static final int NOTICE = 5;
    private static final int WARNING = 4;

    private static Entry entry(String deed, String outcome) {
        return new Entry(AT, "anna", "10.0.4.17:40001", deed, outcome);
    }

    @Test
    void eachLineIsOneMessageOfRfc5424() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                SyslogCopies copies = copies(server.getLocalPort(), AuditSettings.Way.UDP)) {
            copies.accept(entry("SET station 2 bore.high=12.1", Entry.DONE));
            Matcher done = message(received(server));
            assertThat(Integer.parseInt(done.group(1))).isEqualTo(8 * LOG_AUDIT + NOTICE);
            assertThat(OffsetDateTime.parse(done.group(2)).toInstant()).isEqualTo(AT);
            assertThat(done.group(4)).isEqualTo("shutterline");
            assertThat(done.group(6)).isEqualTo("audit");
            assertThat(done.group(7)).isEqualTo("anna from 10.0.4.17:40001: SET station 2 bore.high=12.1: done");
            copies.accept(entry("SET1", "05 not allowed"));
            assertThat(Integer.parseInt(message(received(server)).group(1))).isEqualTo(8 * LOG_AUDIT + WARNING);
        }
    }

    @Test
    void whatAPeerSentMakesNoSecondMessage() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                SyslogCopies copies = copies(server.getLocalPort(), AuditSettings.Way.UDP)) {
            copies.accept(entry(
                    "JOB station 1 a\n<110>1 - - - - - - forged\u001b[2J\u0085\u2028 \u00fc" + "x".repeat(5_000),
                    Entry.DONE));
            String text = received(server);
            assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Zl}]").hasSizeLessThan(1_000);
            assertThat(message(text).group(7)).contains("a?<110>1").contains("\u00fc");
        }
    }

    @Test
    void overTcpEachIsALineAndOneThatComesBackGetsTheNext() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        try (SyslogCopies copies = copies(port, AuditSettings.Way.TCP)) {
            copies.accept(entry("before", Entry.DONE));
            try (ServerSocket server = new ServerSocket()) {
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                server.setSoTimeout(10_000);
                copies.accept(entry("first", Entry.DONE));
                copies.accept(entry("second", Entry.DONE));
                assertThat(lines(server)).contains(": first: done\n").contains(": second: done\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerWhoseNameIsNotKnownIsToldOfAndEndsNoThread(AuditSettings.Way way) throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> uncaught.add(mistake));
        try (SyslogCopies copies = new SyslogCopies(new AuditSettings.Syslog("name.invalid", 514, way))) {
            assertThat(copies.trouble()).isEmpty();
            copies.accept(entry("first", Entry.DONE));
            copies.accept(entry("second", Entry.DONE));
            await().untilAsserted(() -> assertThat(copies.trouble())
                    .hasValueSatisfying(
                            told -> assertThat(told).contains("takes no copies").contains("2 lines are missing")));
            copies.close(Duration.ofSeconds(1));
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aTroubleIsOverWithTheFirstLineThatIsTaken() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        try (SyslogCopies copies = copies(port, AuditSettings.Way.TCP)) {
            copies.accept(entry("before", Entry.DONE));
            await().until(() -> copies.trouble().isPresent());
            try (ServerSocket server = new ServerSocket()) {
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                copies.accept(entry("first", Entry.DONE));
                await().until(() -> copies.trouble().isEmpty());
            }
        }
    }

    /** Until the second is there. */
    private static String lines(ServerSocket server) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Socket peer = server.accept();
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8))) {
            peer.setSoTimeout(10_000);
            while (all.indexOf("second") < 0) {
                String line = reader.readLine();
                assertThat(line).isNotNull();
                message(line);
                all.append(line).append('\n');
            }
        }
        return all.toString();
    }

    private static SyslogCopies copies(int port, AuditSettings.Way way) {
        return new SyslogCopies(new AuditSettings.Syslog("127.0.0.1", port, way));
    }

    private static String received(DatagramSocket server) throws IOException {
        server.setSoTimeout(10_000);
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        server.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private static Matcher message(String text) {
        Matcher matcher = MESSAGE.matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        return matcher;
    }
}
