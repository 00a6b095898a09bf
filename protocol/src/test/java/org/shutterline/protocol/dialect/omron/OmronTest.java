package org.shutterline.protocol.dialect.omron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shutterline.protocol.spi.Samples.measured;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.LineFuzz;
import org.shutterline.protocol.spi.SkipsTelnet;
import org.shutterline.protocol.spi.Talk;

/** The commands of the fact sheet, word for word. */
class OmronTest implements SkipsTelnet {
    private static final Map<String, Object> MAPS = Map.of(
            "scenes", Map.of(3, "plate-A", "4", "plate-B"),
            "units",
                    Map.of(
                            "5,0", "judgement",
                            "5,1", "verdict.width",
                            "5 6", "value.width",
                            "5,7", "code",
                            "5,8", "setting.hole.low"));
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final Command LAST = new Command.LastResult(1);
    private static final InspectionResult GOOD =
            result(7, Verdict.OK, number("width", 12.345, 3), number("height", -3.21, 2));

    @Override
    public Dialect dialect() {
        return new OmronDialect();
    }

    @Override
    public Map<String, Object> settings() {
        return MAPS;
    }

    @Override
    public byte[] longTalk() {
        return "M\rSCENE\rS 3\rUD 5 6\rHELLO\rCLRMEAS\rIMGSAVE\rVERGET\rM /E\rMEASURE\rRESET\rUNITDATA 5 8 1\rM x\r"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] trigger() {
        return "M\r".getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean saysGood(byte[] sent) {
        return new String(sent, StandardCharsets.ISO_8859_1).matches("0(,.*)?\rOK\r");
    }

    private Talk talk() {
        return talk(Map.of(), Role.ADMIN);
    }

    private Talk talk(Map<String, Object> more, Role role) {
        Map<String, Object> all = new HashMap<>(MAPS);
        all.putAll(more);
        return Talk.with(dialect().server(Options.checked("test", all, dialect().settings()), role));
    }

    private static Reply found(InspectionResult result) {
        return new Reply.Found(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\r", "MEASURE\r", "m\n", " Measure \r\n"})
    void tellsTheResultAndThenThatTheCommandIsDoneAsASecondWrite(String measure) {
        talk().says(measure)
                .asks(TRIGGER)
                .replies(new Reply.Accepted(7, false))
                .hearsNothing()
                .happens(new Event.Finished(GOOD))
                .hears("0,12.3450,-3.2100\r")
                .passes(4)
                .hearsNothing()
                .passes(1)
                .hears("OK\r");
    }

    @Test
    void tellsNgAndUnknownInWordsOfTheirOwnAndNeverAnOldValue() {
        Talk talk = talk(Map.of("writeGapMs", 0), Role.ADMIN);
        talk.says("M\r").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.Finished(result(7, Verdict.NG, number("width", 9, 0))))
                .hears("-1,9.0000\rOK\r");
        talk.says("M\r").replies(new Reply.Accepted(8, false));
        talk.happens(new Event.Finished(
                        result(8, Verdict.UNKNOWN, measured("width", Value.missing(), Verdict.UNKNOWN))))
                .hears("-2,-\rOK\r");
    }

    @Test
    void onlySaysThatItIsDoneWhereTheOutputIsOff() {
        talk(Map.of("resultOutput", "off"), Role.ADMIN)
                .says("M\r")
                .replies(new Reply.Accepted(7, false))
                .happens(new Event.Finished(GOOD))
                .hears("OK\r");
    }

    @Test
    void refusesATriggerThatCannotBeTakenAtOnce() {
        for (Code code : new Code[] {Code.STATION_BUSY, Code.STATION_OFFLINE, Code.STATION_FAULT}) {
            talk().says("M\r").replies(new Reply.Refused(code)).hears("ER\r");
        }
        talk(Map.of(), Role.VIEW).says("M\r").asks().hears("ER\r");
    }

    @Test
    void saysThatAResultThatIsNotSafeIsNone() {
        talk().says("M\r")
                .replies(new Reply.Accepted(7, false))
                .happens(new Event.Unsafe(1, 7))
                .hears("ER\r");
    }

    @Test
    void measuresOneAfterTheOtherUntilThatIsEnded() {
        Talk talk = talk().says("M /C\r").asks(TRIGGER).hearsNothing();
        talk.replies(new Reply.Accepted(7, false)).hears("OK\r").asks();
        talk.happens(new Event.Finished(GOOD))
                .passes(5)
                .hears("0,12.3450,-3.2100\r")
                .asks(TRIGGER);
        talk.replies(new Reply.Accepted(8, false)).asks();
        talk.says("M\r").asks().hears("ER\r").says("M /C\r").asks().hears("ER\r");
        talk.says("SCENE\r")
                .asks(new Command.AskJob(1))
                .replies(new Reply.JobOf("plate-A"))
                .hears("3\rOK\r");
        talk.says("M /E\r").hearsNothing();
        talk.happens(new Event.Finished(result(8, Verdict.NG)))
                .hears("-1\r")
                .passes(5)
                .hears("OK\r")
                .asks();
        talk.says("MEASURE /e\r").hears("OK\r").says("M\r").asks(TRIGGER);
    }

    @Test
    void endsContinuousMeasurementAtARefusal() {
        Talk talk = talk().says("M /C\r").replies(new Reply.Refused(Code.STATION_OFFLINE));
        talk.hears("ER\r").says("M /C\r").replies(new Reply.Accepted(7, false)).hears("OK\r");
        talk.happens(new Event.Finished(GOOD)).replies(new Reply.Refused(Code.STATION_BUSY));
        talk.passes(100).hears("0,12.3450,-3.2100\rER\r");
        talk.says("M\r").asks(TRIGGER, TRIGGER, TRIGGER, TRIGGER);
    }

    @Test
    void itsNextTriggerWaitsForTheSceneThatThePeerChanges() {
        Talk talk = talk(Map.of("writeGapMs", 0), Role.ADMIN).says("M /C\r");
        talk.replies(new Reply.Accepted(7, false)).hears("OK\r").asks(TRIGGER);
        talk.says("S 3\r").asks(new Command.ChangeJob(1, "plate-A"));
        talk.happens(new Event.Finished(GOOD)).hears("0,12.3450,-3.2100\r").asks();
        talk.replies(new Reply.JobChanged("plate-A", 12)).hears("OK\r").asks(TRIGGER);
        talk.replies(new Reply.Accepted(8, false)).says("S 4\r").asks(new Command.ChangeJob(1, "plate-B"));
        talk.replies(new Reply.Refused(Code.NO_SUCH_JOB)).hears("ER\r").asks();
        talk.happens(new Event.Finished(result(8, Verdict.NG))).hears("-1\r").asks(TRIGGER);
    }

    @Test
    void itsNextTriggerWaitsForWhateverElseThePeerChanges() {
        Talk talk = talk(Map.of("writeGapMs", 0), Role.ADMIN).says("M /C\r");
        talk.replies(new Reply.Accepted(7, false)).hears("OK\r").asks(TRIGGER);
        talk.says("RESET\r").asks(new Command.GoOffline(1));
        talk.happens(new Event.Finished(GOOD)).hears("0,12.3450,-3.2100\r").asks();
        talk.replies(new Reply.Done()).asks(new Command.GoOnline(1)).hearsNothing();
        talk.replies(new Reply.Done()).hears("OK\r").asks(TRIGGER);
        talk.replies(new Reply.Accepted(8, false)).says("UD 5 8 13.5\r");
        talk.asks(new Command.SetParameter(1, "hole.low", "13.5"));
        talk.happens(new Event.Finished(result(8, Verdict.NG))).hears("-1\r").asks();
        talk.replies(new Reply.Done()).hears("OK\r").asks(TRIGGER);
    }

    @Test
    void continuousMeasurementCanBeEndedBehindAChange() {
        Talk talk = talk(Map.of("writeGapMs", 0), Role.ADMIN).says("M /C\r");
        talk.replies(new Reply.Accepted(7, false)).hears("OK\r").asks(TRIGGER);
        talk.says("S 3\rM /E\r").asks(new Command.ChangeJob(1, "plate-A"));
        talk.happens(new Event.Finished(GOOD)).hears("0,12.3450,-3.2100\r");
        talk.replies(new Reply.JobChanged("plate-A", 12)).hears("OK\r").asks(TRIGGER);
        talk.replies(new Reply.Accepted(8, false)).happens(new Event.Finished(result(8, Verdict.NG)));
        talk.hears("-1\rOK\r").asks();
        talk = talk(Map.of("writeGapMs", 0), Role.ADMIN).says("M /C\r");
        talk.replies(new Reply.Accepted(7, false)).hears("OK\r").asks(TRIGGER);
        talk.says("S 3\r").asks(new Command.ChangeJob(1, "plate-A")).ends();
        talk.happens(new Event.Finished(GOOD)).replies(new Reply.JobChanged("plate-A", 12));
        talk.asks().hears("0,12.3450,-3.2100\rOK\r").is("closed after 0 ms");
    }

    @Test
    void endsContinuousMeasurementWithThePeer() {
        Talk talk = talk().says("M /C\r").replies(new Reply.Accepted(7, false)).asks(TRIGGER);
        talk.ends()
                .happens(new Event.Finished(GOOD))
                .asks()
                .passes(5)
                .hears("OK\r0,12.3450,-3.2100\r")
                .is("closed after 0 ms");
        talk = talk().says("M /C\r").replies(new Reply.Accepted(7, false)).asks(TRIGGER);
        talk.isCutOff().happens(new Event.Finished(GOOD)).asks();
        talk = talk().says("M\rM /C\r")
                .ends()
                .replies(new Reply.Accepted(7, false))
                .asks(TRIGGER);
        talk.happens(new Event.Finished(GOOD)).passes(10).asks().hears("0,12.3450,-3.2100\rOK\rER\r");
    }

    @Test
    void tellsAndChangesTheScene() {
        talk().says("S 3\r")
                .asks(new Command.ChangeJob(1, "plate-A"))
                .replies(new Reply.JobChanged("plate-A", 12))
                .hears("OK\r")
                .says("SCENE 004\r")
                .asks(new Command.ChangeJob(1, "plate-B"))
                .replies(new Reply.Refused(Code.STATION_BUSY))
                .hears("ER\r")
                .says("S\r")
                .asks(new Command.AskJob(1))
                .replies(new Reply.JobOf("plate-B"))
                .hears("4\rOK\r")
                .says("S\r")
                .replies(new Reply.JobOf("somebody's"))
                .hears("ER\r");
        talk(Map.of(), Role.VIEW).says("S 3\r").asks().hears("ER\r");
    }

    @Test
    void tellsDataOfUnits() {
        InspectionResult bad =
                result(7, Verdict.NG, measured("width", new Value.Decimal(9.5, 1), Verdict.NG), number("code", 3, 0));
        Talk talk = talk();
        talk.says("UD 5 0\r").asks(LAST).replies(found(bad)).hears("-1\rOK\r");
        talk.says("UNITDATA 5 1\r").asks(LAST).replies(found(bad)).hears("-1\rOK\r");
        talk.says("UD 05  6\r").asks(LAST).replies(found(bad)).hears("9.5000\rOK\r");
        talk.says("UD 5 7\r").asks(LAST).replies(found(bad)).hears("3.0000\rOK\r");
        talk.says("UD 5 8\r")
                .asks(new Command.GetParameter(1, "hole.low"))
                .replies(new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER))
                .hears("12.5000\rOK\r");
        talk.says("UD 5 8 +013.5\r")
                .asks(new Command.SetParameter(1, "hole.low", "13.5"))
                .replies(new Reply.Done())
                .hears("OK\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNITDATA 5,6", "UD 5, 6", "ud 05 , 06", "UNITDATA 5 6"})
    void takesUnitAndItemPartedByABlankOrAComma(String said) {
        talk().says(said + "\r").asks(LAST).replies(found(GOOD)).hears("12.3450\rOK\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNITDATA 5,8 13.5", "UD 5,8,13.5", "UD 5 8 13.5"})
    void takesTheNewValueOfAUnitAfterABlankOrAComma(String said) {
        talk().says(said + "\r").asks(new Command.SetParameter(1, "hole.low", "13.5"));
    }

    @Test
    void tellsNothingForWhatWasNotMeasured() {
        InspectionResult nothing = result(7, Verdict.UNKNOWN, measured("width", Value.missing(), Verdict.UNKNOWN));
        Talk talk = talk();
        talk.says("UD 5 6\r").replies(found(nothing)).hears("ER\r");
        talk.says("UD 5 7\r").replies(found(nothing)).hears("ER\r");
        talk.says("UD 5 0\r").replies(found(nothing)).hears("-2\rOK\r");
        talk.says("UD 5 0\r").replies(new Reply.Refused(Code.NO_SUCH_RESULT)).hears("-2\rOK\r");
        talk.says("UD 5 8\r")
                .replies(new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE))
                .hears("ER\r");
    }

    @Test
    void forgetsTheValuesThatWereCleared() {
        Talk talk = talk();
        talk.says("CLRMEAS\r")
                .asks(new Command.ResetCounters(1))
                .replies(new Reply.Done())
                .hears("OK\r");
        talk.says("UD 5 6\r").replies(found(GOOD)).hears("ER\r");
        talk.says("UD 5 0\r").replies(found(GOOD)).hears("-2\rOK\r");
        talk.happens(new Event.Finished(GOOD));
        talk.says("UD 5 0\r").replies(found(GOOD)).hears("0\rOK\r");
        talk.says("CLRMEAS\r").replies(new Reply.Refused(Code.NOT_ALLOWED)).hears("ER\r");
        talk.says("UD 5 0\r").replies(found(GOOD)).hears("0\rOK\r");
    }

    /** A program that does not look at the refusal would take the part before for the one that it asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"M", "M /C", "unsafe"})
    void tellsNothingOfThePartBeforeAfterATriggerThatFailed(String trigger) {
        Talk talk = talk();
        if (trigger.equals("unsafe")) {
            talk.says("M\r").replies(new Reply.Accepted(6, false)).happens(new Event.Unsafe(1, 6));
        } else {
            talk.says(trigger + "\r").replies(new Reply.Refused(Code.STATION_OFFLINE));
        }
        talk.hears("ER\r").says("UD 5 6\r").replies(found(GOOD)).hears("ER\r");
        talk.says("UD 5 0\r").replies(found(GOOD)).hears("-2\rOK\r");
        talk.says("UD 5 8\r")
                .replies(new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER))
                .hears("12.5000\rOK\r");
        talk.happens(new Event.Finished(GOOD));
        talk.says("UD 5 6\r").replies(found(GOOD)).hears("12.3450\rOK\r");
    }

    @ParameterizedTest
    @EnumSource(PictureState.class)
    void saysWhetherTheLastPictureIsKept(PictureState state) {
        boolean kept = state == PictureState.STORED || state == PictureState.PENDING;
        talk().says("IMGSAVE\r")
                .asks(LAST)
                .replies(found(GOOD.withPicture(state)))
                .hears(kept ? "OK\r" : "ER\r");
    }

    @Test
    void tellsItsVersionAndReopensTheStation() {
        Talk talk = talk().says("VERGET\r");
        assertThat(talk.heardText()).matches("Shutterline [0-9.]+\rOK\r");
        talk = talk().says("RESET\r").asks(new Command.GoOffline(1)).replies(new Reply.Done());
        talk.asks(new Command.GoOnline(1)).replies(new Reply.Done()).hears("OK\r");
        talk.says("RESET\r").replies(new Reply.Refused(Code.INTERNAL_ERROR)).hears("ER\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO",
                " ",
                "M 1",
                "M /C /E",
                "MEASURE/C",
                "S x",
                "S 1",
                "S 3 4",
                "S -3",
                "UD",
                "UD 5",
                "UD 5 5",
                "UD 5,,6",
                "UD 5,6,",
                "UD ,",
                "UD 5 6 1",
                "UD 5 8 x",
                "UD 5 8 1 1",
                "CLRMEAS 1",
                "IMGSAVE 0 C:\\x.bmp",
                "VERGET 1",
                "RESET 1"
            })
    void refusesWhatItCannotDo(String said) {
        talk().says(said + "\r").asks().hears("ER\r");
    }

    @Test
    void tellsEveryResultOnceWhereAllAreWanted() {
        Talk talk = talk(Map.of("resultOutput", "all", "writeGapMs", 0), Role.ADMIN);
        talk.happens(new Event.Finished(result(6, Verdict.NG))).hears("-1\r");
        talk.happens(new Event.Finished(result(6, 2, Verdict.OK))).hearsNothing();
        talk.says("M\r").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.Finished(GOOD)).hears("0,12.3450,-3.2100\rOK\r");
        talk().happens(new Event.Finished(GOOD)).hearsNothing();
    }

    @Test
    void answersWhateverComesWithWholeLines() {
        new LineFuzz(
                        dialect(),
                        MAPS,
                        11,
                        "M",
                        "MEASURE",
                        "M /C",
                        "M /E",
                        "S 3",
                        "SCENE",
                        "UD 5 0",
                        "UD 5 6",
                        "UNITDATA 5 8 12.5",
                        "CLRMEAS",
                        "IMGSAVE",
                        "VERGET",
                        "RESET")
                .play(2_000, "[\\x20-\\xff&&[^\\x7f]]+\r")
                .stillAnswers("M /E", "OK\r");
    }

    @Test
    void refusesSettingsThatCouldCallABadPartGood() {
        assertThatThrownBy(() -> talk(Map.of("unknownWord", "0"), Role.ADMIN))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.okWord");
    }
}
