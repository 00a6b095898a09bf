package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4 of the wire contract: what each verb does, in both formats. */
final class ContractVerbsIT {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

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
    void theSameKeyGivesTheStoredLineUnderItsOwnEchoAndNoSecondPicture() throws IOException {
        try (Talk talk = server.talk();
                Talk other = server.talk()) {
            List<String> first = talk.trigger("T1,part=P,once=key-1");
            String triggers = talk.askFields("S1").get(5);
            List<String> again = other.askFields("T01#x,once=key-1,part=P");

            assertThat(again.get(0)).isEqualTo("T01#x");
            assertThat(again.subList(1, again.size())).isEqualTo(first.subList(1, first.size()));
            assertThat(talk.askFields("S1").get(5)).isEqualTo(triggers);
            assertThat(talk.ask("T1,part=Q,once=key-1")).startsWith("ER,T1,03,");
        }
    }

    @Test
    void aRepetitionWaitsForTheFirstAndIsNeverBusy() throws IOException {
        try (Talk talk = server.talk();
                Talk other = server.talk()) {
            talk.trigger("T2");
            talk.send("T2,once=running\r\n");
            await().until(() -> other.askFields("S2").get(2).equals("BUSY"));
            List<String> repeated = other.askFields("T2,once=running");
            List<String> first = Talk.fields(talk.line());

            assertThat(repeated).isEqualTo(first);
        }
    }

    @Test
    void aRefusedTriggerIsNotRemembered() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("T3,once=refused")).isEqualTo("ER,T3,12,station offline");
            assertThat(talk.ask("ONLINE3")).isEqualTo("ONLINE3,OK");
            assertThat(talk.trigger("T3,once=refused").get(1)).isIn("OK", "NG");
            assertThat(talk.ask("OFFLINE3")).isEqualTo("OFFLINE3,OK");
        }
    }

    @Test
    void triggerAllAsksEveryStationThatTakesPart() throws IOException {
        try (Talk talk = server.talk()) {
            List<String> reply;
            do {
                reply = talk.askFields("TA#all,part=tray");
            } while (reply.contains("11"));

            assertThat(reply.subList(0, 3)).containsExactly("TA#all", "UNKNOWN", "4");
            assertThat(reply.subList(3, 5)).containsExactly("1", "OK");
            assertThat(reply.get(6)).isEqualTo("2");
            assertThat(reply.subList(9, 11)).containsExactly("4", "UNKNOWN");
            assertThat(reply.subList(12, 15)).containsExactly("5", "ER", "16");
            assertThat(reply).hasSize(15);
            List<String> found = talk.askFields("RESULT," + reply.get(5));
            assertThat(found.get(1)).isEqualTo("OK");
        }
    }

    @Test
    void statusCountsSinceTheReset() throws IOException {
        try (Talk talk = server.talk()) {
            talk.trigger("T1");
            assertThat(talk.ask("RESET1")).isEqualTo("RESET1,OK");
            assertThat(talk.ask("S1")).matches("S1,OK,READY,plate,\\d+,0,0,0,0,0");
            String id = talk.trigger("T1").get(2);
            assertThat(talk.ask("S1")).isEqualTo("S1,OK,READY,plate," + id + ",1,1,0,0,0");
        }
    }

    @Test
    void lastAndResultGiveTheLineThatWasAnswered() throws IOException {
        try (Talk talk = server.talk()) {
            List<String> reply = talk.trigger("T1,part=found");
            String rest = String.join(",", reply.subList(1, reply.size()));

            assertThat(talk.ask("LAST1")).isEqualTo("LAST1," + rest);
            assertThat(talk.ask("RESULT," + reply.get(2))).isEqualTo("RESULT," + rest);
        }
    }

    @Test
    void sinceGivesWhatCameAfterAnIdAscending() throws IOException {
        try (Talk talk = server.talk()) {
            long before = Long.parseLong(talk.trigger("T1").get(2));
            List<String> replies = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                List<String> reply = talk.trigger("T1");
                replies.add("!RESULT,1," + String.join(",", reply.subList(1, reply.size())));
            }

            assertThat(talk.ask("SINCE1," + before)).isEqualTo("SINCE1,OK,3");
            for (String reply : replies) {
                assertThat(talk.line()).isEqualTo(reply);
            }
            assertThat(talk.ask("SINCE1," + before + ",2")).isEqualTo("SINCE1,OK,2");
            assertThat(talk.line()).isEqualTo(replies.get(0));
            assertThat(talk.line()).isEqualTo(replies.get(1));
            assertThat(talk.ask("SINCE1,999999999")).isEqualTo("SINCE1,OK,0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',jpeg",
        "',jpeg',jpeg",
        "',png',png",
        "',JPEG,overlay',jpeg",
        "',png,overlay',png",
        "',png,source',png"
    })
    void imageSendsExactlyThePictureInTheFormatAskedFor(String asked, String format) throws IOException {
        try (Talk talk = server.talk()) {
            String id = talk.trigger("T1").get(2);
            List<String> head = talk.askFields("IMAGE," + id + asked);

            assertThat(head.subList(0, 6))
                    .containsExactly("IMAGE", "OK", id, format, Integer.toString(WIDTH), Integer.toString(HEIGHT));
            BufferedImage picture = decoded(talk.bytes(Integer.parseInt(head.get(6))));
            assertThat(picture.getWidth()).isEqualTo(WIDTH);
            assertThat(picture.getHeight()).isEqualTo(HEIGHT);
            assertThat(talk.ask("PING")).as("nothing after the bytes").isEqualTo("PING,OK");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,mono8,1", "3,bgr8,3"})
    void rawPixelsComeWithoutPadding(int station, String format, int bytes) throws IOException {
        try (Talk talk = server.talk()) {
            talk.ask("ONLINE" + station);
            String id = talk.trigger("T" + station).get(2);
            List<String> head = talk.askFields("IMAGE," + id + ",raw");

            assertThat(head.get(3)).isEqualTo(format);
            assertThat(head.get(6)).isEqualTo(Integer.toString(WIDTH * HEIGHT * bytes));
            byte[] raw = talk.bytes(WIDTH * HEIGHT * bytes);
            List<String> png = talk.askFields("IMAGE," + id + ",png");
            BufferedImage picture = decoded(talk.bytes(Integer.parseInt(png.get(6))));
            assertThat(raw[(100 * WIDTH + 200) * bytes] & 0xFF)
                    .isEqualTo(picture.getRaster().getSample(200, 100, bytes == 1 ? 0 : 2));
            if (station == 3) {
                talk.ask("OFFLINE3");
            }
        }
    }

    @Test
    void aThumbnailIsSmaller() throws IOException {
        try (Talk talk = server.talk()) {
            String id = talk.trigger("T1").get(2);
            List<String> head = talk.askFields("IMAGE," + id + ",jpeg,thumbnail");
            BufferedImage picture = decoded(talk.bytes(Integer.parseInt(head.get(6))));

            assertThat(picture.getWidth())
                    .isEqualTo(Integer.parseInt(head.get(4)))
                    .isLessThan(WIDTH);
            assertThat(picture.getHeight())
                    .isEqualTo(Integer.parseInt(head.get(5)))
                    .isLessThan(HEIGHT);
        }
    }

    @Test
    void aPictureIsStoredAfterTheAnswer() throws IOException {
        try (Talk talk = server.talk()) {
            talk.ask("FORMAT,JSON");
            JsonNode result = Json.read(talk.ask("T1#p"));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(Json.read(talk.ask("RESULT," + result.get("id")))
                                    .get("image")
                                    .textValue())
                            .isEqualTo("stored"));
        }
    }

    @Test
    void aResultWithoutAPictureAnswers15() throws IOException {
        try (Talk talk = server.talk()) {
            String id = talk.trigger("T4").get(2);

            assertThat(talk.ask("IMAGE," + id)).isEqualTo("ER,IMAGE,15,image not kept");
            assertThat(Json.read(talk.ask("DETAIL," + id)).get("image").textValue())
                    .isEqualTo("not kept");
        }
    }

    @Test
    void theTimeOfAPartWithoutAPictureCountsAsAllOfIt() throws IOException {
        try (Talk talk = server.talk()) {
            double ms = Double.parseDouble(talk.trigger("T4").get(3));

            JsonNode stages = Json.read(talk.ask("TIMES4")).get("stages");
            JsonNode all = stages.get(stages.size() - 1);
            assertThat(all.get("stage").textValue()).isEqualTo("all");
            assertThat(all.get("last").doubleValue()).isGreaterThan(ms - 0.1);
        }
    }

    @Test
    void detailTellsAllOfAResult() throws IOException {
        try (Talk talk = server.talk()) {
            String id = talk.trigger("T1,part=D,lot=7").get(2);
            JsonNode detail = Json.read(talk.ask("DETAIL," + id));

            assertThat(detail.get("id").longValue()).isEqualTo(Long.parseLong(id));
            assertThat(detail.get("part").textValue()).isEqualTo("D");
            assertThat(detail.get("keys").get("lot").textValue()).isEqualTo("7");
            assertThat(detail.get("jobVersion").textValue()).matches("[0-9a-f]{12}");
            assertThat(detail.get("overlays")).isNotEmpty();
            assertThat(detail.get("overlays").get(0).get("points")).hasSizeGreaterThan(1);
            assertThat(detail.get("overlays").get(0).get("tool").textValue()).isEqualTo("light");
            assertThat(detail.get("stages")).isNotEmpty();
            assertThat(detail.has("late")).isTrue();
        }
    }

    @Test
    void anOfflineStationShowsLivePicturesUntilTheyAreSwitchedOff() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("OFFLINE3")).isEqualTo("OFFLINE3,OK");
            assertThat(talk.ask("LIVE3,ON,20")).isEqualTo("LIVE3,OK");
            for (int i = 0; i < 4; i++) {
                frame(talk, 3);
            }
            talk.send("LIVE3,OFF\r\n");
            String line = talk.line();
            while (line.startsWith("!FRAME,")) {
                talk.bytes(Integer.parseInt(Talk.fields(line).get(5)));
                line = talk.line();
            }
            assertThat(line).isEqualTo("LIVE3,OK");
            assertThat(talk.isSilentFor(300)).isTrue();
        }
    }

    @Test
    void anOnlineStationShowsItsTriggeredPicturesOnly() throws IOException {
        try (Talk viewer = server.talk();
                Talk talk = server.talk()) {
            assertThat(viewer.ask("LIVE2,ON,30")).isEqualTo("LIVE2,OK");
            assertThat(viewer.isSilentFor(300)).isTrue();
            talk.trigger("T2");
            frame(viewer, 2);
            assertThat(viewer.ask("LIVE2,OFF")).isEqualTo("LIVE2,OK");
        }
    }

    private static void frame(Talk talk, int station) throws IOException {
        List<String> head = Talk.fields(talk.line());
        assertThat(head.subList(0, 5))
                .containsExactly(
                        "!FRAME", Integer.toString(station), "jpeg", Integer.toString(WIDTH), Integer.toString(HEIGHT));
        assertThat(decoded(talk.bytes(Integer.parseInt(head.get(5)))).getWidth())
                .isEqualTo(WIDTH);
    }

    @Test
    void aSubscriberHearsStatesAtOnceThenResultsOfEveryOrigin() throws IOException {
        try (Talk viewer = server.talk();
                Talk talk = server.talk()) {
            assertThat(viewer.ask("SUBSCRIBE")).isEqualTo("SUBSCRIBE,OK");
            assertThat(viewer.line()).isEqualTo("!STATUS,1,READY,plate");
            assertThat(viewer.line()).startsWith("!STATUS,2,");
            assertThat(viewer.line()).isEqualTo("!STATUS,3,OFFLINE,plate");
            assertThat(viewer.line()).startsWith("!STATUS,4,");
            assertThat(viewer.line()).isEqualTo("!STATUS,5,FAULT,plate");

            List<String> reply = talk.trigger("T1,part=seen");
            assertThat(viewer.line()).isEqualTo("!RESULT,1," + String.join(",", reply.subList(1, reply.size())));
            talk.ask("JOB1,dark");
            assertThat(viewer.line()).isEqualTo("!STATUS,1,READY,dark");
            talk.ask("JOB1,plate");
            assertThat(viewer.line()).isEqualTo("!STATUS,1,READY,plate");

            assertThat(viewer.ask("UNSUBSCRIBE")).isEqualTo("UNSUBSCRIBE,OK");
            talk.trigger("T1");
            assertThat(viewer.isSilentFor(200)).isTrue();
        }
    }

    @Test
    void aSubscriberOfOneStationHearsNothingOfOthers() throws IOException {
        try (Talk viewer = server.talk();
                Talk talk = server.talk()) {
            assertThat(viewer.ask("SUBSCRIBE3")).isEqualTo("SUBSCRIBE3,OK");
            assertThat(viewer.line()).isEqualTo("!STATUS,3,OFFLINE,plate");
            talk.trigger("T1");
            assertThat(viewer.isSilentFor(200)).isTrue();
            talk.ask("ONLINE3");
            assertThat(viewer.line()).isEqualTo("!STATUS,3,READY,plate");
            talk.ask("OFFLINE3");
            assertThat(viewer.line()).isEqualTo("!STATUS,3,OFFLINE,plate");
        }
    }

    @Test
    void whoTriggersAndIsSubscribedGetsTheReplyAndTheEvent() throws IOException {
        try (Talk talk = server.talk()) {
            talk.trigger("T1");
            talk.ask("SUBSCRIBE1");
            assertThat(talk.line()).startsWith("!STATUS,1,");
            talk.send("T1#both\r\n");
            List<String> lines = List.of(talk.line(), talk.line());

            assertThat(lines).anyMatch(line -> line.startsWith("T1#both,OK,"));
            assertThat(lines).anyMatch(line -> line.startsWith("!RESULT,1,OK,"));
        }
    }

    @Test
    void aJobIsChangedWhenTheReplyIsThere() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("JOB1")).isEqualTo("JOB1,OK,plate");
            assertThat(talk.ask("JOB1,dark")).matches("JOB1,OK,dark,\\d+\\.\\d");
            assertThat(talk.ask("T1")).startsWith("T1,NG,");
            assertThat(talk.ask("JOB1")).isEqualTo("JOB1,OK,dark");
            assertThat(talk.ask("JOB1,plate")).startsWith("JOB1,OK,plate,");
        }
    }

    @Test
    void aPartThatIsAnsweredAfterAResetCountsAfterIt() throws IOException {
        try (Talk talk = server.talk()) {
            talk.trigger("T2");
            talk.send("T2#run\r\nRESET2#reset\r\n");
            assertThat(talk.line()).isEqualTo("RESET2#reset,OK");
            assertThat(talk.line()).startsWith("T2#run,");
            assertThat(talk.askFields("S2").get(5)).isEqualTo("1");
        }
    }

    @Test
    void severalChangesOfTheJobInARowAreDoneInTheirOrder() throws IOException {
        try (Talk talk = server.talk()) {
            talk.send("JOB1,dark\r\nJOB1,code\r\nJOB1,none\r\nJOB1,plate\r\n");
            assertThat(talk.line()).startsWith("JOB1,OK,dark,");
            assertThat(talk.line()).startsWith("JOB1,OK,code,");
            assertThat(talk.line()).isEqualTo("ER,JOB1,13,no such job");
            assertThat(talk.line()).startsWith("JOB1,OK,plate,");
            assertThat(talk.ask("JOB1")).isEqualTo("JOB1,OK,plate");
        }
    }

    @Test
    void aJobWaitsForTheRunningInspectionAndTriggersMeanwhileAreBusy() throws IOException {
        try (Talk talk = server.talk()) {
            talk.trigger("T2");
            talk.send("T2#run\r\nJOB2#change,dark\r\nT2#meanwhile\r\n");
            assertThat(talk.line()).isEqualTo("ER,T2#meanwhile,11,station busy");
            assertThat(talk.line()).startsWith("T2#run,");
            assertThat(talk.line()).startsWith("JOB2#change,OK,dark,");
            assertThat(talk.ask("JOB2,plate")).startsWith("JOB2,OK,plate,");
        }
    }

    @Test
    void namesNumbersAndVerbsAreListed() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("JOBS1")).isEqualTo("JOBS1,OK,beyond,code,dark,plate");
            assertThat(talk.ask("STATIONS")).isEqualTo("STATIONS,OK,1,2,3,4,5");
            assertThat(talk.askFields("HELP"))
                    .contains("T", "TA", "S", "LAST", "RESULT", "SINCE", "IMAGE", "DETAIL", "LIVE", "SUBSCRIBE")
                    .contains("UNSUBSCRIBE", "JOB", "JOBS", "STATIONS", "HELP", "ONLINE", "OFFLINE", "RESET")
                    .contains("FORMAT", "HELLO", "PING", "BYE", "GET", "SET", "STATUS", "ROLE", "LOGIN");
        }
    }

    @Test
    void helloTellsTheProgramAndAPromiseNotKeptClosesTheConnection() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("HELLO")).matches("HELLO,OK,Shutterline,\\d+\\.\\d+\\.\\d+,1");
            assertThat(talk.ask("HELLO,press 4,alive=150")).startsWith("HELLO,OK,Shutterline,");
            long start = System.nanoTime();
            assertThat(talk.isEnded()).isTrue();
            assertThat((System.nanoTime() - start) / 1e6).isBetween(300.0, 2_000.0);
        }
    }

    @Test
    void byeIsAnsweredThenClosed() throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("BYE")).isEqualTo("BYE,OK");
            assertThat(talk.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PING,x",
                "HELLO,me",
                "STATIONS",
                "JOBS1",
                "JOB1",
                "HELP",
                "S1",
                "S5",
                "T9",
                "FOO",
                "TA",
                "SUBSCRIBE9",
                "RESULT,999999",
                "FORMAT,JSON",
                "RESET2"
            })
    void everyReplyIsOneObjectInJson(String request) throws IOException {
        try (Talk talk = server.talk()) {
            assertThat(Json.read(talk.ask("FORMAT,JSON")).get("status").textValue())
                    .isEqualTo("OK");
            JsonNode reply = Json.read(talk.ask(request));

            assertThat(reply.has("re")).isTrue();
            assertThat(reply.get("status").textValue()).isIn("OK", "NG", "UNKNOWN", "ER");
            assertThat(talk.ask("FORMAT,FIELDS")).isEqualTo("FORMAT,OK");
        }
    }

    @Test
    void aResultInJsonNamesEverything() throws IOException {
        try (Talk talk = server.talk()) {
            talk.trigger("T1");
            talk.ask("FORMAT,JSON");
            JsonNode reply = Json.read(talk.ask("T1#j,part=P1,once=json-1"));

            assertThat(reply.get("re").textValue()).isEqualTo("T1#j");
            assertThat(reply.get("status").textValue()).isEqualTo("OK");
            assertThat(reply.get("station").intValue()).isEqualTo(1);
            assertThat(reply.get("job").textValue()).isEqualTo("plate");
            assertThat(reply.get("part").textValue()).isEqualTo("P1");
            assertThat(reply.get("origin").textValue()).isEqualTo("wire");
            assertThat(reply.get("image").textValue()).isIn("pending", "stored");
            assertThat(OffsetDateTime.parse(reply.get("time").textValue())).isBefore(OffsetDateTime.now());
            assertThat(reply.get("repeated").booleanValue()).isFalse();
            JsonNode value = reply.get("values").get(0);
            assertThat(value.get("name").textValue()).isEqualTo("light");
            assertThat(value.get("value").isNumber()).isTrue();
            assertThat(value.get("low").doubleValue()).isEqualTo(20);
            assertThat(value.get("high").doubleValue()).isEqualTo(240);
            assertThat(value.get("verdict").textValue()).isEqualTo("OK");
            assertThat(Json.read(talk.ask("T1,part=P1,once=json-1"))
                            .get("repeated")
                            .booleanValue())
                    .isTrue();
        }
    }

    @Test
    void errorsUnknownsEventsAndPicturesHaveTheirJsonShapes() throws IOException {
        try (Talk talk = server.talk()) {
            talk.ask("FORMAT,JSON");
            JsonNode refused = Json.read(talk.ask("T3"));
            assertThat(refused.get("code").intValue()).isEqualTo(12);
            assertThat(refused.get("text").textValue()).isEqualTo("station offline");
            JsonNode unknown = Json.read(talk.ask("T4#u"));
            assertThat(unknown.get("status").textValue()).isEqualTo("UNKNOWN");
            assertThat(unknown.get("code").intValue()).isEqualTo(21);
            assertThat(unknown.get("reason").textValue()).isNotEmpty();
            assertThat(unknown.get("values").get(0).get("value").isNull()).isTrue();
            JsonNode all = Json.read(talk.ask("TA#a"));
            assertThat(all.get("verdict").textValue()).isEqualTo("UNKNOWN");
            assertThat(all.get("results")).hasSize(4);
            String id = talk.ask("T1").contains("\"id\"")
                    ? Json.read(talk.ask("LAST1")).get("id").asText()
                    : "";
            JsonNode image = Json.read(talk.ask("IMAGE," + id));
            assertThat(image.get("width").intValue()).isEqualTo(WIDTH);
            talk.bytes(image.get("length").intValue());
            talk.ask("SUBSCRIBE3");
            JsonNode event = Json.read(talk.line());
            assertThat(event.get("event").textValue()).isEqualTo("STATUS");
            assertThat(event.get("state").textValue()).isEqualTo("OFFLINE");
        }
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(picture).as("a picture that can be read").isNotNull();
        return picture;
    }
}
