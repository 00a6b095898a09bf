package org.shutterline.protocol.dialect.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.dialect.insight.InsightParts.talk;
import static org.shutterline.protocol.spi.Samples.measured;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;
import static org.shutterline.protocol.spi.Samples.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.LineFuzz;
import org.shutterline.protocol.spi.SkipsTelnet;
import org.shutterline.protocol.spi.Talk;

/** Every command of the native mode and each of its statuses. */
class InsightTest implements SkipsTelnet {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final InspectionResult GOOD = result(7, Verdict.OK, number("width", 12.345, 3));

    @Override
    public Dialect dialect() {
        return new InsightDialect();
    }

    @Override
    public Map<String, Object> settings() {
        return InsightParts.SETTINGS;
    }

    @Override
    public byte[] longTalk() {
        return ("\r\nadmin\r\nwrong\r\nSW8\r\n\r\nadmin\r\nsecret\r\nSW8\r\nGVB001\r\n\r\ngvb012\r\nSE8\r\nGO\r\nSO0\r\nLFdeckel.job\r\n"
                        + "SIB0105\r\nSFTool.Low 3.14\r\nSSB010 text\r\nGF\r\nSJ12\r\nGJ\r\nGI\r\nRI\r\nHELLO\r\nX\r\nSO1\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] trigger() {
        return "admin\r\nsecret\r\nSW8\r\nGVB001\r\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String unendedTrigger() {
        return "admin\r\nsecret\r\nSW8";
    }

    @Override
    public boolean saysGood(byte[] sent) {
        return new String(sent, StandardCharsets.ISO_8859_1).endsWith("1\r\n1\r\n1\r\n");
    }

    // ---- trigger

    @Test
    void answersATriggerThatWaitsWhenThePartIsJudged() {
        Talk talk = talk().says("SW8\r\n").asks(TRIGGER);
        talk.replies(new Reply.Accepted(7, false)).hearsNothing();
        talk.happens(new Event.Finished(GOOD)).hears("1\r\n");
        talk.says("sw8\r\n").asks(TRIGGER).replies(new Reply.Accepted(8, false));
        talk.happens(new Event.Finished(result(8, Verdict.NG))).hears("1\r\n");
        talk.says("Sw8\r\n").asks(TRIGGER).replies(new Reply.Accepted(9, false));
        talk.happens(new Event.Finished(result(9, Verdict.UNKNOWN))).hears("-2\r\n");
        talk.says("SW8\r\n").asks(TRIGGER).replies(new Reply.Accepted(10, false));
        talk.happens(new Event.Unsafe(1, 10)).hears("-2\r\n");
    }

    @Test
    void answersATriggerThatDoesNotWaitWhenThePictureIsTaken() {
        Talk talk = talk().says("SE8\r\n").asks(TRIGGER);
        talk.hearsNothing().replies(new Reply.Accepted(7, false)).hearsNothing();
        talk.happens(new Event.PictureTaken(1, 6)).hearsNothing();
        talk.happens(new Event.PictureTaken(1, 7)).hears("1\r\n");
        talk.happens(new Event.Finished(GOOD)).hearsNothing();
        talk.says("SE8\r\n").replies(new Reply.Accepted(8, false)).happens(new Event.PictureTaken(1, 8));
        talk.hears("1\r\n").happens(new Event.Unsafe(1, 8)).hearsNothing();
    }

    @Test
    void doesNotSayThatAPictureWasTakenOfWhichThereIsNone() {
        Talk talk = talk().says("SE8\r\n").replies(new Reply.Accepted(8, false));
        talk.happens(new Event.Unsafe(1, 8)).hears("-2\r\n");
    }

    @Test
    void aTriggerThatWaitsIsNotAnsweredByItsPicture() {
        Talk talk = talk().says("SW8\r\n").replies(new Reply.Accepted(7, false));
        talk.happens(new Event.PictureTaken(1, 7)).hearsNothing();
        talk.happens(new Event.Finished(GOOD)).hears("1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SW8", "SE8"})
    void refusesATriggerThatCannotBeTakenAtOnce(String command) {
        for (Code code : new Code[] {Code.STATION_BUSY, Code.STATION_OFFLINE, Code.STATION_FAULT}) {
            talk().says(command + "\r\n")
                    .asks(TRIGGER)
                    .replies(new Reply.Refused(code))
                    .hears("-2\r\n");
        }
        talk(Map.of(), Role.VIEW).says(command + "\r\n").asks().hears("-6\r\n");
    }

    @ParameterizedTest
    @CsvSource({"SW,-1", "SW9,-1", "SWx,-1", "SW 8 8,-1", "SW0,-2", "SE7,-2", "SE,-1", "SE-8,-1", "SW88,-1"})
    void knowsOneEventThatTakesAPicture(String command, String status) {
        talk().says(command + "\r\n").asks().hears(status + "\r\n");
    }

    // ---- cells

    @Test
    void tellsValuesOfTheLastResultByCellAndByName() {
        Talk talk = talk();
        talk.says("GVB012\r\n").asks(new Command.LastResult(1)).replies(new Reply.Found(GOOD));
        talk.hears("1\r\n12.345\r\n");
        talk.says("gvb012\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n12.345\r\n");
        talk.says("GV width\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n12.345\r\n");
        talk.says("GVB001\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n1\r\n");
        talk.says("GVB014\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n1\r\n");
        talk.says("GVC000\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n\r\n");
        talk.says("GVB001\r\n").replies(new Reply.Found(result(7, Verdict.NG))).hears("1\r\n0\r\n");
        InspectionResult degrees =
                result(7, Verdict.OK, measured("code", new Value.Text("20 \u00b0C,x\r\n1"), Verdict.OK));
        talk.says("GVB013\r\n").replies(new Reply.Found(degrees)).hears("1\r\n20 \u00b0C,x??1\r\n");
    }

    @Test
    void tellsNoValueOfWhatWasNotMeasuredOrNotJudged() {
        Talk talk = talk();
        InspectionResult missing = result(7, Verdict.NG, measured("width", Value.missing(), Verdict.NG));
        talk.says("GVB012\r\n").replies(new Reply.Found(missing)).hears("1\r\n#ERR\r\n");
        InspectionResult unknown = result(8, Verdict.UNKNOWN, number("width", 12.345, 3));
        for (String cell : new String[] {"B001", "B012", "B013", "B014", "width"}) {
            talk.says("GV" + cell + "\r\n").replies(new Reply.Found(unknown)).hears("1\r\n#ERR\r\n");
        }
        talk.says("GVB012\r\n").replies(new Reply.Refused(Code.NO_SUCH_RESULT)).hears("1\r\n#ERR\r\n");
    }

    @Test
    void refusesCellsAndNamesThatStandForNothing() {
        Talk talk = talk();
        talk.says("GVA001\r\n").asks().hears("-1\r\n");
        talk.says("GV\r\n").asks().hears("-1\r\n");
        talk.says("GVheight\r\n").replies(new Reply.Found(GOOD)).hears("-1\r\n");
        talk.says("GVwidth\r\n").replies(new Reply.Refused(Code.NO_SUCH_RESULT)).hears("-1\r\n");
        talk.says("GVB012\r\n").replies(new Reply.Refused(Code.NO_SUCH_STATION)).hears("-2\r\n");
    }

    @Test
    void tellsNothingOfThePartBeforeWhenATriggerFailed() {
        Talk talk = talk();
        talk.says("SW8\r\n").replies(new Reply.Refused(Code.STATION_BUSY)).hears("-2\r\n");
        talk.says("GVB012\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n#ERR\r\n");
        talk.says("GVB001\r\n").replies(new Reply.Found(GOOD)).hears("1\r\n#ERR\r\n");
        talk.says("RI\r\n").replies(new Reply.Found(GOOD)).hears("-2\r\n");
        talk.happens(new Event.Finished(result(2, Verdict.OK))).says("GVB001\r\n");
        talk.replies(new Reply.Found(GOOD)).hears("1\r\n1\r\n");
    }

    @Test
    void tellsSettings() {
        Talk talk = talk();
        talk.says("GVB010\r\n").asks(new Command.GetParameter(1, "hole.low"));
        talk.replies(new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER))
                .hears("1\r\n12.500\r\n");
        talk.says("GVsetting.hole.text\r\n").asks(new Command.GetParameter(1, "hole.text"));
        talk.replies(new Reply.ParameterOf("a\rb", Reply.ParameterOf.Kind.TEXT)).hears("1\r\na?b\r\n");
        talk.says("GVTool.Low\r\n").replies(new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE));
        talk.hears("1\r\n#ERR\r\n").says("GVB010\r\n").replies(new Reply.Refused(Code.WRONG_ARGUMENT));
        talk.hears("-1\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SIB0105,5",
        "sib010-5,-5",
        "SITool.Low 7,7",
        "SFB0103.14,3.14",
        "SFb010+3.,3",
        "SFTool.Low -0.5,-0.5",
        "SFsetting.hole.low 2,2",
        "SSB010text,text",
        "SSTool.Low two words,two words"
    })
    void writesSettings(String command, String value) {
        talk().says(command + "\r\n")
                .asks(new Command.SetParameter(1, "hole.low", value))
                .replies(new Reply.Done())
                .hears("1\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SI,-1",
        "SIB010,-1",
        "SIB0103.5,-1",
        "SIB010x,-1",
        "SFB0101e5,-1",
        "SFB010,-1",
        "SSB010,-1",
        "SIA0015,-1",
        "SFnothing 5,-1",
        "SFTool.Low5,-1",
        "SIB0125,-2",
        "SSB001text,-2"
    })
    void writesNothingElse(String command, String status) {
        talk().says(command + "\r\n").asks().hears(status + "\r\n");
    }

    @Test
    void saysWhyASettingWasNotWritten() {
        Talk talk = talk();
        talk.says("SIB0105\r\n").replies(new Reply.Refused(Code.WRONG_ARGUMENT)).hears("-1\r\n");
        talk.says("SIB0105\r\n").replies(new Reply.Refused(Code.STATION_BUSY)).hears("-2\r\n");
        talk(Map.of(), Role.OPERATE).says("SIB0105\r\n").asks().hears("-6\r\n");
    }

    // ---- online and jobs

    @Test
    void goesOnlineAndOffline() {
        Talk talk = talk();
        talk.says("SO0\r\n")
                .asks(new Command.GoOffline(1))
                .replies(new Reply.Done())
                .hears("1\r\n");
        talk.says("SO1\r\n").asks(new Command.GoOnline(1)).replies(new Reply.Done());
        talk.asks(new Command.AskStatus(1)).replies(status(StationState.READY)).hears("1\r\n");
        talk.says("SO1\r\n")
                .replies(new Reply.Done())
                .replies(status(StationState.FAULT))
                .hears("-5\r\n");
        talk.says("SO1\r\n").replies(new Reply.Refused(Code.STORAGE_FAILED)).hears("-2\r\n");
        talk.says("SO\r\n").hears("-1\r\n").says("SO2\r\n").hears("-1\r\n");
        talk(Map.of(), Role.TRIGGER).says("SO1\r\nSO0\r\n").passes(5).hears("-6\r\n-6\r\n");
    }

    @ParameterizedTest
    @CsvSource({"READY,1", "BUSY,1", "OFFLINE,0", "FAULT,0"})
    void tellsWhetherItIsOnlineInOneBareDigit(StationState state, String digit) {
        talk().says("GO\r\n")
                .asks(new Command.AskStatus(1))
                .replies(status(state))
                .hears(digit + "\r\n");
    }

    @Test
    void loadsAJobByItsFileWhileOffline() {
        Talk talk = talk();
        talk.says("LFdeckel.job\r\n").asks(new Command.AskStatus(1)).replies(status(StationState.OFFLINE));
        talk.asks(new Command.ChangeJob(1, "plate-A"))
                .replies(new Reply.JobChanged("plate-A", 3))
                .hears("1\r\n");
        talk.says("LFplate-B.JOB\r\n").replies(status(StationState.FAULT));
        talk.asks(new Command.AskStatus(1), new Command.ChangeJob(1, "plate-B"));
        talk.replies(new Reply.Refused(Code.NO_SUCH_JOB)).hears("-2\r\n");
        talk.says("LFplate-B.job\r\n").replies(status(StationState.READY)).hears("-2\r\n");
        talk.says("LFplate-B.job\r\n").replies(status(StationState.BUSY)).hears("-2\r\n");
        talk.says("LF\r\n").hears("-1\r\n");
        talk(Map.of(), Role.TRIGGER)
                .says("LFa.job\r\n")
                .replies(status(StationState.OFFLINE))
                .hears("-6\r\n");
    }

    @Test
    void tellsTheJobByItsFile() {
        Talk talk = talk();
        talk.says("GF\r\n").asks(new Command.AskJob(1)).replies(new Reply.JobOf("plate-A"));
        talk.hears("1\r\ndeckel.job\r\n").says("GF\r\n").replies(new Reply.JobOf("plate-B"));
        talk.hears("1\r\nplate-B.job\r\n").says("GFx\r\n").hears("-1\r\n");
    }

    @Test
    void knowsJobsByNumber() {
        Talk talk = talk();
        talk.says("SJ12\r\n").asks(new Command.ChangeJob(1, "plate-A")).replies(new Reply.JobChanged("plate-A", 3));
        talk.hears("1\r\n").says("SJ007\r\n").asks(new Command.ChangeJob(1, "plate-B"));
        talk.replies(new Reply.Refused(Code.STATION_BUSY)).hears("-2\r\n");
        talk.says("SJ5\r\n").asks().hears("-2\r\n");
        talk.says("SJ\r\n")
                .hears("-1\r\n")
                .says("SJ1000\r\n")
                .hears("-1\r\n")
                .says("SJx\r\n")
                .hears("-1\r\n");
        talk.says("GJ\r\n")
                .asks(new Command.AskJob(1))
                .replies(new Reply.JobOf("plate-B"))
                .hears("1\r\n7\r\n");
        talk.says("GJ\r\n").replies(new Reply.JobOf("other")).hears("-2\r\n");
    }

    @Test
    void tellsWhatItIs() {
        Talk talk = talk().says("GI\r\n").asks(new Command.AskStatus(1)).replies(status(StationState.READY));
        assertThat(talk.heardText())
                .matches(
                        "1\r\nDevice: Shutterline\r\nVersion: [0-9.]+\r\nStation: 1\r\nState: ready\r\nJob: deckel.job\r\n");
    }

    // ---- the rest

    @ParameterizedTest
    @ValueSource(strings = {"X", "HELLO", "ER", "T1", "1", "\u00e4", "SX8"})
    void saysWhatIsNoCommand(String line) {
        talk().says(line + "\r\n").asks().hears("0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0", "\r\0"})
    void readsAnyLineEndAndSaysNothingToAnEmptyLine(String end) {
        talk().says(end + "X" + end + end + "Y" + end).passes(5).hears("0\r\n0\r\n");
    }

    @Test
    void dealsWithPipelinedLinesInTurn() {
        Talk talk = talk().says("SW8\r\nGVB012\r\nGO\r\n").asks(TRIGGER).replies(new Reply.Accepted(7, false));
        talk.asks().happens(new Event.Finished(GOOD)).asks(new Command.LastResult(1));
        talk.replies(new Reply.Found(GOOD)).replies(status(StationState.READY)).passes(10);
        talk.hears("1\r\n1\r\n12.345\r\n1\r\n");
    }

    @Test
    void writesNumbersAndWordsAsTheSettingsSay() {
        Map<String, Object> more = Map.of(
                "numberDecimals",
                1,
                "numberDigits",
                4,
                "plusSign",
                true,
                "okWord",
                "PASS",
                "lineEnd",
                "cr",
                "station",
                3);
        Talk talk =
                InsightParts.connected(more, Role.ADMIN).says("admin\rsecret\r").passes(20);
        talk.hears(InsightParts.GREETING.replace("\n", "") + "User: Password: User Logged In\r");
        talk.says("GVB012\r")
                .asks(new Command.LastResult(3))
                .replies(new Reply.Found(GOOD))
                .hears("1\r+0012.3\r");
        talk.says("GVB001\r").replies(new Reply.Found(GOOD)).hears("1\rPASS\r");
        InspectionResult large = result(7, Verdict.OK, number("width", 123_456, 0));
        talk.says("GVB012\r").replies(new Reply.Found(large)).hears("1\r#ERR\r");
    }

    @Test
    void lastsWhateverLinesCome() {
        new LineFuzz(
                        dialect(),
                        settings(),
                        8,
                        "SW8",
                        "SE8",
                        "GVB012",
                        "GVwidth",
                        "GVB010",
                        "SIB0105",
                        "SFTool.Low 3.14",
                        "SSB010text",
                        "LFdeckel.job",
                        "GF",
                        "SJ12",
                        "GJ",
                        "GI",
                        "RI",
                        "SO1",
                        "SO0",
                        "GO")
                .after("admin", "secret")
                .play(3_000, "[^\r\n\\x00]*\r\n")
                .stillAnswers("XX", "0\r\n");
    }

    @Test
    void namesThePeerByItsLogin() {
        Talk talk = talk();
        assertThat(talk.otherSteps().toString()).contains("Named[name=admin]");
    }
}
