package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.spi.Talk;

/** Each reply as fields and as JSON. */
class RepliesTest {
    private static final String RESULT =
            "\"id\":7,\"station\":1,\"job\":\"plate-A\",\"time\":\"2026-11-23T14:03:22.417+01:00\","
                    + "\"ms\":5.1,\"part\":null,\"origin\":\"wire\",\"repeated\":false,\"image\":\"pending\",";

    private final Talk talk = Parts.talk();
    private final Talk json = Parts.talk().says("FORMAT,JSON\n").hears("{\"re\":\"FORMAT\",\"status\":\"OK\"}\n");

    @Test
    void results() {
        both(
                "LAST1",
                new Reply.Found(Parts.ok(
                        7,
                        1,
                        5.06,
                        Parts.number(-0.0001),
                        new Value.YesNo(true),
                        new Value.Decimal(3, 0),
                        Parts.text("a,b"),
                        new Value.YesNo(false),
                        Value.missing())));
        talk.hears("LAST1,OK,7,5.1,0.000,1,3,\"a,b\",0,\n");
        json.hears("{\"re\":\"LAST1\",\"status\":\"OK\"," + RESULT + "\"values\":[" + value("0.000", "number") + ","
                + value("1", "yesno") + "," + value("3", "number") + "," + value("\"a,b\"", "text") + ","
                + value("0", "yesno")
                + ",{\"name\":\"width\",\"value\":null,\"unit\":\"mm\",\"low\":null,\"high\":null,\"verdict\":\"OK\"}"
                + "]}\n");
    }

    private static String value(String value, String kind) {
        return "{\"name\":\"width\",\"value\":" + value + ",\"kind\":\"" + kind
                + "\",\"unit\":\"mm\",\"low\":null,\"high\":null,\"verdict\":\"OK\"}";
    }

    @Test
    void aWarningIsOkWithAMarkInJsonAndJustOkAsFields() {
        both("LAST1", new Reply.Found(Parts.warning(7, 1, 5.06, Parts.number(4.95), "width close to its limit")));
        talk.hears("LAST1,OK,7,5.1,4.950\n");
        json.hears("{\"re\":\"LAST1\",\"status\":\"OK\"," + RESULT
                + "\"values\":[{\"name\":\"width\",\"value\":4.950,\"kind\":\"number\",\"unit\":\"mm\",\"low\":null,"
                + "\"high\":null,\"verdict\":\"OK\",\"reason\":\"width close to its limit\",\"warning\":true}],"
                + "\"warning\":true}\n");
    }

    @Test
    void unknownResultsTellCodeAndReason() {
        both("RESULT,7", new Reply.Found(Parts.unknown(7, 1, 5.06, Code.CAMERA_TIMEOUT, "no picture, 2 s")));
        talk.hears("RESULT,UNKNOWN,7,5.1,21,\"no picture, 2 s\"\n");
        json.hears("{\"re\":\"RESULT\",\"status\":\"UNKNOWN\"," + RESULT
                + "\"values\":[],\"code\":21,\"reason\":\"no picture, 2 s\"}\n");
    }

    @Test
    void aRepeatSaysSoInJson() {
        json.says("T1\nT1\n").replies(new Reply.Repeated(Parts.ok(7, 1, 5.06)));
        assertThat(json.heardText()).contains("\"repeated\":true");
        json.hears(json.heardText()).replies(new Reply.Accepted(8, true));
        json.happens(new Event.Finished(Parts.ok(8, 1, 5.06)));
        assertThat(json.heardText()).contains("\"id\":8").contains("\"repeated\":true");
    }

    @Test
    void errors() {
        both("S1#x", new Reply.Refused(Code.STATION_FAULT, "camera, away"));
        talk.hears("ER,S1#x,16,\"camera, away\"\n");
        json.hears("{\"re\":\"S1#x\",\"status\":\"ER\",\"code\":16,\"text\":\"camera, away\"}\n");
        json.says("\"\n").hears("{\"re\":\"\",\"status\":\"ER\",\"code\":2,\"text\":\"malformed line\"}\n");
    }

    @Test
    void status() {
        both("S1", new Reply.Status(Parts.status(1, StationState.BUSY, "plate-A")));
        talk.hears("S1,OK,BUSY,plate-A,1043,6,3,2,1,4\n");
        json.hears(
                "{\"re\":\"S1\",\"status\":\"OK\",\"station\":1,\"state\":\"BUSY\",\"job\":\"plate-A\",\"last\":1043,"
                        + "\"triggers\":6,\"ok\":3,\"ng\":2,\"unknown\":1,\"refused\":4,\"why\":\"\"}\n");
    }

    @Test
    void since() {
        both("SINCE1,5", new Reply.Results(List.of(Parts.ok(7, 1, 5.06), Parts.ng(9, 1, 5.06))));
        talk.hears("SINCE1,OK,2\n!RESULT,1,OK,7,5.1\n!RESULT,1,NG,9,5.1\n");
        json.hears(
                "{\"re\":\"SINCE1\",\"status\":\"OK\",\"count\":2}\n{\"event\":\"RESULT\",\"status\":\"OK\"," + RESULT
                        + "\"values\":[]}\n{\"event\":\"RESULT\",\"status\":\"NG\"," + RESULT.replace(":7", ":9")
                        + "\"values\":[]}\n");
        both("SINCE1,5", new Reply.Results(List.of()));
        talk.hears("SINCE1,OK,0\n");
    }

    @Test
    void pictures() {
        talk.says("IMAGE,7\n").replies(picture());
        json.says("IMAGE,7\n").replies(picture());
        talk.hears("IMAGE,OK,7,mono8,2,1,2\n\n\u00ff");
        json.hears(
                "{\"re\":\"IMAGE\",\"status\":\"OK\",\"id\":7,\"format\":\"mono8\",\"width\":2,\"height\":1,\"length\":2}\n\n\u00ff");
    }

    private static Reply picture() {
        return new Reply.PictureOf(7, new Picture("mono8", 2, 1, Blob.of(new byte[] {'\n', (byte) 255})));
    }

    @Test
    void theSmallOnes() {
        both("TIMES1", new Reply.TimesOf(1, 2, List.of(new StageSummary("picture", 5.12345, 5, 6, 7))));
        String times = "{\"re\":\"TIMES1\",\"status\":\"OK\",\"station\":1,\"triggers\":2,\"stages\":["
                + "{\"stage\":\"picture\",\"last\":5.123,\"p50\":5.0,\"p95\":6.0,\"p99\":7.0}]}\n";
        talk.hears(times);
        json.hears(times);
        both("JOB1", new Reply.JobOf("plate A"));
        talk.hears("JOB1,OK,plate A\n");
        json.hears("{\"re\":\"JOB1\",\"status\":\"OK\",\"job\":\"plate A\"}\n");
        both("JOB1,b", new Reply.JobChanged("b", 12.34));
        talk.hears("JOB1,OK,b,12.3\n");
        json.hears("{\"re\":\"JOB1\",\"status\":\"OK\",\"job\":\"b\",\"ms\":12.3}\n");
        both("JOBS1", new Reply.Jobs(List.of("a", "b,c")));
        talk.hears("JOBS1,OK,a,\"b,c\"\n");
        json.hears("{\"re\":\"JOBS1\",\"status\":\"OK\",\"jobs\":[\"a\",\"b,c\"]}\n");
        both("STATIONS", new Reply.Stations(List.of(1, 2)));
        talk.hears("STATIONS,OK,1,2\n");
        json.hears("{\"re\":\"STATIONS\",\"status\":\"OK\",\"stations\":[1,2]}\n");
        both("SET1,a.b,5", new Reply.Done());
        talk.hears("SET1,OK\n");
        json.hears("{\"re\":\"SET1\",\"status\":\"OK\"}\n");
        both("RESET01#4", new Reply.Done());
        talk.hears("RESET01#4,OK\n");
        json.hears("{\"re\":\"RESET01#4\",\"status\":\"OK\"}\n");
    }

    @Test
    void parameters() {
        both("GET1,a.low", new Reply.ParameterOf("11.5", Reply.ParameterOf.Kind.NUMBER));
        talk.hears("GET1,OK,11.5\n");
        json.hears("{\"re\":\"GET1\",\"status\":\"OK\",\"value\":11.5}\n");
        both("GET01#7,a.high", new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE));
        talk.hears("GET01#7,OK,\n");
        json.hears("{\"re\":\"GET01#7\",\"status\":\"OK\",\"value\":null}\n");
        both("GET1,a.polarity", new Reply.ParameterOf("dark-on-light, or not", Reply.ParameterOf.Kind.TEXT));
        talk.hears("GET1,OK,\"dark-on-light, or not\"\n");
        json.hears("{\"re\":\"GET1\",\"status\":\"OK\",\"value\":\"dark-on-light, or not\"}\n");
        both("GET1,a.kinds", new Reply.ParameterOf("[\"qr\",\"aztec\"]", Reply.ParameterOf.Kind.JSON));
        talk.hears("GET1,OK,\"[\"\"qr\"\",\"\"aztec\"\"]\"\n");
        json.hears("{\"re\":\"GET1\",\"status\":\"OK\",\"value\":[\"qr\",\"aztec\"]}\n");
    }

    @Test
    void allStations() {
        both(
                "TA",
                new Reply.AllTriggered(List.of(
                        new Reply.StationAnswer(1, new Reply.Repeated(Parts.ok(7, 1, 5.06))),
                        new Reply.StationAnswer(2, new Reply.Refused(Code.STATION_BUSY)))));
        talk.hears("TA,UNKNOWN,2,1,OK,7,2,ER,11\n");
        json.hears("{\"re\":\"TA\",\"status\":\"UNKNOWN\",\"verdict\":\"UNKNOWN\",\"results\":[{\"status\":\"OK\","
                + RESULT
                + "\"values\":[]},{\"status\":\"ER\",\"station\":2,\"code\":11,\"text\":\"station busy\"}]}\n");
    }

    @Test
    void ofItself() {
        String version = Product.load().version();
        assertThat(version).matches("[0-9]+\\.[0-9]+.*");
        talk.says("HELLO\nHELLO,plc\nHELP\n")
                .hears("HELLO,OK,Shutterline," + version + ",1\nHELLO,OK,Shutterline,"
                        + version
                        + ",1\nHELP,OK,T,TA,S,TIMES,STATUS,LAST,RESULT,SINCE,IMAGE,DETAIL,LIVE,SUBSCRIBE,UNSUBSCRIBE,JOB,JOBS,STATIONS,"
                        + "HELP,ONLINE,OFFLINE,RESET,GET,SET,FORMAT,ROLE,LOGIN,HELLO,PING,BYE\n");
        json.says("HELLO\nPING\nPING,a\n")
                .hears("{\"re\":\"HELLO\",\"status\":\"OK\",\"product\":\"Shutterline\",\"version\":\""
                        + version + "\",\"protocol\":1}\n{\"re\":\"PING\",\"status\":\"OK\"}\n"
                        + "{\"re\":\"PING\",\"status\":\"OK\",\"text\":\"a\"}\n");
    }

    @Test
    void theFormatChangesWithItsReplyAndEarlierRequestsKeepTheirs() {
        talk.says("SUBSCRIBE1\n").replies(new Reply.Subscribed(List.of())).hears("SUBSCRIBE1,OK\n");
        talk.says("T1\nFORMAT,JSON\nPING\n").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.Finished(Parts.ok(8, 1, 5.06))).hears("!RESULT,1,OK,8,5.1\n");
        talk.happens(new Event.Finished(Parts.ok(7, 1, 5.06)));
        talk.hears("T1,OK,7,5.1\n{\"re\":\"FORMAT\",\"status\":\"OK\"}\n{\"re\":\"PING\",\"status\":\"OK\"}\n"
                + "{\"event\":\"RESULT\",\"status\":\"OK\"," + RESULT + "\"values\":[]}\n");
        talk.says("FORMAT,FIELDS\n").hears("FORMAT,OK\n");
    }

    @Test
    void aDetailIsJsonInBothFormats() {
        both(
                "DETAIL,7",
                new Reply.DetailOf(new Detail(Parts.ok(7, 1, 5.06), "v1", List.of(), List.of(), Map.of(), List.of())));
        String line = "{\"re\":\"DETAIL\",\"status\":\"OK\"," + RESULT
                + "\"values\":[],\"jobVersion\":\"v1\",\"overlays\":[],\"stages\":[],\"notes\":{},\"late\":[]}\n";
        talk.hears(line);
        json.hears(line);
    }

    @Test
    void anAnswerThatIsTooLongIsAnError() {
        talk.says("LAST1\n").replies(new Reply.Found(Parts.ok(7, 1, 1, Parts.text("x".repeat(1 << 20)))));
        talk.hears("ER,LAST1,99,the answer is too long\n");
    }

    private void both(String line, Reply reply) {
        talk.says(line + "\n").replies(reply);
        json.says(line + "\n").replies(reply);
    }
}
