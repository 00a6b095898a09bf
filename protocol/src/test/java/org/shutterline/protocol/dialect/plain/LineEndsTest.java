package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

class LineEndsTest {
    private final Talk talk = Parts.talk();

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0"})
    void aReplyEndsAsItsRequestDid(String end) {
        talk.says("PING" + end + "PING,b" + end).passes(20).hears("PING,OK" + end + "PING,OK,b" + end);
    }

    @Test
    void endsMayChangeFromLineToLine() {
        talk.says("PING,1\rPING,2\nPING,3\r\nPING,4\0PING,5\rPING,6\n")
                .hears("PING,OK,1\rPING,OK,2\nPING,OK,3\r\nPING,OK,4\0PING,OK,5\rPING,OK,6\n");
    }

    @Test
    void holdsTheReplyToTheFirstCrButNotTheAction() {
        talk.says("T1\r");
        assertThat(talk.unanswered()).hasSize(1);
        talk.replies(new Reply.Accepted(1, false)).happens(new Event.Finished(Parts.ok(1, 1, 5)));
        talk.passes(19).hearsNothing().passes(1).hears("T1,OK,1,5.0\r");
    }

    @Test
    void theLfWithinTheHoldMakesItCrlf() {
        talk.says("PING\r").passes(19).hearsNothing().says("\n").hears("PING,OK\r\n");
    }

    @Test
    void anyOtherByteWithinTheHoldMakesItCr() {
        talk.says("PING\r").says("P").hears("PING,OK\r");
    }

    @Test
    void laterCrsCountAsTheFirstDid() {
        talk.says("PING\r\n")
                .hears("PING,OK\r\n")
                .says("PING\r")
                .hears("PING,OK\r\n")
                .says("\n")
                .hearsNothing();
    }

    @Test
    void laterCrsAloneAreNotHeld() {
        talk.says("PING\r").passes(20).hears("PING,OK\r").says("PING\r").hears("PING,OK\r");
    }

    @Test
    void theNextByteShowsOtherwise() {
        talk.says("PING\r").passes(20).hears("PING,OK\r");
        talk.says("T1\r").says("\n");
        talk.replies(new Reply.Accepted(1, false))
                .happens(new Event.Finished(Parts.ok(1, 1, 5)))
                .hears("T1,OK,1,5.0\r\n");
    }

    @Test
    void aLateLfOfTheFirstCrTeachesTheLaterOnes() {
        talk.says("PING\r").passes(25).hears("PING,OK\r").says("\n").hearsNothing();
        talk.says("PING\r").hears("PING,OK\r\n");
    }

    @Test
    void linesOfBlanksAreEmpty() {
        talk.says("   \n \r\nPING\n  \0").hears("PING,OK\n").says("\t\n").hears("ER,,02,malformed line\n");
        Talk first = Parts.talk().says("  \r").passes(100).hearsNothing();
        first.says("  \rGET / HTTP/1.1\r\nT1\r\n").hearsNothing().is("closed at once");
    }

    @Test
    void emptyLinesAreIgnored() {
        talk.says("\n\n\r\n\0\rPING\n\n")
                .hears("PING,OK\n")
                .says("\r")
                .passes(100)
                .hearsNothing();
    }

    @Test
    void anEventEndsAsTheLastRequestRead() {
        talk.says("SUBSCRIBE1\n").replies(new Reply.Subscribed(List.of())).hears("SUBSCRIBE1,OK\n");
        talk.says("PING\0").hears("PING,OK\0");
        talk.happens(new Event.StateChanged(Parts.status(1, StationState.OFFLINE, "a")))
                .hears("!STATUS,1,OFFLINE,a\0");
    }

    @ParameterizedTest
    @CsvSource({"cr,'\r'", "lf,'\n'", "crlf,'\r\n'", "nul,'\0'"})
    void aListenerMayFixOneEnd(String setting, String end) {
        Talk fixed = Parts.talk(Map.of("lineEnd", setting));
        fixed.says("PING,1\rPING,2\n").hears("PING,OK,1" + end + "PING,OK,2" + end);
    }

    @Test
    void aFixedEndNeedsNoHold() {
        Parts.talk(Map.of("lineEnd", "lf")).says("PING\r").hears("PING,OK\n");
    }

    @Test
    void silenceEndsALineAndItsReplyEndsInCrlf() {
        Talk silent = Parts.talk(Map.of("messageBySilenceMs", 50));
        silent.says("PI")
                .passes(49)
                .says("NG")
                .passes(49)
                .hearsNothing()
                .passes(1)
                .hears("PING,OK\r\n");
        silent.says("\n").passes(1_000).hearsNothing();
        silent.says("PING\n").hears("PING,OK\n");
    }

    @Test
    void withoutTheSettingPeopleAreToldThatALineWaits() {
        talk.says("T1").passes(999);
        assertThat(talk.otherSteps()).isEmpty();
        talk.passes(1);
        assertThat(talk.otherSteps()).containsExactly(new ServerStep.Remark(ServerStep.Remark.Kind.NO_LINE_END, "T1"));
        talk.passes(10_000);
        assertThat(talk.otherSteps()).isEmpty();
        talk.hearsNothing();
    }

    @Test
    void peopleSeeEachLineWithItsEnd() {
        talk.says("PING\r").passes(1).says("\nT1\0");
        assertThat(linesRead()).extracting(ServerStep.Remark::text).containsExactly("PING\r\n", "T1\0");
    }

    private List<ServerStep.Remark> linesRead() {
        return remarks().stream()
                .filter(remark -> remark.kind() == ServerStep.Remark.Kind.LINE_READ)
                .toList();
    }

    private List<ServerStep.Remark> remarks() {
        return talk.otherSteps().stream()
                .filter(ServerStep.Remark.class::isInstance)
                .map(ServerStep.Remark.class::cast)
                .toList();
    }

    @Test
    void theBytesOfALineAreKeptAsTheyCameUnlessTheyAreSecret() {
        talk.says(new byte[] {'T', '1', ',', (byte) 0xE4, (byte) 0xFF, '\r', '\n'});
        talk.says("LOGIN,ann,secret\n");
        assertThat(linesRead())
                .extracting(ServerStep.Remark::bytes)
                .containsExactly(
                        new byte[] {'T', '1', ',', (byte) 0xE4, (byte) 0xFF, '\r', '\n'},
                        "LOGIN,ann,***\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void passwordsAreMasked() {
        Reply wrong = new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password");
        talk.says("LOGIN,ann,secret\nlogin#7,ann,se,cret\n LOGIN,\"a,b\",secret\nLOGIN ann secret\n")
                .replies(wrong)
                .replies(wrong)
                .hears("ER,LOGIN,05,wrong name or password\nER,LOGIN#7,03,wrong argument\n"
                        + "ER,LOGIN,05,wrong name or password\nER,,02,malformed line\n");
        talk.says("LOGIN,ann,secret").passes(1_000);
        List<ServerStep.Remark> remarks = remarks();
        assertThat(remarks)
                .filteredOn(remark -> remark.kind() != ServerStep.Remark.Kind.UNKNOWN)
                .filteredOn(remark -> remark.kind() != ServerStep.Remark.Kind.ERROR)
                .map(ServerStep.Remark::text)
                .containsExactly("LOGIN,ann,***\n", "login#7,ann,***\n", " LOGIN***\n", "LOGIN***\n", "LOGIN,ann,***");
        assertThat(remarks)
                .filteredOn(remark -> remark.kind() == ServerStep.Remark.Kind.UNKNOWN)
                .map(ServerStep.Remark::text)
                .containsExactly("LOGIN***");
    }
}
