package org.shutterline.protocol.dialect.keyence;

import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;
import static org.shutterline.protocol.spi.Samples.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Talk;

/** Whole talks, as a program holds them. */
class KeyenceXgGoldenTest {
    private static final Map<String, Object> SETTINGS =
            Map.of("programs", Map.of(12, "plate-A", 3, "plate-B"), "stations", List.of(5, 6, 7, 8));

    private static Talk talk(String key, Object value) {
        Map<String, Object> settings = new java.util.HashMap<>(SETTINGS);
        settings.put(key, value);
        KeyenceXgDialect dialect = new KeyenceXgDialect();
        return Talk.with(dialect.server(Options.checked("test", settings, dialect.settings()), Role.ADMIN));
    }

    private static Talk talk() {
        return talk("stations", List.of(5, 6, 7, 8));
    }

    private static Command trigger(int station) {
        return new Command.Trigger(station, TriggerRequest.PLAIN);
    }

    @Test
    void theTalkOfTheFactSheet() {
        Talk talk = talk("stations", List.of(1));
        talk.says("PW,1,12\r")
                .asks(new Command.ChangeJob(1, "plate-A"))
                .replies(new Reply.JobChanged("plate-A", 9))
                .hears("PW\r");
        talk.says("R0\r")
                .asks(new Command.GoOnline(1))
                .replies(new Reply.Done())
                .hears("R0\r");
        talk.says("T1\r").asks(trigger(1)).replies(new Reply.Accepted(7, false)).hears("T1\r");
        talk.happens(new Event.Finished(result(7, Verdict.OK, number("width", 12.345, 3), number("height", -3.21, 3))))
                .passes(5)
                .hears("+00012.345,-00003.210,1\r");
        talk.says("T1\r").replies(new Reply.Refused(Code.STATION_BUSY)).hears("ER,T1,03\r");
        talk.says("PW,5,1\r").hears("ER,PW,22\r").says("HELLO\r").hears("ER,HELLO,02\r");
    }

    @ParameterizedTest
    @CsvSource({"T1,5", "T2,6", "T3,7", "T4,8"})
    void triggersTheStationOfEachNumber(String command, int station) {
        talk().says(command + "\r")
                .asks(trigger(station))
                .replies(new Reply.Accepted(7, false))
                .hears(command + "\r")
                .happens(new Event.Finished(result(7, station, Verdict.NG, number("width", 1, 0))))
                .passes(5)
                .hears("+00001.000,0\r");
    }

    @Test
    void tellsTheResultsOfAllInOneLineByStation() {
        Talk talk = talk().says("TA\r").asks(trigger(5), trigger(6), trigger(7), trigger(8));
        for (int id = 1; id <= 4; id++) {
            talk.hearsNothing().replies(new Reply.Accepted(id, false));
        }
        talk.hears("TA\r");
        for (int id = 4; id >= 1; id--) {
            talk.passes(5).hearsNothing();
            talk.happens(
                    new Event.Finished(result(id, 4 + id, id == 2 ? Verdict.NG : Verdict.OK, number("width", id, 0))));
        }
        talk.hears("+00001.000,1,+00002.000,0,+00003.000,1,+00004.000,1\r");
    }

    @Test
    void refusesAllWhenOneStationIsBusy() {
        Talk talk = talk().says("TA\r");
        talk.replies(new Reply.Accepted(1, false)).replies(new Reply.Refused(Code.STATION_BUSY));
        talk.hears("ER,TA,03\r");
    }

    @ParameterizedTest
    @CsvSource({"READY,1", "BUSY,1", "FAULT,1", "OFFLINE,0"})
    void tellsSetupAndRunByADigit(StationState state, String digit) {
        talk().says("RM\r")
                .asks(new Command.AskStatus(5))
                .replies(status(state))
                .hears("RM," + digit + "\r");
    }

    @Test
    void remembersTheCardAndTellsAsManyDigitsAsAreSet() {
        Talk talk = talk("programDigits", 4);
        talk.says("PW,2,003\r").asks(new Command.ChangeJob(5, "plate-B"));
        for (int station = 5; station <= 8; station++) {
            talk.hearsNothing().replies(new Reply.JobChanged("plate-B", 1));
        }
        talk.hears("PW\r").says("PR\r").replies(new Reply.JobOf("plate-B")).hears("PR,2,0003\r");
    }

    @Test
    void takesNoPictureAsAReference() {
        talk().says("BS,1,005\r").asks().hears("ER,BS,03\r");
    }
}
