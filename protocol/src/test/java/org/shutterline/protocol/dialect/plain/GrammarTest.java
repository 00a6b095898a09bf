package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.Talk;

class GrammarTest {
    private final Talk talk = Parts.talk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                ",part=5",
                "1",
                "#a",
                "1T",
                "T-1",
                "T123",
                "T1 #a",
                "T1#",
                "T1#a b",
                "T1#a/b",
                "T1#\u00e4",
                "T 1",
                "\"T1\"",
                "T1,part=\"5",
                "T1,part=5\"",
                "T1,\"part=5",
                "T1,\"part=5\"x",
                "T1,part=\"5\"",
                "T1,\t",
                "T1\t",
                "\u001bT1",
                "T1,\u007f",
                "T1,part=\\",
                "T1,part=\\q",
                "T1,part=\\x4",
                "T1,part=\\xg0",
                "T1,part=\\u12",
                "T1,part=\\ud800",
                "T1,part=\\udc00\\ud800",
                "\\x541",
                "T\\x31",
                "ABCDEFGHIJKLMNOPQ",
                "T1,part=\u00ff",
                "T1,part=\u00c0\u0080",
                "T1,part=\u00ed\u00a0\u0080",
                "T1,part=\u00c2\u0085",
                "FOO,\"",
                "T9,\u0001",
                "!T1",
                "T1;PING",
                "T1,\\\"",
                "\u00d4\u00b9"
            })
    void whatIsNotOfTheGrammarIsMalformed(String line) {
        talk.says(line + "\n").asks().hears("ER,,02,malformed line\n");
    }

    @Test
    void aTagOf65IsMalformedAndOneOf64IsNot() {
        talk.says("PING#" + "t".repeat(65) + "\n").hears("ER,,02,malformed line\n");
        talk.says("PING#" + "t".repeat(64) + "\n").hears("PING#" + "t".repeat(64) + ",OK\n");
        talk.says("ping#azAZ09._:-\n").hears("PING#azAZ09._:-,OK\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "ABCDEFGHIJKLMNOP", "TT1", "FOO0", "FOO1#a", "STATE", "LOGON,a,b", "X,y,z"})
    void unknownVerbs(String line) {
        talk.says(line + "\n").asks().hears("ER," + line.split(",")[0] + ",01,unknown command\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T",
                "T,part=5",
                "TA1",
                "TA0",
                "S",
                "S1,",
                "S1,x",
                "LAST",
                "LAST1,1",
                "RESULT",
                "RESULT1,5",
                "RESULT,",
                "RESULT,x",
                "RESULT,-1",
                "RESULT,+1",
                "RESULT,1.0",
                "RESULT,1,2",
                "SINCE1",
                "SINCE,5",
                "SINCE1,x",
                "SINCE1,5,0",
                "SINCE1,5,1001",
                "SINCE1,5,6,7",
                "SINCE1,5,",
                "IMAGE",
                "IMAGE1,5",
                "IMAGE,5,gif",
                "IMAGE,5,",
                "IMAGE,5,png,big",
                "IMAGE,5,png,source,x",
                "DETAIL",
                "DETAIL,a",
                "LIVE,ON",
                "LIVE1",
                "LIVE1,YES",
                "LIVE1,ON,0",
                "LIVE1,ON,31",
                "LIVE1,ON,",
                "LIVE1,ON,5,6",
                "LIVE1,OFF,5",
                "SUBSCRIBE1,5",
                "SUBSCRIBE,x",
                "UNSUBSCRIBE,1",
                "JOB",
                "JOB1,a,b",
                "JOBS",
                "JOBS1,a",
                "STATIONS1",
                "STATIONS,x",
                "HELP1",
                "HELP,T",
                "ONLINE",
                "ONLINE1,x",
                "OFFLINE",
                "RESET",
                "RESET1,5",
                "GET,a.b",
                "GET1",
                "GET1,",
                "GET1,a.b,5",
                "SET,a.b,5",
                "SET1",
                "SET1,a.b",
                "SET1,,5",
                "SET1,a.b,1,2",
                "FORMAT",
                "FORMAT1,JSON",
                "FORMAT,XML",
                "FORMAT,JSON,x",
                "HELLO1",
                "HELLO,a,b",
                "HELLO,a,alive=",
                "HELLO,a,alive=0",
                "HELLO,a,alive=-5",
                "HELLO,a,alive=5,c",
                "PING1",
                "PING,a,b",
                "BYE1",
                "BYE,now",
                "T1,",
                "T1,x",
                "T1,=x",
                "T1,Part=5",
                "T1,pa-rt=5",
                "T1,part=5,part=6",
                "T1,part=5,part=5",
                "T1,once=",
                "T1,once=a b",
                "T1,a=1,b=2,a=3",
                "TA,x",
                "T0,x",
                "T1,\u00c3\u00a4=5",
                "T1,part =5",
                "T00,part",
                "LIVE0,MAYBE"
            })
    void wrongArguments(String line) {
        String head = line.split(",")[0];
        talk.says(line + "\n").asks().hears("ER," + head + ",03,wrong argument\n");
    }

    @Test
    void keysAndOnceHaveLimits() {
        String wrong = "ER,T1,03,wrong argument\n";
        talk.says("T1," + "k".repeat(33) + "=1\n").hears(wrong);
        talk.says("T1,once=" + "o".repeat(65) + "\n").hears(wrong);
        talk.says("T1," + keys(17) + "\n").hears(wrong).asks();
        talk.says("T1,part=p,once=" + "o".repeat(64) + "," + keys(15) + "," + "k".repeat(32) + "=1\n");
        TriggerRequest request = ((Command.Trigger) talk.unanswered().get(0)).request();
        assertThat(request.keys()).hasSize(16);
        assertThat(request.part()).contains("p");
        assertThat(request.once()).contains("o".repeat(64));
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k_" + i + "=" + i).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T0", "T00", "S0", "JOB0,a", "SUBSCRIBE0", "UNSUBSCRIBE00", "LIVE0,ON", "T0#a"})
    void thereIsNoStation0(String line) {
        talk.says(line + "\n").asks().hears("ER," + line.split(",")[0] + ",10,no such station\n");
    }

    @Test
    void blanksAroundFieldsAndAtTheEndAreDropped() {
        talk.says(" T1 , part=a b , \"once=k\"  \n")
                .asks(new Command.Trigger(1, new TriggerRequest(Optional.of("a b"), Optional.of("k"), Map.of())));
        talk.says("T01 \n").asks(new Command.Trigger(1, TriggerRequest.PLAIN));
        talk.replies(new Reply.Refused(Code.STATION_BUSY)).hears("ER,T1,11,station busy\n");
        talk.replies(new Reply.Refused(Code.STATION_BUSY)).hears("ER,T01,11,station busy\n");
    }

    @Test
    void fieldsAreUnquotedAndUnescaped() {
        talk.says("T1,\"part= \"\"A\"\",\\r\\n\\0\\x1b\\\\\\u00fc \",k=\\ud83d\\ude00\\xE4\n");
        TriggerRequest request = ((Command.Trigger) talk.unanswered().get(0)).request();
        assertThat(request.part()).contains(" \"A\",\r\n\0\u001b\\\u00fc ");
        assertThat(request.keys()).containsEntry("k", "\ud83d\ude00\u00e4");
    }

    @Test
    void anEmptyPartIsAPart() {
        talk.says("T1,part=,x=\n")
                .asks(new Command.Trigger(1, new TriggerRequest(Optional.of(""), Optional.empty(), Map.of("x", ""))));
    }

    @Test
    void everyVerbIsUnderstood() {
        talk.says(
                "s2\nLAST2\nRESULT,007\nSINCE2,5\nSINCE2,5,10\nIMAGE,5\nIMAGE,5,png\nIMAGE,5,RAW,Thumbnail\nDETAIL,5\n");
        talk.asks(
                new Command.AskStatus(2),
                new Command.LastResult(2),
                new Command.FindResult(7),
                new Command.ResultsSince(2, 5, 1_000),
                new Command.ResultsSince(2, 5, 10),
                new Command.FetchPicture(5, PictureFormat.JPEG, PictureView.SOURCE),
                new Command.FetchPicture(5, PictureFormat.PNG, PictureView.SOURCE),
                new Command.FetchPicture(5, PictureFormat.RAW, PictureView.THUMBNAIL),
                new Command.FetchDetail(5));
        talk.says("LIVE2,ON\nlive2,on,30\nLIVE2,OFF\nSUBSCRIBE\nSUBSCRIBE2\nUNSUBSCRIBE\nUNSUBSCRIBE2\n");
        talk.asks(
                new Command.StartLive(2, 10),
                new Command.StartLive(2, 30),
                new Command.StopLive(2),
                new Command.Subscribe(OptionalInt.empty()),
                new Command.Subscribe(OptionalInt.of(2)),
                new Command.Unsubscribe(OptionalInt.empty()),
                new Command.Unsubscribe(OptionalInt.of(2)));
        talk.says("TIMES2\nSTATUS\nJOB2\nJOB2,plate-B\nJOBS2\nSTATIONS\nONLINE2\nOFFLINE2\nRESET2\n");
        talk.asks(
                new Command.AskTimes(2),
                new Command.AskHealth(),
                new Command.AskJob(2),
                new Command.ChangeJob(2, "plate-B"),
                new Command.ListJobs(2),
                new Command.ListStations(),
                new Command.GoOnline(2),
                new Command.GoOffline(2),
                new Command.ResetCounters(2));
        talk.says("RESULT#x,99999999999999999999\n").asks(new Command.FindResult(Long.MAX_VALUE));
    }

    @Test
    void verbsAreUpperCasedByAsciiRulesWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            talk.says("ping\nlive1,on\nimage,5,Raw,thumbnail\noffline1,i\n");
            talk.asks(
                    new Command.StartLive(1, 10),
                    new Command.FetchPicture(5, PictureFormat.RAW, PictureView.THUMBNAIL));
            talk.hears("PING,OK\n").replies(new Reply.Done());
            talk.replies(new Reply.Refused(Code.NO_SUCH_RESULT));
            talk.hears("LIVE1,OK\nER,IMAGE,14,no such result\n" + "ER,OFFLINE1,03,wrong argument\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textIsUtf8() {
        talk.says("PING,\u00fc\u20ac\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(talk.heardText().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo("PING,OK,\u00fc\u20ac\ud83d\ude00\n");
    }

    @Test
    void orLatin1WhereAListenerIsSetToIt() {
        Talk latin = Parts.talk(Map.of("encoding", "iso-8859-1"));
        latin.says("PING,\u00fc\n").hears("PING,OK,\u00fc\n");
        latin.says("PING,\\u20ac\\ud83d\\ude00\\xfc\n").hears("PING,OK,\\u20AC\\uD83D\\uDE00\u00fc\n");
        latin.says("PING,\u0085\n").hears("ER,,02,malformed line\n");
        latin.says("FORMAT,JSON\nPING,\\u20ac\u00fc\n")
                .hears("{\"re\":\"FORMAT\",\"status\":\"OK\"}\n"
                        + "{\"re\":\"PING\",\"status\":\"OK\",\"text\":\"\\u20AC\u00fc\"}\n");
    }

    @Test
    void whatALineMayNotHoldIsEscapedInReplies() {
        talk.says("PING,\"a\"\",\\r\\n\\0\\x1b\\x7f\\x85\\\\\"\n")
                .hears("PING,OK,\"a\"\",\\r\\n\\0\\x1B\\x7F\\x85\\\\\"\n");
        talk.says("PING,\" a\"\nPING,\"a \"\nPING,\"\"\nPING,\"a b\"\nPING\nPING,\n")
                .hears("PING,OK,\" a\"\nPING,OK,\"a \"\nPING,OK,\nPING,OK,a b\nPING,OK\nPING,OK,\n");
    }
}
