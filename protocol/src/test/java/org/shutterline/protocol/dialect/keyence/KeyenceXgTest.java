package org.shutterline.protocol.dialect.keyence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.DialectContract;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.SkipsTelnet;
import org.shutterline.protocol.spi.Talk;

/** The talks of the fact sheet, word for word. */
class KeyenceXgTest implements SkipsTelnet {
    private static final Map<String, Object> MAPS = Map.of(
            "programs", Map.of(12, "plate-A", "003", "plate-B"),
            "conditions", Map.of(3, "plate-B"),
            "tolerances", Map.of("100,82", "hole"),
            "variables", Map.of("#width", "value.width", "#limit", "setting.hole.low"));

    @Override
    public Dialect dialect() {
        return new KeyenceXgDialect();
    }

    @Override
    public Map<String, Object> settings() {
        return MAPS;
    }

    @Override
    public byte[] longTalk() {
        return "T1\rRM\rPW,1,12\rPR\rDR,100,82,1\rHELLO\rMR,#width\rVI\rEC,a b\rTE,0\rT1\rM0\rR0\rS0\rRS\rXYZ\r"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] trigger() {
        return "T1\r".getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean saysGood(byte[] sent) {
        return new String(sent, StandardCharsets.ISO_8859_1).matches("(?s).*\r(.*,)?1\r");
    }

    private Talk talk(Map<String, Object> more) {
        return talk(more, Role.ADMIN);
    }

    private Talk talk(Map<String, Object> more, Role role) {
        Map<String, Object> all = new HashMap<>(MAPS);
        all.putAll(more);
        return Talk.with(dialect().server(Options.checked("test", all, dialect().settings()), role));
    }

    private static Command triggers(int station) {
        return new Command.Trigger(station, TriggerRequest.PLAIN);
    }

    private static InspectionResult result(int station, Verdict verdict, Value... values) {
        InspectionResult bare = DialectContract.judged(7, verdict);
        List<Measurement> measured = java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> new Measurement(
                        i == 0 ? "width" : "height",
                        values[i],
                        "mm",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Verdict.OK,
                        ""))
                .toList();
        return new InspectionResult(
                bare.id(),
                station,
                bare.job(),
                bare.time(),
                bare.ms(),
                bare.part(),
                bare.once(),
                bare.keys(),
                bare.origin(),
                verdict,
                bare.code(),
                bare.reason(),
                measured,
                bare.picture());
    }

    private static final Value FIRST = new Value.Decimal(12.345, 3);
    private static final Value SECOND = new Value.Decimal(-3.21, 2);

    @Test
    void acknowledgesAtOnceAndSendsTheResultAsALineOfItsOwn() {
        talk(Map.of())
                .says("T1\r")
                .asks(triggers(1))
                .replies(new Reply.Accepted(7, false))
                .hears("T1\r")
                .happens(new Event.Finished(result(1, Verdict.OK, FIRST, SECOND)))
                .hearsNothing()
                .passes(5)
                .hears("+00012.345,-00003.210,1\r");
    }

    /** A peer that sends byte by byte has not read the acknowledgement yet. */
    @Test
    void aLineThatHasOnlyBegunDoesNotBringAcknowledgementAndResultTogether() {
        Talk talk = talk(Map.of()).says("T1\r").replies(new Reply.Accepted(7, false));
        talk.hears("T1\r").says("R");
        talk.happens(new Event.Finished(result(1, Verdict.OK, FIRST, SECOND))).hearsNothing();
        talk.passes(5).hears("+00012.345,-00003.210,1\r");
    }

    @Test
    void tellsNothingOfAResultFromBeforeAReset() {
        Reply last = new Reply.Found(result(1, Verdict.OK, FIRST, SECOND));
        Talk talk = talk(Map.of()).says("RS\r").replies(new Reply.Done()).hears("RS\r");
        talk.says("M0\r").replies(last).hears("ER,M0,03\r");
        talk.says("MR,#width\r").replies(last).hears("ER,MR,03\r");
        talk.happens(new Event.Finished(result(1, Verdict.OK, FIRST, SECOND)));
        talk.says("M0\r").replies(last).hears("+00012.345,-00003.210,1\r");
        talk.says("MR,#width\r").replies(last).hears("MR,+0000000012.345000\r");
    }

    @Test
    void tellsNgAndUnknownInWordsOfTheirOwnAndNeverAnOldValue() {
        Talk talk = talk(Map.of("writeGapMs", 0));
        talk.says("T1\r").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.Finished(result(1, Verdict.NG, FIRST, Value.missing())))
                .hears("T1\r+00012.345,----------,0\r");
        talk.says("T1\r").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.Finished(result(1, Verdict.UNKNOWN, Value.missing(), Value.missing())))
                .hears("T1\r----------,----------,--\r");
    }

    @Test
    void answersACvProgramWithTheResultAlone() {
        talk(Map.of(
                        "triggerMode",
                        "cv-compatible",
                        "numberDigits",
                        0,
                        "numberDecimals",
                        0,
                        "resultFields",
                        List.of("values")))
                .says("T1\r")
                .replies(new Reply.Accepted(7, false))
                .hearsNothing()
                .happens(new Event.Finished(result(1, Verdict.OK, new Value.Decimal(11, 0), new Value.Decimal(12, 0))))
                .hears("T1,+11,+12\r");
    }

    @Test
    void refusesATriggerThatCannotBeTakenAtOnce() {
        for (Code code : List.of(Code.STATION_BUSY, Code.STATION_OFFLINE, Code.STATION_FAULT)) {
            talk(Map.of()).says("T1\r").replies(new Reply.Refused(code)).hears("ER,T1,03\r");
        }
        talk(Map.of()).says("T2\r").asks().hears("ER,T2,22\r");
        talk(Map.of(), Role.VIEW).says("T1\r").asks().hears("ER,T1,03\r");
    }

    /** A program that does not look at the refusal would take the part before for the one that it asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"T1", "TA", "T1 while off", "T1 unsafe"})
    void tellsNothingOfThePartBeforeAfterATriggerThatFailed(String trigger) {
        Reply last = new Reply.Found(result(1, Verdict.OK, FIRST, SECOND));
        Talk talk = talk(Map.of("stations", List.of(1, 2), "writeGapMs", 0));
        switch (trigger) {
            case "T1 while off" -> talk.says("TE,0\rT1\rTE,1\r").hears("TE\rER,T1,03\rTE\r");
            case "T1 unsafe" ->
                talk.says("T1\r")
                        .replies(new Reply.Accepted(7, false))
                        .happens(new Event.Unsafe(1, 7))
                        .hears("T1\rER,T1,03\r");
            case "TA" ->
                talk.says("TA\r")
                        .replies(new Reply.Refused(Code.STATION_OFFLINE))
                        .replies(new Reply.Accepted(8, false))
                        .hears("ER,TA,03\r");
            default ->
                talk.says("T1\r")
                        .replies(new Reply.Refused(Code.STATION_OFFLINE))
                        .hears("ER,T1,03\r");
        }
        talk.says("M0\r").replies(last).hears("ER,M0,03\r");
        talk.says("MR,#width\r").replies(last).hears("ER,MR,03\r");
        talk.says("MR,#limit\r")
                .replies(new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER))
                .hears("MR,+0000000012.500000\r");
        talk.happens(new Event.Finished(result(2, Verdict.OK, FIRST)));
        talk.says("M0\r").replies(last).hears("ER,M0,03\r");
        talk.happens(new Event.Finished(result(1, Verdict.OK, FIRST)));
        talk.says("M0\r").replies(last).hears("+00012.345,-00003.210,1\r");
        talk.says("MR,#width\r").replies(last).hears("MR,+0000000012.345000\r");
    }

    @Test
    void stillTellsTheLastPartOfTheFirstStationAfterATriggerOfAnotherFailed() {
        Talk talk = talk(Map.of("stations", List.of(1, 2))).says("T2\r");
        talk.replies(new Reply.Refused(Code.STATION_OFFLINE)).hears("ER,T2,03\r");
        talk.says("M0\r").replies(new Reply.Found(result(1, Verdict.OK, FIRST))).hears("+00012.345,1\r");
    }

    @Test
    void saysWhenAnAcknowledgedResultIsNotSafe() {
        talk(Map.of())
                .says("T1\r")
                .replies(new Reply.Accepted(7, false))
                .happens(new Event.Unsafe(1, 7))
                .passes(5)
                .hears("T1\rER,T1,03\r");
    }

    @Test
    void servesOtherCommandsWhileAPartIsInspected() {
        talk(Map.of())
                .says("T1\rRM\r")
                .asks(triggers(1))
                .replies(new Reply.Accepted(7, false))
                .asks(new Command.AskStatus(1))
                .replies(status(StationState.BUSY))
                .passes(5)
                .hears("T1\rRM,1\r")
                .happens(new Event.Finished(result(1, Verdict.OK, FIRST)))
                .passes(5)
                .hears("+00012.345,1\r");
    }

    @Test
    void triggersAllStationsOfTheListenerAndAnswersWithOneLine() {
        talk(Map.of("stations", List.of(4, 2)))
                .says("TA\r")
                .asks(triggers(4), triggers(2))
                .replies(new Reply.Accepted(7, false))
                .hearsNothing()
                .replies(new Reply.Accepted(7, false))
                .hears("TA\r")
                .happens(new Event.Finished(result(4, Verdict.NG, SECOND)));
    }

    @Test
    void takesNoTriggerWhileThatIsSwitchedOff() {
        talk(Map.of())
                .says("TE,0\r")
                .hears("TE\r")
                .says("T1\r")
                .asks()
                .hears("ER,T1,03\r")
                .says("TE,2\r")
                .hears("ER,TE,22\r")
                .says("TE,1\r")
                .hears("TE\r")
                .says("T1\r")
                .asks(triggers(1));
    }

    @Test
    void changesTheProgramAndGoesOnline() {
        talk(Map.of())
                .says("PW,1,12\r")
                .asks(new Command.ChangeJob(1, "plate-A"))
                .replies(new Reply.JobChanged("plate-A", 12))
                .hears("PW\r")
                .says("R0\r")
                .asks(new Command.GoOnline(1))
                .replies(new Reply.Done())
                .hears("R0\r")
                .says("S0\r")
                .asks(new Command.GoOffline(1))
                .replies(new Reply.Done())
                .hears("S0\r")
                .says("PR\r")
                .asks(new Command.AskJob(1))
                .replies(new Reply.JobOf("plate-A"))
                .hears("PR,1,012\r")
                .says("PR\r")
                .replies(new Reply.JobOf("somebody's"))
                .hears("ER,PR,03\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PW,5,1|ER,PW,22",
                "PW,1,1|ER,PW,22",
                "PW,1|ER,PW,22",
                "PW,1,1000|ER,PW,22",
                "HELLO|ER,HELLO,02",
                "t1|ER,t1,02",
                "XYZ,1|ER,XYZ,02",
                "T1,2|ER,T1,22",
                "T5|ER,T5,02",
                "DR,100,83,1|ER,DR,22",
                "DR,100,82,2|ER,DR,22",
                "DW,100,82,1,abc|ER,DW,22",
                "MR,#other|ER,MR,22",
                "MW,#width,5|ER,MW,22",
                "EXW,100|ER,EXW,22",
                "BS,1,005|ER,BS,03",
                "STW,1,text|ER,STW,22",
                "RM,1|ER,RM,22"
            })
    void refusesWhatItCannotDo(String said, String heard) {
        talk(Map.of()).says(said + "\r").asks().hears(heard + "\r");
    }

    @Test
    void tellsAndChangesLimits() {
        talk(Map.of())
                .says("DW,100,82,1,+0123.456\r")
                .asks(new Command.SetParameter(1, "hole.high", "123.456"))
                .replies(new Reply.Done())
                .hears("DW\r")
                .says("DR,100,82,1\r")
                .asks(new Command.GetParameter(1, "hole.high"))
                .replies(new Reply.ParameterOf("123.456", Reply.ParameterOf.Kind.NUMBER))
                .hears("DR,+123.456\r")
                .says("DR,100,82,0\r")
                .replies(new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE))
                .hears("ER,DR,03\r");
        talk(Map.of(), Role.OPERATE).says("DW,100,82,1,1\r").asks().hears("ER,DW,03\r");
    }

    @Test
    void tellsVariables() {
        talk(Map.of())
                .says("MR,#width\r")
                .asks(new Command.LastResult(1))
                .replies(new Reply.Found(result(1, Verdict.OK, FIRST)))
                .hears("MR,+0000000012.345000\r")
                .says("MR,%Busy\r")
                .asks(new Command.AskStatus(1))
                .replies(status(StationState.BUSY))
                .hears("MR,+0000000001.000000\r")
                .says("MR,%Trg1Ready\r")
                .asks(new Command.AskStatus(1))
                .replies(status(StationState.BUSY))
                .hears("MR,+0000000000.000000\r")
                .says("MW,#limit,5\r")
                .asks(new Command.SetParameter(1, "hole.low", "5"))
                .replies(new Reply.Done())
                .hears("MW\r")
                .says("MR,#width\r")
                .replies(new Reply.Refused(Code.NO_SUCH_RESULT))
                .hears("ER,MR,03\r");
    }

    @Test
    void namesThePartByTheFileName() {
        talk(Map.of())
                .says("STW,1,\"SN 4711, left\r")
                .hears("STW\r")
                .says("T1\r")
                .asks(new Command.Trigger(
                        1, new TriggerRequest(Optional.of("SN 4711, left"), Optional.empty(), Map.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "\u00ffb, \u00ffb",
        "a\u00ff, a\u00ff",
        "\u00ff\u00ff, \u00ff",
        "a\u00ff\u00ff\u00ff\u00fd\u0003b, a\u00ffb",
        "a\u00ff\u00fd\u00ffb, ab",
    })
    void theByteThatTelnetBeginsWithIsALetterWhereNoOptionFollows(String said, String part) {
        String line = "STW,1,\"" + said + "\r";
        for (int at = 0; at <= line.length(); at++) {
            talk(Map.of())
                    .says(line.substring(0, at))
                    .says(line.substring(at))
                    .hears("STW\r")
                    .says("T1\r")
                    .asks(new Command.Trigger(1, new TriggerRequest(Optional.of(part), Optional.empty(), Map.of())));
        }
    }

    @Test
    void thatLetterBelongsToTheLineThatSilenceEndsBehindIt() {
        talk(Map.of("messageBySilenceMs", 20))
                .says("STW,1,\"a\u00ff")
                .passes(20)
                .hears("STW\r")
                .says("T1")
                .passes(20)
                .asks(new Command.Trigger(1, new TriggerRequest(Optional.of("a\u00ff"), Optional.empty(), Map.of())));
    }

    @Test
    void thatLetterAloneIsALineThatSilenceEnds() {
        talk(Map.of("messageBySilenceMs", 20))
                .says("\u00ff")
                .passes(999)
                .hearsNothing()
                .passes(1)
                .hears("ER,?,02\r")
                .says("T1")
                .passes(20)
                .asks(new Command.Trigger(1, TriggerRequest.PLAIN));
    }

    @Test
    void thatLetterAloneIsALineWhenSilenceEndsLinesFromNowOn() {
        Talk talk = talk(Map.of()).says("\u00ff").passes(1_000).hearsNothing();
        talk.endsBySilence(20).hears("ER,?,02\r");
    }

    @Test
    void anOptionOfTelnetThatComesInTimeIsNoLine() {
        talk(Map.of("messageBySilenceMs", 20))
                .says("\u00ff")
                .passes(999)
                .says("\u00fd\u0003")
                .passes(100)
                .hearsNothing()
                .says("T1\r")
                .asks(new Command.Trigger(1, TriggerRequest.PLAIN));
    }

    @Test
    void doesTheSmallOnes() {
        Talk talk = talk(Map.of());
        talk.says("EXW,3\r").asks(new Command.ChangeJob(1, "plate-B")).replies(new Reply.JobChanged("plate-B", 1));
        talk.hears("EXW\r").says("EXR\r").replies(new Reply.JobOf("plate-B")).hears("EXR,03\r");
        talk.asks(new Command.AskJob(1));
        talk.says("M0\r").replies(new Reply.Found(result(1, Verdict.OK, FIRST))).hears("+00012.345,1\r");
        talk.says("RS\r")
                .asks(new Command.LastResult(1), new Command.ResetCounters(1))
                .replies(new Reply.Done())
                .hears("RS\r");
        talk.says("SS\r").hears("SS\r").says("EC,text\r").hears("EC,text\r");
        talk.says("CE\r").replies(status(StationState.READY)).hears("CE\r");
        talk.says("CE\r").replies(status(StationState.FAULT)).hears("ER,CE,03\r");
        talk.says("RB\r").replies(new Reply.Done()).replies(new Reply.Done()).hears("RB\r");
        talk.says("VI\r");
        assertThat(talk.heardText()).matches("VI,Shutterline,[0-9.]+\r");
    }

    @Test
    void tellsResultsOfOthersOnlyWhenThatIsSet() {
        Event others = new Event.Finished(result(1, Verdict.OK, FIRST));
        talk(Map.of()).happens(others).hearsNothing();
        talk(Map.of("resultOutput", "all")).happens(others).hears("+00012.345,1\r");
        talk(Map.of("resultOutput", "all", "stations", List.of(2)))
                .happens(others)
                .hearsNothing();
        talk(Map.of("resultOutput", "off"))
                .says("T1\r")
                .replies(new Reply.Accepted(7, false))
                .happens(others)
                .passes(100)
                .hears("T1\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0"})
    void readsAnyLineEnd(String end) {
        talk(Map.of()).says("EC,1" + end + "EC,2" + end).passes(5).hears("EC,1\rEC,2\r");
    }

    @Test
    void refusesSettingsThatCouldCallABadPartGood() {
        assertThatThrownBy(() -> talk(Map.of("okWord", "0")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.okWord")
                .hasMessageContaining("another word than ngWord");
    }

    private static Reply status(StationState state) {
        return new Reply.Status(new StationStatus(1, state, "plate-A", 7, 1, 0, 0, 0, ""));
    }

    @Test
    void peopleAreToldWhatTheSettingsDoNotKnow() {
        Talk talk = talk(Map.of()).says("T2\rPW,1,13\rDR,1,2,0\rMR,#no\rt1\r");
        assertThat(talk.otherSteps())
                .map(ServerStep.Remark.class::cast)
                .filteredOn(remark -> remark.kind() != ServerStep.Remark.Kind.LINE_READ)
                .containsExactly(
                        new ServerStep.Remark(ServerStep.Remark.Kind.UNMAPPED, "station 2"),
                        new ServerStep.Remark(ServerStep.Remark.Kind.UNMAPPED, "program 13"),
                        new ServerStep.Remark(ServerStep.Remark.Kind.UNMAPPED, "tolerance 1,2"),
                        new ServerStep.Remark(ServerStep.Remark.Kind.UNMAPPED, "variable #no"),
                        new ServerStep.Remark(ServerStep.Remark.Kind.UNKNOWN, "t1"),
                        new ServerStep.Remark(ServerStep.Remark.Kind.ERROR, "01"));
    }
}
