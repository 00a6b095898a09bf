package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the wire contract, byte by byte: lines. */
final class ContractLinesIT {
    private static final int SILENCE = 1;
    private static final int LATIN = 2;
    private static final int FIXED = 3;

    @TempDir
    static Path folder;

    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.station("floor", folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0"})
    void aReplyEndsAsItsRequestDid(String end) throws IOException {
        try (Talk talk = server.talk()) {
            for (int i = 0; i < 3; i++) {
                talk.send("PING," + i + end);
                assertThat(talk.lineEndedBy(end)).isEqualTo("PING,OK," + i);
            }
            assertThat(talk.isSilentFor(100)).as("nothing after the end").isTrue();
        }
    }

    @Test
    void endsMayBeMixedInOneSegment() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("PING,a\r\nPING,b\0PING,c\nPING,d\r\n");

            assertThat(talk.lineEndedBy("\r\n")).isEqualTo("PING,OK,a");
            assertThat(talk.lineEndedBy("\0")).isEqualTo("PING,OK,b");
            assertThat(talk.lineEndedBy("\n")).isEqualTo("PING,OK,c");
            assertThat(talk.lineEndedBy("\r\n")).isEqualTo("PING,OK,d");
        }
    }

    @Test
    void aLineFeedLongAfterItsCarriageReturnIsNoLineOfItsOwn() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("PING,a\r");
            assertThat(talk.lineEndedBy("\r")).isEqualTo("PING,OK,a");
            talk.send("\nPING,b\n");
            assertThat(talk.lineEndedBy("\n")).isEqualTo("PING,OK,b");
        }
    }

    @Test
    void emptyLinesAreIgnored() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("\r\n\n\r\n\0\0\n\rPING\r\n");

            assertThat(talk.line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void oneByteASegmentGivesTheSameTalk() throws IOException {
        String asked = "PING,a\r\nS9\r\nFOO,\"x,y\"\r\nT1\"\r\nPING,\"a\"\"b\"\r\n";
        List<String> whole = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        try (Talk talk = server.talk()) {
            talk.send(asked);
            for (int i = 0; i < 5; i++) {
                whole.add(talk.line());
            }
        }
        try (Talk talk = server.talk()) {
            for (char one : asked.toCharArray()) {
                talk.send(Character.toString(one));
            }
            for (int i = 0; i < 5; i++) {
                cut.add(talk.line());
            }
        }

        assertThat(whole)
                .containsExactly(
                        "PING,OK,a",
                        "ER,S9,10,no such station",
                        "ER,FOO,01,unknown command",
                        "ER,,02,malformed line",
                        "PING,OK,\"a\"\"b\"");
        assertThat(cut).isEqualTo(whole);
    }

    @Test
    void aLineOf4096BytesIsALine() throws IOException {
        try (Talk talk = server.talk()) {
            String text = "x".repeat(4_096 - "PING,".length());

            assertThat(talk.ask("PING," + text)).isEqualTo("PING,OK," + text);
        }
    }

    @Test
    void aLongerLineIsRefusedAfterWhatIsOwedAndTheConnectionCloses() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("T2\r\n");
            talk.send("y".repeat(4_097));

            assertThat(talk.line()).startsWith("T2,");
            assertThat(talk.line()).isEqualTo("ER,,04,line too long");
            assertThat(talk.isEnded()).isTrue();
        }
    }

    @Test
    void bytesWithoutAnEndAreDroppedWhenTheStreamEnds() throws IOException {
        String before = triggersOf(1);
        try (Talk talk = server.talk()) {
            talk.send("T1").sendNoMore();
            assertThat(talk.isEnded()).isTrue();
        }
        assertThat(triggersOf(1)).isEqualTo(before);
    }

    @Test
    void repliesOwedAreSentAfterTheStreamEnded() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("T2\r\nPING\r\n").sendNoMore();

            assertThat(talk.line()).startsWith("T2,");
            assertThat(talk.line()).isEqualTo("PING,OK");
            assertThat(talk.isEnded()).isTrue();
        }
    }

    @Test
    void whatStandsAfterByeIsNotExecuted() throws IOException {
        String before = triggersOf(1);
        try (Talk talk = server.talk()) {
            talk.send("BYE\r\nT1\r\n");
            assertThat(talk.line()).isEqualTo("BYE,OK");
            assertThat(talk.isEnded()).isTrue();
        }
        assertThat(triggersOf(1)).isEqualTo(before);
    }

    @Test
    void nothingIsSentBeforeItIsAskedFor() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.isSilentFor(400)).isTrue();
        }
    }

    @Test
    void aConnectionTooManyIsClosedWithoutAByte() throws IOException {
        try (Talk first = server.talk(SILENCE);
                Talk second = server.talk(SILENCE)) {
            assertThat(first.ask("PING")).isEqualTo("PING,OK");
            assertThat(second.ask("PING")).isEqualTo("PING,OK");
            try (Talk third = server.talk(SILENCE)) {
                assertThat(third.isEnded()).isTrue();
            }
            assertThat(first.ask("PING")).isEqualTo("PING,OK");
        }
    }

    @Test
    void aTlsHelloIsClosedAndNothingOfItExecuted() throws IOException {
        String before = triggersOf(1);
        try (Talk talk = server.talk()) {
            talk.send(HexFormat.of().parseHex("16030100050100000103"));
            talk.send("\r\nT1\r\n");
            assertThat(talk.isEnded()).isTrue();
        }
        assertThat(triggersOf(1)).isEqualTo(before);
    }

    @Test
    void aWebPageCannotTrigger() throws IOException {
        String before = triggersOf(1);
        try (Talk talk = server.talk()) {
            talk.send("POST /T1 HTTP/1.1\r\nT1\r\n\r\nT1\r\n");
            assertThat(talk.isEnded()).isTrue();
        }
        assertThat(triggersOf(1)).isEqualTo(before);
    }

    @Test
    void fiftyTriggersAndAPingInOneSegmentAreAnsweredInOrder() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("T1,part=segment\r\n".repeat(50) + "PING,end\r\n");

            long last = 0;
            int results = 0;
            for (int i = 0; i < 50; i++) {
                List<String> reply = Talk.fields(talk.line());
                if (reply.get(0).equals("ER")) {
                    assertThat(reply).containsExactly("ER", "T1", "11", "station busy");
                } else {
                    assertThat(reply.subList(0, 2)).containsExactly("T1", "OK");
                    assertThat(Long.parseLong(reply.get(2))).isGreaterThan(last);
                    last = Long.parseLong(reply.get(2));
                    results++;
                }
            }
            assertThat(results).isPositive();
            assertThat(talk.line()).isEqualTo("PING,OK,end");
        }
    }

    @Test
    void moreThan1024UnansweredRequestsAreReadOnlyWhenThereIsRoom() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("T2\r\n");
            talk.send(IntStream.range(0, 3_000)
                    .mapToObj(i -> "PING," + i + "\r\n")
                    .reduce("", String::concat));

            assertThat(talk.line()).startsWith("T2,");
            for (int i = 0; i < 3_000; i++) {
                assertThat(talk.line()).isEqualTo("PING,OK," + i);
            }
        }
    }

    @Test
    void silenceEndsALineWhereTheSettingSaysSo() throws IOException {
        try (Talk talk = server.talk(SILENCE)) {
            talk.send("PING,no end");
            assertThat(talk.lineEndedBy("\r\n")).isEqualTo("PING,OK,no end");
            talk.send("PING,with one\n");
            assertThat(talk.lineEndedBy("\n")).isEqualTo("PING,OK,with one");
        }
    }

    @Test
    void aListenerCanFixTheEncoding() throws IOException {
        try (Talk talk = server.talk(LATIN).in(StandardCharsets.ISO_8859_1)) {
            assertThat(talk.ask("PING,Prüfling")).isEqualTo("PING,OK,Prüfling");
            assertThat(talk.ask("PING,\\u20ac")).isEqualToIgnoringCase("PING,OK,\\u20AC");
        }
    }

    @Test
    void textIsUtf8() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("PING,检查 ü €")).isEqualTo("PING,OK,检查 ü €");
        }
    }

    @Test
    void aListenerCanFixTheEnd() throws IOException {
        try (Talk talk = server.talk(FIXED)) {
            talk.send("PING,a\nPING,b\r\n");
            assertThat(talk.lineEndedBy("\r")).isEqualTo("PING,OK,a");
            assertThat(talk.lineEndedBy("\r")).isEqualTo("PING,OK,b");
        }
    }

    private static String triggersOf(int station) throws IOException {
        try (Talk talk = server.talk()) {
            List<String> status = talk.askFields("S" + station);
            return status.get(4) + "," + status.get(5) + "," + status.get(9);
        }
    }
}
