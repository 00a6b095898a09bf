package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

class LimitsTest {
    private final Talk talk = Parts.talk();

    @Test
    void takesALineOf4096Bytes() {
        String text = "x".repeat(4_096 - 5);
        talk.says("PING," + text + "\r\n").hears("PING,OK," + text + "\r\n");
    }

    @Test
    void answersALineThatIsTooLongAfterTheRepliesStillOwed() {
        talk.says("T1\n").says("y".repeat(4_097)).hearsNothing().is("open");
        talk.says("PING\n").replies(new Reply.Accepted(5, false)).hearsNothing();
        talk.happens(new Event.Finished(Parts.ok(5, 1, 1)))
                .hears("T1,OK,5,1.0\nER,,04,line too long\n")
                .is("closed after 1000 ms");
    }

    @Test
    void aFirstLineThatIsTooLongEndsInCrlf() {
        talk.says("y".repeat(5_000) + "\n").hears("ER,,04,line too long\r\n").is("closed after 1000 ms");
    }

    @Test
    void aLineMustBeEndedWithin30Seconds() {
        talk.says("PING\n").hears("PING,OK\n").passes(60_000).says("T");
        for (int i = 0; i < 29; i++) {
            talk.passes(1_000).says("1");
        }
        talk.passes(999)
                .hearsNothing()
                .passes(1)
                .hears("ER,,02,line not ended\n")
                .is("closed after 1000 ms");
        assertThat(talk.unanswered()).isEmpty();
    }

    @Test
    void anIdleConnectionIsNotClosed() {
        talk.says("PING\n").passes(10_000_000).is("open");
    }

    @Test
    void bytesWithoutAnEndAreNeverExecuted() {
        talk.says("PING\nT1").ends().hears("PING,OK\n").is("closed after 0 ms");
        assertThat(talk.unanswered()).isEmpty();
    }

    @Test
    void notEvenWhenSilenceWouldEndThem() {
        Talk silent = Parts.talk(Map.of("messageBySilenceMs", 50));
        silent.says("T1").ends().passes(100).hearsNothing().is("closed after 0 ms");
        assertThat(silent.unanswered()).isEmpty();
    }

    @Test
    void aHalfClosedPeerGetsWhatIsOwed() {
        talk.says("T1\n").ends().is("open").replies(new Reply.Accepted(5, false));
        talk.happens(new Event.Finished(Parts.ok(5, 1, 1)))
                .hears("T1,OK,5,1.0\n")
                .is("closed after 0 ms");
    }

    @Test
    void theEndOfTheStreamEndsTheHold() {
        talk.says("PING\r").ends().hears("PING,OK\r").is("closed after 0 ms");
    }

    @Test
    void byeWaitsItsTurnAndNothingAfterItIsExecuted() {
        talk.says("T1\nT2#a\nBYE\nT3\n").says("T4\n").hearsNothing();
        assertThat(talk.unanswered()).hasSize(2);
        talk.replies(new Reply.Accepted(5, false)).replies(new Reply.Accepted(6, false));
        talk.happens(new Event.Finished(Parts.ok(5, 1, 1)))
                .hears("T1,OK,5,1.0\n")
                .is("open");
        talk.happens(new Event.Finished(Parts.ok(6, 2, 1)))
                .hears("T2#a,OK,6,1.0\nBYE,OK\n")
                .is("closed after 0 ms");
    }

    @Test
    void byeWithACrWaitsForItsLf() {
        talk.says("BYE\r")
                .hearsNothing()
                .is("open")
                .says("\n")
                .hears("BYE,OK\r\n")
                .is("closed after 0 ms");
    }

    @Test
    void stopsReadingPast1024UnansweredRequests() {
        talk.says("T1\n".repeat(1_030));
        assertThat(talk.unanswered()).hasSize(1_024);
        assertThat(talk.otherSteps()).contains(new ServerStep.PauseReading());
        for (int i = 0; i < 1_030; i++) {
            talk.replies(new Reply.Refused(Code.STATION_BUSY));
        }
        assertThat(talk.heardText().lines()).hasSize(1_030).containsOnly("ER,T1,11,station busy");
        assertThat(talk.otherSteps()).contains(new ServerStep.ResumeReading());
    }

    @Test
    void readingStopsBeforeTheyAreAskedForSoThatAnswersAtOnceHaveItGoOn() {
        byte[] lines = "T1\n".repeat(1_030).getBytes(StandardCharsets.US_ASCII);
        assertThat(Parts.server(Map.of()).received(ByteBuffer.wrap(lines), 0))
                .startsWith(new ServerStep.PauseReading());
    }

    @Test
    void aLineHeldUpByUsIsNotLate() {
        talk.says("T1\n".repeat(1_024) + "PI").passes(60_000).is("open");
        for (int i = 0; i < 1_024; i++) {
            talk.replies(new Reply.Refused(Code.STATION_BUSY));
        }
        talk.passes(29_999).is("open").passes(1).is("closed after 1000 ms");
    }

    @Test
    void refusesMoreThan256TaggedInFlight() {
        for (int i = 0; i < 257; i++) {
            talk.says("T1#" + i + "\n");
        }
        talk.hears("ER,T1#256,06,too many tagged requests in flight\n");
        talk.says("PING#x\nT1\n").hears("PING#x,OK\n");
        talk.replies(new Reply.Refused(Code.STATION_BUSY)).hears("ER,T1#0,11,station busy\n");
        talk.says("S1#s\n");
        assertThat(talk.unanswered()).hasSize(257);
    }

    @Test
    void refusesNoTaggedQuestionButStopsReadingUntilOneIsAnswered() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append("RESULT#").append(i).append(',').append(i).append('\n');
        }
        talk.says(lines + "PING\n").hearsNothing();
        assertThat(talk.unanswered()).hasSize(256);
        assertThat(talk.otherSteps())
                .contains(new ServerStep.PauseReading(), new ServerStep.Remark(ServerStep.Remark.Kind.TAGGED, ""))
                .doesNotContain(new ServerStep.ResumeReading());
        for (int i = 0; i < 300; i++) {
            talk.replies(new Reply.Refused(Code.NO_SUCH_RESULT));
        }
        assertThat(talk.heardText().lines()).hasSize(301).noneMatch(line -> line.contains(",06,"));
        assertThat(talk.otherSteps()).contains(new ServerStep.ResumeReading());
    }

    @Test
    void refusesATaggedRequestOnceOnlyTriggersAreInFlight() {
        talk.says("RESULT#q,1\n");
        for (int i = 0; i < 255; i++) {
            talk.says("T1#" + i + "\n");
        }
        talk.says("RESULT#x,2\nPING\n").hearsNothing().replies(new Reply.Refused(Code.NO_SUCH_RESULT));
        talk.hears("ER,RESULT#q,14,no such result\nPING,OK\n").repliesToLast(new Reply.Refused(Code.NO_SUCH_RESULT));
        talk.hears("ER,RESULT#x,14,no such result\n").says("T1#y\nRESULT#z,3\n");
        talk.hears("ER,RESULT#z,06,too many tagged requests in flight\n");
    }

    @ParameterizedTest
    @CsvSource({
        "T1#x, T1#x",
        "TA#x, TA#x",
        "'JOB1#x,b', JOB1#x",
        "'SET1#x,a.b,1', SET1#x",
        "ONLINE1#x, ONLINE1#x",
        "RESET1#x, RESET1#x",
        "SUBSCRIBE#x, SUBSCRIBE#x",
    })
    void doesNoTaggedDeedLaterWhateverIsInFlight(String deed, String echo) {
        for (int i = 0; i < 256; i++) {
            talk.says("IMAGE#" + i + ",7\n");
        }
        talk.hearsNothing().says(deed + "\nPING\n");
        talk.hears("ER," + echo + ",06,too many tagged requests in flight\nPING,OK\n");
        assertThat(talk.unanswered()).hasSize(256);
    }

    @Test
    void refusesATaggedDeedOnlyWhenAllBeforeItWasAsked() {
        talk.says("IMAGE#0,7\n".repeat(256) + "T1#x\nPING\n");
        talk.hears("ER,T1#x,06,too many tagged requests in flight\nPING,OK\n");
        assertThat(talk.unanswered()).hasSize(256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nT1\r\n", "\r\nPOST /T1 HTTP/1.0\n\nT1\n", "T1,part= HTTP/1.1\nT1\n"})
    void aWebPageTriggersNothing(String bytes) {
        talk.says(bytes).hearsNothing().is("closed at once");
        assertThat(talk.unanswered()).isEmpty();
        assertThat(talk.otherSteps())
                .singleElement()
                .isInstanceOfSatisfying(
                        ServerStep.Remark.class,
                        remark -> assertThat(remark.kind()).isEqualTo(ServerStep.Remark.Kind.HTTP));
    }

    @Test
    void onlyTheFirstLineMakesItHttp() {
        talk.says("PING\nPING,HTTP/1.1\n").hears("PING,OK\nPING,OK,HTTP/1.1\n").is("open");
    }

    @Test
    void aTlsHelloIsClosedHoweverItIsCut() {
        talk.says("\u0016").is("open").says("\u0003\u0001T1\n").hearsNothing().is("closed at once");
        Talk whole = Parts.talk()
                .says("\u0016\u0003\u0001\0\u00a5T1\n")
                .hearsNothing()
                .is("closed at once");
        assertThat(whole.unanswered()).isEmpty();
    }

    @Test
    void telnetOptionsAreMalformed() {
        talk.says("\u00ff\u00fb\u0001T1\r\nPING\r\n").hears("ER,,02,malformed line\r\nPING,OK\r\n");
        assertThat(talk.otherSteps()).contains(new ServerStep.Remark(ServerStep.Remark.Kind.TELNET, ""));
        assertThat(talk.unanswered()).isEmpty();
    }

    @Test
    void closesAPeerThatMissedThreeSignsOfLife() {
        talk.says("HELLO,plc,alive=100\n")
                .hears("HELLO,OK,Shutterline," + Product.load().version() + ",1\n");
        assertThat(talk.otherSteps()).contains(new ServerStep.Named("plc"));
        talk.passes(299)
                .says("PING\n")
                .hears("PING,OK\n")
                .passes(299)
                .is("open")
                .passes(1)
                .is("closed at once");
        assertThat(talk.otherSteps()).contains(new ServerStep.Remark(ServerStep.Remark.Kind.SILENT, "300"));
    }

    @Test
    void aHelloWithoutAliveTakesThePromiseBack() {
        talk.says("HELLO,plc,alive=100\nHELLO\n").passes(10_000).is("open");
    }

    @Test
    void saysNothingAfterTheClose() {
        talk.says("T1\nBYE\n").isCutOff().replies(new Reply.Accepted(1, false));
        talk.happens(new Event.Finished(Parts.ok(1, 1, 1)))
                .says("PING\n")
                .passes(100_000)
                .hearsNothing();
    }
}
