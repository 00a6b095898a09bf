package org.shutterline.protocol.dialect.custom;

import static org.shutterline.protocol.spi.Samples.measured;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;
import static org.shutterline.protocol.spi.Samples.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.LineFuzz;
import org.shutterline.protocol.spi.SkipsTelnet;
import org.shutterline.protocol.spi.Talk;

/** Talks by one table that has a row for each verb. */
class CustomTest implements SkipsTelnet {
    private static final List<Map<String, Object>> ROWS = List.of(
            Map.of("in", "TRIG", "do", "trigger", "result", "{judgement};{value:width|08.3};{value:height}"),
            Map.of("in", "TRIG {part} FOR {order}", "do", "trigger", "accepted", "GO {part}", "result", "{line}"),
            Map.of("in", "TRIG {part}", "do", "trigger", "accepted", "GO {part}", "result", "{id|6} {judgement|-7}."),
            Map.of("regex", "CAM(?<station>\\d) ?(?<once>#\\w+)?", "do", "trigger", "result", "C{station}={judgement}"),
            Map.of("in", "LAST", "do", "last", "result", "{id} {judgement} {values} {verdicts} {verdict:width}"),
            Map.of("in", "VAL {output}", "do", "value", "result", "{output}={value|+09.2}"),
            Map.of("in", "WIDTH?", "do", "value", "output", "width", "result", "{value}", "refused", "none {text}"),
            Map.of("in", "STAT", "do", "status", "result", "{state} {job} {ok}/{triggers|4}"),
            Map.of("in", "JOB?", "do", "job", "result", "{job}"),
            Map.of("in", "JOB {job}", "do", "change-job", "result", "JOB {job} OK"),
            Map.of("in", "UP", "do", "online", "result", "UP"),
            Map.of("in", "DOWN", "do", "offline", "result", "DOWN"),
            Map.of("in", "LOW?", "do", "get", "setting", "hole.low", "result", "{value|.1}"),
            Map.of("in", "LOW {value}", "do", "set", "setting", "hole.low", "result", "LOW {value}"),
            Map.of("in", "CLR", "do", "reset-counters", "result", "CLR"),
            Map.of("in", "VER", "do", "version", "result", "{product} {version}"),
            Map.of("in", "HELLO {{}}", "do", "say", "result", "{{hello}}"));
    private static final InspectionResult GOOD =
            result(7, Verdict.OK, number("width", 12.3456, 2), number("height", -3.21, 2));
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);

    static Map<String, Object> table() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("rows", ROWS);
        settings.put("stations", List.of(1, 2));
        settings.put("jobs", Map.of("A", "plate-A", 7, "plate-B"));
        return settings;
    }

    @Override
    public Dialect dialect() {
        return new CustomDialect();
    }

    @Override
    public Map<String, Object> settings() {
        return table();
    }

    @Override
    public byte[] longTalk() {
        return "TRIG\nTRIG a\nLAST\nVAL width\nWIDTH?\nSTAT\nJOB?\nJOB 7\nUP\nLOW 5\nVER\nxyz\nCAM2 #a\nCAM3\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] trigger() {
        return "TRIG\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean saysGood(byte[] sent) {
        return new String(sent, StandardCharsets.UTF_8).contains("OK");
    }

    private Talk talk() {
        return talk(Map.of(), Role.ADMIN);
    }

    private Talk talk(Map<String, Object> more, Role role) {
        Map<String, Object> all = new HashMap<>(settings());
        all.putAll(more);
        return Talk.with(dialect().server(Options.checked("test", all, dialect().settings()), role));
    }

    private static Command triggers(int station, String part, String once, Map<String, String> keys) {
        return new Command.Trigger(
                station,
                new TriggerRequest(
                        Optional.of(part).filter(text -> !text.isEmpty()),
                        Optional.of(once).filter(text -> !text.isEmpty()),
                        keys));
    }

    @Test
    void answersATriggerWithItsResultWhereNothingIsAcknowledged() {
        talk().says("TRIG\nVER\n")
                .asks(TRIGGER)
                .replies(new Reply.Accepted(7, false))
                .hearsNothing()
                .happens(new Event.Finished(GOOD))
                .hears("OK;0012.346;-3.21\r\n")
                .passes(5)
                .hears("Shutterline 0.1.0\r\n");
    }

    @Test
    void acknowledgesATriggerAndSendsTheResultAsALineOfItsOwn() {
        talk().says("TRIG SN 4711\n")
                .asks(triggers(1, "SN 4711", "", Map.of()))
                .replies(new Reply.Accepted(7, false))
                .hears("GO SN 4711\r\n")
                .happens(new Event.Finished(GOOD))
                .hearsNothing()
                .passes(5)
                .hears("     7 OK     .\r\n");
    }

    @Test
    void namesStationsPartsAndKeys() {
        Talk talk = talk();
        talk.says("TRIG 4711 FOR A-9\n").asks(triggers(1, "4711", "", Map.of("order", "A-9")));
        talk.replies(new Reply.Accepted(7, false))
                .happens(new Event.Finished(GOOD))
                .passes(5);
        talk.hears("GO 4711\r\nOK,12.35,-3.21\r\n");
        talk.says("CAM2 #k1\n").asks(triggers(2, "", "#k1", Map.of()));
        talk.replies(new Reply.Refused(Code.STATION_BUSY)).hears("ERR 11\r\n");
        talk.says("CAM3\n").asks().hears("ERR 10\r\n");
    }

    @Test
    void tellsNgAndUnknownInWordsOfTheirOwnAndNeverAnOldValue() {
        Talk talk = talk();
        talk.says("TRIG\n").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.Finished(result(7, Verdict.NG, number("width", 123456.7, 1))))
                .hears("NG;--------;-\r\n");
        talk.says("TRIG\n").replies(new Reply.Accepted(8, false));
        talk.happens(new Event.Finished(
                        result(8, Verdict.UNKNOWN, measured("width", Value.missing(), Verdict.UNKNOWN))))
                .hears("UNKNOWN;--------;-\r\n");
        talk.says("TRIG\n").replies(new Reply.Accepted(9, false)).happens(new Event.Unsafe(1, 9));
        talk.hears("ERR 30\r\n");
    }

    @Test
    void tellsTheLastResultAndItsValues() {
        Talk talk = talk();
        talk.says("LAST\n")
                .asks(new Command.LastResult(1))
                .replies(new Reply.Found(GOOD))
                .hears("7 OK 12.35,-3.21 OK,OK OK\r\n");
        talk.says("VAL height\n").replies(new Reply.Found(GOOD)).hears("height=-00003.21\r\n");
        talk.says("WIDTH?\n").replies(new Reply.Found(GOOD)).hears("12.35\r\n");
        talk.says("VAL depth\n").replies(new Reply.Found(GOOD)).hears("ERR 03\r\n");
        talk.says("WIDTH?\n").replies(new Reply.Refused(Code.NO_SUCH_RESULT)).hears("none no such result\r\n");
    }

    @Test
    void tellsAndChangesTheRest() {
        Talk talk = talk();
        talk.says("STAT\n").replies(status(StationState.FAULT)).hears("FAULT A 1/   1\r\n");
        talk.says("JOB?\n").replies(new Reply.JobOf("plate-B")).hears("7\r\n");
        talk = talk().says("JOB 007\n").asks(new Command.ChangeJob(1, "plate-B"));
        talk.replies(new Reply.JobChanged("plate-B", 3)).hears("JOB 007 OK\r\n");
        talk.says("JOB B\n").asks().hears("ERR 13\r\n");
        talk.says("UP\n")
                .asks(new Command.GoOnline(1))
                .replies(new Reply.Done())
                .hears("UP\r\n");
        talk.says("DOWN\n").asks(new Command.GoOffline(1)).replies(new Reply.Done());
        talk.hears("DOWN\r\n").says("CLR\n").asks(new Command.ResetCounters(1));
        talk.replies(new Reply.Done()).hears("CLR\r\n").says("LOW?\n");
        talk.asks(new Command.GetParameter(1, "hole.low"))
                .replies(new Reply.ParameterOf("12.25", Reply.ParameterOf.Kind.NUMBER))
                .hears("12.3\r\n");
        talk.says("HELLO {}\n").hears("{hello}\r\n");
        talk.says("LOW +05.5\n").asks(new Command.SetParameter(1, "hole.low", "5.5"));
        talk.replies(new Reply.Done()).hears("LOW +05.5\r\n");
        talk(Map.of(), Role.OPERATE).says("LOW 5\n").asks().hears("ERR 05\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"xyz", "trig", "TRIG2", "CAM12", "VAL", "JOB"})
    void refusesWhatNoRowTakes(String line) {
        talk().says(line + "\n").asks().hears("ERR 01\r\n");
        talk(Map.of("refused", "? {text}"), Role.ADMIN).says(line + "\n").hears("? unknown command\r\n");
    }

    @Test
    void takesAnyCaseAndMessagesWithoutAnEndWhereThatIsSet() {
        talk(Map.of("anyCase", true), Role.ADMIN)
                .says("trig\n")
                .asks(TRIGGER)
                .replies(new Reply.Refused(Code.STATION_BUSY));
        talk(Map.of("messageBySilenceMs", 50), Role.ADMIN)
                .says("TR")
                .passes(30)
                .says("IG")
                .passes(49)
                .asks()
                .passes(1)
                .asks(TRIGGER);
    }

    @Test
    void pushesResultsOfOthersOnlyWhereThatIsSet() {
        Event others = new Event.Finished(result(9, 2, Verdict.NG));
        talk().happens(others).hearsNothing();
        Map<String, Object> pushing = Map.of("pushed", "EVT {station} {judgement}", "writeGapMs", 0);
        talk(pushing, Role.ADMIN).happens(others).hears("EVT 2 NG\r\n");
        talk(pushing, Role.ADMIN)
                .happens(new Event.Finished(result(9, 3, Verdict.NG)))
                .hearsNothing();
        talk(pushing, Role.ADMIN)
                .says("TRIG\n")
                .replies(new Reply.Accepted(7, false))
                .happens(new Event.Finished(GOOD))
                .hears("OK;0012.346;-3.21\r\n");
    }

    @Test
    void givesUpARegularExpressionThatTakesTooLong() {
        Map<String, Object> settings = Map.of("rows", List.of(Map.of("regex", "(x+x+)+y", "do", "say", "result", "A")));
        Talk talk = Talk.with(
                dialect().server(Options.checked("test", settings, dialect().settings()), Role.ADMIN));
        talk.says("x".repeat(500) + "\n").hears("ERR 01\r\n");
        talk.says("x".repeat(4_000) + "y\n").hears("ERR 01\r\n");
        talk.says("xxxy\n").hears("A\r\n");
    }

    @Test
    void writesNothingOfAPeerThatCouldEndALine() {
        InspectionResult hostile = result(7, Verdict.NG, measured("height", new Value.Text("a\r\nOK;1"), Verdict.NG));
        talk().says("TRIG\n")
                .replies(new Reply.Accepted(7, false))
                .happens(new Event.Finished(hostile))
                .hears("NG;--------;a??OK;1\r\n");
    }

    @Test
    void answersWhateverComesWithWholeLines() {
        new LineFuzz(
                        dialect(),
                        settings(),
                        13,
                        "TRIG",
                        "TRIG a",
                        "TRIG a FOR b",
                        "CAM1",
                        "CAM2 #x",
                        "LAST",
                        "VAL width",
                        "WIDTH?",
                        "STAT",
                        "JOB?",
                        "JOB A",
                        "LOW?",
                        "LOW 5")
                .play(2_000, "[^\\x00-\\x1f\\x7f]+\r\n")
                .stillAnswers("xyz", "ERR 01\r\n");
    }
}
