package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

class OrderTest {
    private final Talk talk = Parts.talk();

    @Test
    void untaggedRepliesKeepTheOrderOfTheirRequests() {
        talk.says("T1\nPING,a\nT2\nFOO\nS1\n");
        talk.asks(trigger(1), trigger(2)).hearsNothing();
        talk.replies(new Reply.Accepted(1, false)).replies(new Reply.Accepted(2, false));
        talk.happens(finished(2, 2)).hearsNothing();
        talk.happens(finished(1, 1)).hears("T1,OK,1,1.0\nPING,OK,a\nT2,OK,2,1.0\nER,FOO,01,unknown command\n");
        talk.replies(new Reply.Refused(Code.NO_SUCH_STATION)).hears("ER,S1,10,no such station\n");
    }

    @Test
    void taggedOnesAreAnsweredAsSoonAsTheyAreReady() {
        talk.says("T1\nT2#b\nPING#c\nPING\n").hears("PING#c,OK\n");
        talk.replies(new Reply.Accepted(1, false)).replies(new Reply.Accepted(2, false));
        talk.happens(finished(2, 2)).hears("T2#b,OK,2,1.0\n");
        talk.happens(finished(1, 1)).hears("T1,OK,1,1.0\nPING,OK\n");
    }

    @Test
    void aQuestionBehindADeedIsAskedWhenThatIsAnswered() {
        talk.says("JOB1,dark\nJOB1\nT2\nS1#now\nLAST2\nGET2,a.b\n");
        talk.asks(new Command.ChangeJob(1, "dark"), trigger(2), new Command.AskStatus(1));
        talk.replies(new Reply.JobChanged("dark", 10.4)).hears("JOB1,OK,dark,10.4\n");
        talk.asks(new Command.AskJob(1)).replies(new Reply.Accepted(7, false)).asks();
        talk.happens(finished(7, 2)).asks(new Command.LastResult(2), new Command.GetParameter(2, "a.b"));
        talk.hearsNothing().replies(new Reply.Refused(Code.STATION_FAULT)).hears("ER,S1#now,16,station fault\n");
        talk.replies(new Reply.JobOf("dark")).hears("JOB1,OK,dark\nT2,OK,7,1.0\n");
    }

    @Test
    void whatIsDoneWhenItIsAskedHoldsNothingBack() {
        talk.says("OFFLINE1\nS1\nONLINE1\nRESULT,5\nRESULT,6\n");
        talk.asks(
                new Command.GoOffline(1),
                new Command.AskStatus(1),
                new Command.GoOnline(1),
                new Command.FindResult(5),
                new Command.FindResult(6));
    }

    @Test
    void aDeedWithATagHoldsNothingBack() {
        talk.says("T1#a\nLAST1\n").asks(trigger(1), new Command.LastResult(1));
    }

    /** What is refused at once has the question asked before the lines behind it, as when each line came alone. */
    @Test
    void linesBehindAQuestionWaitUntilItIsKnownWhatThatWaitsFor() {
        List<ServerStep> steps = new ArrayList<>();
        ServerConversation server = Parts.server(Map.of());
        steps.addAll(server.received(ByteBuffer.wrap("T9\nS1\nT1\n".getBytes(StandardCharsets.US_ASCII)), 5));
        assertThat(asked(steps)).containsExactly(trigger(9));
        assertThat(server.wakeAt()).hasValue(5);
        steps.addAll(server.replied(1, new Reply.Refused(Code.NO_SUCH_STATION), 5));
        assertThat(asked(steps)).containsExactly(trigger(9), new Command.AskStatus(1), trigger(1));
        assertThat(server.wakeAt()).isEmpty();
    }

    @Test
    void byeWaitsForAQuestionInItsTurn() {
        talk.says("T1\nLAST1\nBYE\n").ends().asks(trigger(1)).replies(new Reply.Accepted(7, false));
        talk.happens(finished(7, 1)).hears("T1,OK,7,1.0\n").is("open");
        talk.replies(new Reply.Found(Parts.ok(7, 1, 1)))
                .hears("LAST1,OK,7,1.0\nBYE,OK\n")
                .is("closed after 0 ms");
    }

    @Test
    void aTagMayBeUsedTwice() {
        talk.says("T1#x\nT2#x\n").replies(new Reply.Refused(Code.STATION_BUSY)).hears("ER,T1#x,11,station busy\n");
        talk.replies(new Reply.Refused(Code.STATION_OFFLINE)).hears("ER,T2#x,12,station offline\n");
    }

    @Test
    void fiftyTriggersAndAPingInOneSegment() {
        talk.says("T1\r\n".repeat(50) + "PING\r\n");
        StringBuilder wanted = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            talk.replies(new Reply.Refused(Code.STATION_BUSY));
            wanted.append("ER,T1,11,station busy\r\n");
        }
        talk.hears(wanted + "PING,OK\r\n");
    }

    @Test
    void twoWaitForTheSameResult() {
        talk.says("T1,once=k\nT1#2,once=k\n");
        talk.asks(once("k"), once("k"));
        talk.replies(new Reply.Accepted(7, false))
                .replies(new Reply.Accepted(7, true))
                .hearsNothing();
        talk.happens(finished(7, 1)).hears("T1,OK,7,1.0\nT1#2,OK,7,1.0\n");
    }

    @Test
    void aRepeatIsAnsweredWithTheStoredLineAndItsOwnEcho() {
        talk.says("t01#z,once=k\n").replies(new Reply.Repeated(Parts.ng(7, 1, 23.45, Parts.number(1))));
        talk.hears("T01#z,NG,7,23.5,1.000\n");
    }

    @Test
    void tellsThatAResultIsNotSafe() {
        talk.says("T1\n").replies(new Reply.Accepted(7, false)).happens(new Event.Unsafe(1, 7));
        talk.hears("ER,T1,30,storage failed: the result is not safe\n");
        talk.happens(finished(7, 1)).hearsNothing();
    }

    @Test
    void allStationsAreAnsweredWhenTheLastOneIsReady() {
        talk.says("TA,part=5\n")
                .asks(new Command.TriggerAll(new TriggerRequest(Optional.of("5"), Optional.empty(), Map.of())));
        talk.replies(new Reply.AllTriggered(List.of(
                new Reply.StationAnswer(1, new Reply.Accepted(11, false)),
                new Reply.StationAnswer(2, new Reply.Accepted(12, false)),
                new Reply.StationAnswer(3, new Reply.Repeated(Parts.ok(4, 3, 1))))));
        talk.happens(finished(12, 2)).hearsNothing();
        talk.happens(new Event.Finished(Parts.ng(11, 1, 1))).hears("TA,NG,3,1,NG,11,2,OK,12,3,OK,4\n");
    }

    @Test
    void allIsOkOnlyIfAllAreOk() {
        talk.says("TA\n").replies(all(new Reply.Accepted(1, false), new Reply.Accepted(2, false)));
        talk.happens(finished(1, 1)).happens(finished(2, 2)).hears("TA,OK,2,1,OK,1,2,OK,2\n");
        talk.says("TA\n").replies(all(new Reply.Accepted(3, false), new Reply.Refused(Code.STATION_BUSY)));
        talk.happens(new Event.Finished(Parts.ng(3, 1, 1))).hears("TA,UNKNOWN,2,1,NG,3,2,ER,11\n");
        talk.says("TA\n").replies(all(new Reply.Accepted(4, false), new Reply.Accepted(5, false)));
        talk.happens(new Event.Finished(Parts.unknown(4, 1, 1, Code.CAMERA_FAILED, "camera away")));
        talk.happens(new Event.Unsafe(2, 5)).hears("TA,UNKNOWN,2,1,UNKNOWN,4,2,ER,30\n");
    }

    @Test
    void noStationTakesPart() {
        talk.says("TA\n").replies(new Reply.Refused(Code.NO_SUCH_STATION)).hears("ER,TA,10,no such station\n");
        talk.says("TA\n").replies(new Reply.AllTriggered(List.of())).hears("ER,TA,10,no such station\n");
    }

    private static List<Command> asked(List<ServerStep> steps) {
        return steps.stream()
                .filter(ServerStep.Ask.class::isInstance)
                .map(step -> ((ServerStep.Ask) step).command())
                .toList();
    }

    private static Reply all(Reply... answers) {
        List<Reply.StationAnswer> all = new ArrayList<>();
        for (Reply answer : answers) {
            all.add(new Reply.StationAnswer(all.size() + 1, answer));
        }
        return new Reply.AllTriggered(all);
    }

    private static Command trigger(int station) {
        return new Command.Trigger(station, TriggerRequest.PLAIN);
    }

    private static Command once(String key) {
        return new Command.Trigger(1, new TriggerRequest(Optional.empty(), Optional.of(key), Map.of()));
    }

    private static Event finished(long id, int station) {
        return new Event.Finished(Parts.ok(id, station, 1));
    }
}
