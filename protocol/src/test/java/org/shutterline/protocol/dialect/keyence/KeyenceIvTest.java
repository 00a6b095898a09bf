package org.shutterline.protocol.dialect.keyence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shutterline.protocol.spi.Samples.measured;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
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
import org.shutterline.protocol.spi.LineFuzz;
import org.shutterline.protocol.spi.SkipsTelnet;
import org.shutterline.protocol.spi.Talk;

/** The commands of the fact sheet, word for word. */
class KeyenceIvTest implements SkipsTelnet {
    private static final Map<String, Object> MAPS = Map.of(
            "programs", Map.of(5, "plate-A", "012", "plate-B"),
            "tools", Map.of("00", "place", "01", "width"),
            "thresholds", Map.of("01", "hole"));
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final InspectionResult GOOD =
            result(13, Verdict.OK, number("width", 99.6, 1), number("place", 94, 0));

    @Override
    public Dialect dialect() {
        return new KeyenceIvDialect();
    }

    @Override
    public Map<String, Object> settings() {
        return MAPS;
    }

    @Override
    public byte[] longTalk() {
        return "T1\rT2\rRT\rOE,1\rPR\rPW,005\rRM\rSR\rDR,01,0\rDW,01,0,0000050\rVI\rSTR\rSTC\rRER\rHELLO\rT1,1\r"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] trigger() {
        return "T2\r".getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean saysGood(byte[] sent) {
        return new String(sent, StandardCharsets.ISO_8859_1).matches("RT,\\d{5},OK(,.*)?\r");
    }

    private Talk talk() {
        return talk(Map.of(), Role.ADMIN);
    }

    private Talk talk(Map<String, Object> more, Role role) {
        Map<String, Object> all = new HashMap<>(MAPS);
        all.putAll(more);
        return Talk.with(dialect().server(Options.checked("test", all, dialect().settings()), role));
    }

    @Test
    void onlyAcknowledgesTheTriggerThatDoesNotWait() {
        talk().says("T1\r")
                .asks(TRIGGER)
                .hearsNothing()
                .replies(new Reply.Accepted(13, false))
                .hears("T1\r")
                .happens(new Event.Finished(GOOD))
                .passes(100)
                .hearsNothing();
    }

    @Test
    void answersTheTriggerThatWaitsWithTheJudgement() {
        talk().says("T2\rRM\r")
                .asks(TRIGGER)
                .replies(new Reply.Accepted(13, false))
                .hearsNothing()
                .happens(new Event.Finished(GOOD))
                .hears("RT,00013,OK,00,OK,0000094,01,OK,0000100\r");
    }

    @Test
    void tellsNgAndUnknownInWordsOfTheirOwnAndNoRateWhereThereIsNone() {
        Talk talk = talk();
        talk.says("T2\r").replies(new Reply.Accepted(32767, false));
        talk.happens(new Event.Finished(result(
                        32767,
                        Verdict.NG,
                        number("place", -1, 0),
                        measured("width", new Value.Decimal(1e7, 0), Verdict.NG))))
                .hears("RT,32767,NG,00,OK,-------,01,NG,-------\r");
        talk.says("T2\r").replies(new Reply.Accepted(32768, false));
        talk.happens(new Event.Finished(
                        result(32768, Verdict.UNKNOWN, measured("width", Value.missing(), Verdict.UNKNOWN))))
                .hears("RT,00000,--,00,--,-------,01,--,-------\r");
    }

    @Test
    void refusesATriggerThatCannotBeTakenAtOnce() {
        for (Code code : List.of(Code.STATION_BUSY, Code.STATION_OFFLINE, Code.STATION_FAULT)) {
            talk().says("T1\r").replies(new Reply.Refused(code)).hears("ER,T1,03\r");
            talk().says("T2\r").replies(new Reply.Refused(code)).hears("ER,T2,03\r");
        }
        talk(Map.of(), Role.VIEW).says("T2\r").asks().hears("ER,T2,03\r");
        talk().says("T2\r")
                .replies(new Reply.Accepted(13, false))
                .happens(new Event.Unsafe(1, 13))
                .hears("ER,T2,03\r");
    }

    @Test
    void tellsTheLastResult() {
        talk().says("RT\r")
                .asks(new Command.LastResult(1))
                .replies(new Reply.Found(GOOD))
                .hears("RT,00013,OK,00,OK,0000094,01,OK,0000100\r")
                .says("RT\r")
                .replies(new Reply.Refused(Code.NO_SUCH_RESULT))
                .hears("ER,RT,03\r");
    }

    @Test
    void pushesResultsWhileThatIsSwitchedOn() {
        Event others = new Event.Finished(result(14, Verdict.NG));
        Talk talk = talk(Map.of("tools", Map.of(), "writeGapMs", 0), Role.ADMIN);
        talk.happens(others).hearsNothing().says("OE,1\r").hears("OE\r");
        talk.happens(others).hears("RT,00014,NG\r");
        talk.happens(new Event.Finished(result(15, 2, Verdict.OK))).hearsNothing();
        talk.says("T1\r")
                .replies(new Reply.Accepted(16, false))
                .happens(new Event.Finished(result(16, Verdict.OK)))
                .hears("T1\rRT,00016,OK\r");
        talk.says("T1\r")
                .replies(new Reply.Accepted(17, false))
                .happens(new Event.Unsafe(1, 17))
                .hears("T1\rER,T1,03\r");
        talk.says("OE,0\r").hears("OE\r").happens(others).hearsNothing();
        talk(Map.of("pushAtStart", true), Role.ADMIN)
                .happens(others)
                .hears("RT,00014,NG,00,--,-------,01,--,-------\r");
    }

    @Test
    void tellsResultsOfOthersAfterTheAnswerThatAPeerWaitsFor() {
        Talk talk = talk(Map.of("tools", Map.of(), "writeGapMs", 0, "pushAtStart", true), Role.ADMIN);
        talk.says("T2\r").replies(new Reply.Accepted(18, false));
        talk.happens(new Event.Finished(result(17, Verdict.OK))).hearsNothing();
        talk.happens(new Event.Finished(result(18, Verdict.NG))).hears("RT,00018,NG\rRT,00017,OK\r");
        talk.happens(new Event.Finished(result(19, Verdict.OK))).hears("RT,00019,OK\r");
    }

    @Test
    void tellsAndChangesTheProgram() {
        talk().says("PW,005\r")
                .asks(new Command.ChangeJob(1, "plate-A"))
                .replies(new Reply.JobChanged("plate-A", 12))
                .hears("PW\r")
                .says("PR\r")
                .asks(new Command.AskJob(1))
                .replies(new Reply.JobOf("plate-B"))
                .hears("PR,012\r")
                .says("PR\r")
                .replies(new Reply.JobOf("somebody's"))
                .hears("ER,PR,03\r")
                .says("PW,12\r")
                .replies(new Reply.Refused(Code.STATION_BUSY))
                .hears("ER,PW,03\r");
    }

    @Test
    void tellsAndChangesThresholds() {
        talk().says("DR,01,0\r")
                .asks(new Command.GetParameter(1, "hole.low"))
                .replies(new Reply.ParameterOf("50", Reply.ParameterOf.Kind.NUMBER))
                .hears("DR,01,0,0000050\r")
                .says("DW,01,1,0000080\r")
                .asks(new Command.SetParameter(1, "hole.high", "80"))
                .replies(new Reply.Done())
                .hears("DW\r")
                .says("DR,01,1\r")
                .replies(new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE))
                .hears("ER,DR,03\r");
        talk(Map.of("rateDecimals", 1), Role.ADMIN)
                .says("DW,01,0,0000505\r")
                .asks(new Command.SetParameter(1, "hole.low", "50.5"))
                .replies(new Reply.Done())
                .hears("DW\r")
                .says("DR,01,0\r")
                .replies(new Reply.ParameterOf("50.5", Reply.ParameterOf.Kind.NUMBER))
                .hears("DR,01,0,0000505\r");
        talk(Map.of(), Role.OPERATE).says("DW,01,0,0000050\r").asks().hears("ER,DW,03\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READY||SR,0,1,0,0,0,0,0|RM,1|RER,000",
                "READY|the lamp is old|SR,0,1,0,0,0,1,0|RM,1|RER,000",
                "BUSY||SR,1,0,1,0,0,0,0|RM,1|RER,000",
                "OFFLINE||SR,0,0,0,0,0,0,0|RM,0|RER,000",
                "FAULT|no camera|SR,0,0,0,0,0,0,1|RM,1|RER,016"
            })
    void tellsItsState(StationState state, String why, String flags, String mode, String error) {
        Reply status = new Reply.Status(new StationStatus(1, state, "plate-A", 7, 3, 2, 1, 4, why == null ? "" : why));
        talk().says("SR\r").replies(status).hears(flags + "\r");
        talk().says("RM\r").replies(status).hears(mode + "\r");
        talk().says("RER\r").replies(status).hears(error + "\r");
    }

    @Test
    void doesTheSmallOnes() {
        Talk talk = talk();
        talk.says("STR\r")
                .asks(new Command.AskStatus(1))
                .replies(new Reply.Status(new StationStatus(1, StationState.READY, "a", 7, 3, 2, 1, 4, "")))
                .hears("STR,0000006,0000003,0000002,0000001\r");
        talk.says("STC\r")
                .asks(new Command.ResetCounters(1))
                .replies(new Reply.Done())
                .hears("STC\r");
        talk.says("VI\r");
        assertThat(talk.heardText()).matches("VI,Shutterline,[0-9.]+\r");
        talk().says("SR\r").replies(new Reply.Refused(Code.NO_SUCH_STATION)).hears("ER,SR,03\r");
    }

    private static Reply picture(int width, int height, byte[] rows) {
        return new Reply.PictureOf(13, new Picture("mono8", width, height, Blob.of(rows)));
    }

    @Test
    void tellsThePictureOfTheLastPartWithItsNumberAndTheHeadApart() {
        Talk talk = talk().says("BR,1\r").asks(new Command.LastResult(1)).replies(new Reply.Found(GOOD));
        talk.asks(new Command.FetchPicture(13, PictureFormat.RAW, PictureView.SOURCE))
                .replies(picture(2, 1, new byte[] {65, 66}))
                .hears("BR,0013,0000062,")
                .passes(5);
        assertThat(talk.heardText()).startsWith("BM").endsWith("AAABBB\0\0\r").hasSize(63);
        talk = talk(Map.of("pictureNumberDigits", 2, "lineEndAfterPicture", false, "writeGapMs", 0), Role.ADMIN);
        talk.says("BR,0\rVI\r").replies(new Reply.Found(result(32_768 + 1_234, Verdict.NG)));
        talk.replies(picture(2, 1, new byte[] {65, 66}));
        assertThat(talk.heardText()).startsWith("BR,34,0000062,BM").contains("AAABBB\0\0VI,");
    }

    @Test
    void tellsEverySecondPixelOfAPictureThatIsTooLarge() {
        byte[] rows = new byte[2_000 * 2_001];
        rows[0] = 65;
        rows[2_000 * 2_000 + 1_998] = 66;
        Talk talk = talk().says("BR,0\r").replies(new Reply.Found(GOOD)).replies(picture(2_000, 2_001, rows));
        talk.passes(5);
        String heard = talk.heardText();
        assertThat(heard).startsWith("BR,0013,3003054,BM").hasSize("BR,0013,3003054,".length() + 3_003_055);
        assertThat(heard.indexOf('B', 20)).isEqualTo(16 + 54 + 2_997);
        assertThat(heard.indexOf("AAA")).isEqualTo(16 + 54 + 3_000 * 1_000);
    }

    @Test
    void tellsNoPictureThatIsNotThere() {
        talk().says("BR,0\r")
                .replies(new Reply.Found(GOOD))
                .replies(new Reply.Refused(Code.PICTURE_NOT_KEPT))
                .hears("ER,BR,03\r");
        talk().says("BR,0\r").replies(new Reply.Refused(Code.NO_SUCH_RESULT)).hears("ER,BR,03\r");
        talk().says("BR,0\r")
                .replies(new Reply.Found(GOOD))
                .replies(picture(2, 2, new byte[] {1}))
                .hears("ER,BR,03\r");
        talk().says("BR,0\r")
                .replies(new Reply.Found(GOOD))
                .replies(picture(5_000, 5_000, new byte[] {1}))
                .hears("ER,BR,03\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BR|ER,BR,22",
                "BR,x|ER,BR,22",
                "BR,1,1|ER,BR,22",
                "HELLO|ER,HELLO,02",
                "t2|ER,t2,02",
                "T3|ER,T3,02",
                "T1,1|ER,T1,22",
                "T2,1|ER,T2,22",
                "RT,1|ER,RT,22",
                "OE|ER,OE,22",
                "OE,2|ER,OE,22",
                "PW|ER,PW,22",
                "PW,128|ER,PW,22",
                "PW,006|ER,PW,22",
                "PR,1|ER,PR,22",
                "DR,01|ER,DR,22",
                "DR,02,0|ER,DR,22",
                "DR,01,2|ER,DR,22",
                "DW,01,0,5.5|ER,DW,22",
                "DW,01,0,-0000005|ER,DW,22",
                "DW,01,0|ER,DW,22",
                "SR,1|ER,SR,22",
                "STC,1|ER,STC,22"
            })
    void refusesWhatItCannotDo(String said, String heard) {
        talk().says(said + "\r").asks().hears(heard + "\r");
    }

    @Test
    void answersWhateverComesWithWholeLines() {
        new LineFuzz(
                        dialect(),
                        MAPS,
                        12,
                        "T1",
                        "T2",
                        "RT",
                        "OE,1",
                        "OE,0",
                        "PR",
                        "PW,005",
                        "SR",
                        "DR,01,0",
                        "DW,01,1,0000050",
                        "STR",
                        "RER")
                .play(2_000, "[\\x20-\\x7e]+\r")
                .stillAnswers("VI,", "ER,VI,22\r");
    }

    @Test
    void refusesToolsWithoutNumbers() {
        assertThatThrownBy(() -> talk(Map.of("tools", Map.of("hole", "width")), Role.ADMIN))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.tools")
                .hasMessageContaining("'hole'");
    }
}
