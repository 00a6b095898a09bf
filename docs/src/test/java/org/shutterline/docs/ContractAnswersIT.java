package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 2 and 3 of the wire contract: requests, replies, errors, verdicts, results. */
final class ContractAnswersIT {
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

    @Test
    void theEchoIsTheVerbInUpperCaseWithStationAndTagAsSent() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.trigger("t01#a.17_x:y-z,part=SN9").get(0)).isEqualTo("T01#a.17_x:y-z");
            assertThat(talk.ask("ping#Q")).isEqualTo("PING#Q,OK");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "FOO|ER,FOO,01,unknown command",
                "foo9#t|ER,FOO9#t,01,unknown command",
                "LOGIN,a,b|ER,LOGIN,05,wrong name or password",
                "GET1,light.low|GET1,OK,20",
                "SET1,light.low,5|ER,SET1,05,role too low: SET needs ADMIN and this connection has OPERATE",
                "T1\"|ER,,02,malformed line",
                "T1,a\"b|ER,,02,malformed line",
                "T1,\"a|ER,,02,malformed line",
                "T1,\"a\"b|ER,,02,malformed line",
                "T123|ER,,02,malformed line",
                "ABCDEFGHIJKLMNOPQ|ER,,02,malformed line",
                "1T|ER,,02,malformed line",
                "T1#|ER,,02,malformed line",
                "T1#a b|ER,,02,malformed line",
                "T1,\\q|ER,,02,malformed line",
                "T|ER,T,03,wrong argument",
                "T1,part|ER,T1,03,wrong argument",
                "T1,part=a,part=b|ER,T1,03,wrong argument",
                "T1,Part=a|ER,T1,03,wrong argument",
                "T1,once=|ER,T1,03,wrong argument",
                "T1,once=a b|ER,T1,03,wrong argument",
                "T9,part|ER,T9,03,wrong argument",
                "S|ER,S,03,wrong argument",
                "S1,x|ER,S1,03,wrong argument",
                "PING1|ER,PING1,03,wrong argument",
                "RESULT|ER,RESULT,03,wrong argument",
                "RESULT,x|ER,RESULT,03,wrong argument",
                "SINCE1|ER,SINCE1,03,wrong argument",
                "SINCE1,0,1001|ER,SINCE1,03,wrong argument",
                "IMAGE,1,gif|ER,IMAGE,03,wrong argument",
                "LIVE1,ON,31|ER,LIVE1,03,wrong argument",
                "FORMAT,XML|ER,FORMAT,03,wrong argument",
                "T0|ER,T0,10,no such station",
                "T00|ER,T00,10,no such station",
                "T99|ER,T99,10,no such station",
                "S9|ER,S9,10,no such station",
                "JOB9|ER,JOB9,10,no such station",
                "JOB9,none|ER,JOB9,10,no such station",
                "SUBSCRIBE9|ER,SUBSCRIBE9,10,no such station",
                "T3|ER,T3,12,station offline",
                "JOB1,none|ER,JOB1,13,no such job",
                "JOB1,../settings|ER,JOB1,13,no such job",
                "RESULT,999999999|ER,RESULT,14,no such result",
                "LAST3|ER,LAST3,14,no such result",
                "IMAGE,999999999|ER,IMAGE,14,no such result",
                "DETAIL,999999999|ER,DETAIL,14,no such result",
                "T5|ER,T5,16,station fault",
            })
    void anErrorHasItsCodeAndTheEcho(String request, String reply) throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask(request)).isEqualTo(reply);
            assertThat(talk.ask("PING")).as("the talk goes on").isEqualTo("PING,OK");
        }
    }

    @Test
    void seventeenKeysAreTooMany() throws IOException {
        StringBuilder request = new StringBuilder("T1");
        for (int i = 0; i < 17; i++) {
            request.append(",k").append(i).append("=v");
        }
        try (Talk talk = server.talk()) {
            assertThat(talk.ask(request.toString())).isEqualTo("ER,T1,03,wrong argument");
        }
    }

    @Test
    void aControlCharacterIsMalformed() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("PING,a\tb")).isEqualTo("ER,,02,malformed line");
        }
    }

    @Test
    void invalidUtf8IsMalformed() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send(new byte[] {'P', 'I', 'N', 'G', ',', (byte) 0xC3, '\r', '\n'});
            assertThat(talk.line()).isEqualTo("ER,,02,malformed line");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "PING,  a b  |PING,OK,a b",
                "PING,\" a \"|PING,OK,\" a \"",
                "PING,\"a,b\"|PING,OK,\"a,b\"",
                "PING,\"say \"\"no\"\"\"|PING,OK,\"say \"\"no\"\"\"",
                "PING,\"ab\"|PING,OK,ab",
                "PING,a\\r\\n\\0\\\\\\x1b|PING,OK,a\\r\\n\\0\\\\\\x1b",
                "PING,\\x41|PING,OK,A",
            })
    void fieldsComeBackSpelledAsTheContractSays(String request, String reply) throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask(request)).isEqualToIgnoringCase(reply);
        }
    }

    @Test
    void untaggedRequestsAreAnsweredInOrderAndTaggedOnesWhenTheyAreReady() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("T2\r\nPING,after\r\nPING#now,first\r\n");
            assertThat(talk.line()).isEqualTo("PING#now,OK,first");
            assertThat(talk.line()).startsWith("T2,");
            assertThat(talk.line()).isEqualTo("PING,OK,after");

            talk.send("T2#slow\r\nPING\r\n");
            assertThat(talk.line()).isEqualTo("PING,OK");
            assertThat(talk.line()).startsWith("T2#slow,");
        }
    }

    @Test
    void aStationIsBusyWhileItsCameraWorksAndSaysSoAtOnce() throws IOException {
        try (Talk talk = server.talk();
                Talk other = server.talk()) {
            talk.trigger("T2");
            talk.send("T2#run\r\nT2#again\r\nS2#state\r\n");

            assertThat(talk.line()).isEqualTo("ER,T2#again,11,station busy");
            assertThat(talk.line()).startsWith("S2#state,OK,BUSY,plate,");
            assertThat(other.ask("T2")).isEqualTo("ER,T2,11,station busy");
            assertThat(talk.line()).startsWith("T2#run,");
            assertThat(talk.askFields("S2").get(2)).isEqualTo("READY");
        }
    }

    @Test
    void theNextTriggerIsTakenOnceTheReplyIsThere() throws IOException {
        try (Talk talk = server.talk()) {
            talk.trigger("T1");
            for (int i = 0; i < 40; i++) {
                assertThat(talk.ask("T1")).startsWith("T1,OK,");
            }
        }
    }

    @Test
    void aResultLineHasVerdictIdTimeAndTheValuesOfTheOutputList() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(String.join(",", talk.trigger("T1"))).matches("T1,OK,[1-9]\\d*,\\d+\\.\\d,\\d+\\.\\d,\\d+");
        }
    }

    @Test
    void aJobThatFindsNothingIsNgWithAnEmptyValue() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("JOB1,code")).matches("JOB1,OK,code,\\d+\\.\\d");
            assertThat(String.join(",", talk.trigger("T1"))).matches("T1,NG,\\d+,\\d+\\.\\d,,\\d+\\.\\d");
            assertThat(talk.ask("JOB1,plate")).startsWith("JOB1,OK,plate,");
        }
    }

    @Test
    void aToolThatCannotWorkIsUnknown22() throws IOException {
        try (Talk talk = server.talk()) {
            talk.ask("JOB1,beyond");
            List<String> reply = talk.trigger("T1");
            talk.ask("JOB1,plate");

            assertThat(reply).hasSize(6);
            assertThat(reply.get(1)).isEqualTo("UNKNOWN");
            assertThat(reply.get(4)).isEqualTo("22");
            assertThat(reply.get(5)).contains("region");
        }
    }

    @Test
    void aCameraThatIsSlowerThanTheDeadlineIsUnknown21InTime() throws IOException {
        try (Talk talk = server.talk()) {
            long start = System.nanoTime();
            List<String> reply = talk.trigger("T4");
            double tookMs = (System.nanoTime() - start) / 1e6;

            assertThat(reply.get(1)).isEqualTo("UNKNOWN");
            assertThat(reply.get(4)).isEqualTo("21");
            assertThat(Double.parseDouble(reply.get(3))).isLessThan(600);
            assertThat(tookMs).as("ms at the peer, deadline 600").isLessThan(900);
        }
    }

    @Test
    void idsRiseOverAllStationsAndRefusalsHaveNone() throws IOException {
        try (Talk talk = server.talk()) {
            long first = Long.parseLong(talk.trigger("T1").get(2));
            long second = Long.parseLong(talk.trigger("T2").get(2));
            talk.ask("T3");
            long third = Long.parseLong(talk.trigger("T1").get(2));

            assertThat(second).isGreaterThan(first);
            assertThat(third).isGreaterThan(second);
        }
    }

    @Test
    void refusalsAreCounted() throws IOException {
        try (Talk talk = server.talk()) {
            int before = Integer.parseInt(talk.askFields("S3").get(9));
            talk.ask("T3");
            assertThat(talk.askFields("S3").get(9)).isEqualTo(Integer.toString(before + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void triggersAreOkAndNgAndUnknown(int station) throws IOException {
        try (Talk talk = server.talk()) {
            List<Long> counts = talk.askFields("S" + station).subList(4, 10).stream()
                    .map(Long::parseLong)
                    .toList();
            assertThat(counts.get(1)).isEqualTo(counts.get(2) + counts.get(3) + counts.get(4));
        }
    }

    @Test
    void aPartComesBackWithEveryCharacter() throws IOException {
        String part = "S/N 4711, \"blue\" \\ 检 €";
        try (Talk talk = server.talk().in(StandardCharsets.UTF_8)) {
            talk.ask("FORMAT,JSON");
            String reply;
            do {
                reply = talk.ask("T1,\"part=S/N 4711, \"\"blue\"\" \\\\ 检 €\"");
            } while (reply.contains("\"code\":11"));

            assertThat(Json.read(reply).get("part").textValue()).isEqualTo(part);
        }
    }
}
