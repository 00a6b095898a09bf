package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

class HostileServerTest {
    private static final String HELLO = "HELLO,OK,Shutterline,1.0,1\n{\"re\":\"FORMAT\",\"status\":\"OK\"}\n";

    private final ClientConversation client = Parts.client(Map.of());

    HostileServerTest() {
        client.opened("test", 1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HELLO,OK,Other,1,1\n",
                "HELLO,OK\n",
                "HELLO,NG\n",
                "ER,HELLO,01,unknown command\n",
                "ER,,02,malformed line\n",
                "T1,OK,5,1.0\n",
                "{}\n",
                "{\"re\":5}\n",
                "{\"re\":\"HELLO\"\n",
                "{\"re\":\"HELLO\"} {}\n",
                "\u00ff\u00fe\n",
                "a\tb\n",
                "\"\n",
                "!FRAME,1,jpeg,9,9,2147483647\n",
                "!FRAME,1,jpeg,0,9,5\n",
                "!FRAME,1,mono8,9,9,5\n",
                "!FRAME,1,tiff,9,9,5\n",
                "!FRAME,1,jpeg,99999,99999,5\n",
                "!FRAME,1,jpeg,9,9,99999999999999999999\n",
                "!FRAME,0,jpeg,9,9,5\n",
                "!FRAME\n",
                "!RESULT,1,FINE,5,1.0\n",
                "!RESULT,1,ok,5,1.0\n",
                "!RESULT,1,O\u00e2\u0084\u00aa,5,1.0\n",
                "!RESULT,1,OK,-5,1.0\n",
                "!RESULT,1,OK,5,NaN\n",
                "!STATUS,1,SLEEPING,a\n",
                "{\"event\":\"RESULT\",\"status\":\"UNKNOWN\",\"id\":1e999999999}\n",
                "{\"event\":\"RESULT\",\"status\":\"UNKNOWN\",\"id\":76E666666666666666666666}\n"
            })
    void whatIsNotTheContractEndsTheConversation(String bytes) {
        assertThat(hears(bytes)).last().isInstanceOf(ClientStep.Broken.class);
        assertThat(hears(HELLO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ER,HELLO,01,\n", "ER,,02,  \n", "{\"re\":\"\",\"status\":\"ER\",\"code\":1,\"text\":\"\"}\n"})
    void aServerThatRefusesWithoutAWordIsLeftWithAReasonAllTheSame(String bytes) {
        assertThat(hears(bytes))
                .last()
                .isInstanceOfSatisfying(
                        ClientStep.Broken.class,
                        broken -> assertThat(broken.why()).isNotBlank());
    }

    @Test
    void anEndlessLineEndsIt() {
        String piece = "x".repeat(100_000);
        for (int i = 0; i < 10; i++) {
            assertThat(hears(piece)).isEmpty();
        }
        assertThat(hears(piece)).singleElement().isInstanceOf(ClientStep.Broken.class);
    }

    @Test
    void anAnswerNobodyAskedForEndsIt() {
        hears(HELLO);
        client.ask(1, new Command.Trigger(1, TriggerRequest.PLAIN));
        assertThat(hears("{\"re\":\"T1#2\",\"status\":\"OK\"}\n"))
                .singleElement()
                .isInstanceOf(ClientStep.Broken.class);
    }

    @Test
    void somethingBetweenTheResultsThatWereAskedForEndsIt() {
        hears(HELLO);
        client.ask(1, new Command.ResultsSince(1, 0, 10));
        assertThat(
                        hears(
                                "{\"re\":\"SINCE1#1\",\"status\":\"OK\",\"count\":2}\n{\"event\":\"STATUS\",\"status\":\"OK\"}\n"))
                .singleElement()
                .isInstanceOf(ClientStep.Broken.class);
    }

    @Test
    void moreResultsThanTheContractAllowsEndIt() {
        hears(HELLO);
        client.ask(1, new Command.ResultsSince(1, 0, 10));
        assertThat(hears("{\"re\":\"SINCE1#1\",\"status\":\"OK\",\"count\":1001}\n"))
                .singleElement()
                .isInstanceOf(ClientStep.Broken.class);
    }

    @Test
    void resultsThatAreTooLongTogetherEndItBeforeTheyFillTheHeap() {
        hears(HELLO);
        client.ask(1, new Command.ResultsSince(1, 0, 1_000));
        assertThat(hears("{\"re\":\"SINCE1#1\",\"status\":\"OK\",\"count\":1000}\n"))
                .isEmpty();
        int megabytes = 0;
        List<ClientStep> heard = List.of();
        while (heard.isEmpty() && megabytes < 100) {
            heard = hears(result(++megabytes, "x".repeat(1_000_000)));
        }
        assertThat(heard).singleElement().isInstanceOf(ClientStep.Broken.class);
        assertThat(megabytes).isBetween(60, 70);
    }

    private static String result(long id, String part) {
        return "{\"event\":\"RESULT\",\"status\":\"OK\",\"id\":" + id + ",\"station\":1,\"job\":\"a\","
                + "\"time\":\"2026-11-23T14:03:22Z\",\"ms\":5.1,\"part\":\"" + part + "\",\"origin\":\"wire\","
                + "\"repeated\":false,\"image\":\"pending\",\"values\":[]}\n";
    }

    @Test
    void unknownEventsAreLetBy() {
        assertThat(hears(HELLO + "!NEWS,1\n{\"event\":\"NEWS\"}\n")).isEmpty();
    }

    @Test
    void aPromisedPictureTakesNoMemoryBeforeItComes() {
        hears(HELLO);
        client.ask(1, new Command.FetchPicture(5, PictureFormat.RAW, PictureView.SOURCE));
        assertThat(hears(
                        "{\"re\":\"IMAGE#1\",\"status\":\"OK\",\"id\":5,\"format\":\"mono8\",\"width\":16000,\"height\":16000,"
                                + "\"length\":256000000}\nabc"))
                .isEmpty();
    }

    @Test
    void deepNestingEndsIt() {
        assertThat(hears("{\"re\":" + "[".repeat(50_000) + "\n")).last().isInstanceOf(ClientStep.Broken.class);
    }

    @Test
    void rubbishIsNeverThrown() {
        Random random = new Random(5);
        String[] seeds = {
            HELLO,
            "{\"event\":\"RESULT\",\"status\":\"OK\",\"id\":7,\"station\":1,\"job\":\"a\",\"time\":\"2026-11-23T14:03:22Z\","
                    + "\"ms\":5.1,\"part\":null,\"origin\":\"wire\",\"repeated\":false,\"image\":\"pending\",\"values\":[{\"name\":\"w\","
                    + "\"value\":1.0,\"kind\":\"number\",\"unit\":\"\",\"low\":null,\"high\":1,\"verdict\":\"OK\"}]}\n",
            "!RESULT,1,OK,7,5.1,a\n",
            "!STATUS,1,READY,a\n",
            "!FRAME,1,jpeg,2,2,3\nabc"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
            for (int k = random.nextInt(4); k > 0; k--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            }
            ClientConversation one = Parts.client(Map.of());
            one.opened("test", 1_000);
            one.received(bytes(HELLO));
            one.received(bytes(text.toString()));
        }
    }

    private List<ClientStep> hears(String bytes) {
        return new ArrayList<>(client.received(bytes(bytes)));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
