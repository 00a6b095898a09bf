package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

/** A login in the plain dialect: what it opens, and what holds before it. */
class LoginTest {
    private static final Command.LogIn ANNA = new Command.LogIn("anna", Secret.of("long, secret"));
    private static final String LINE = "LOGIN,anna,\"long, secret\"\n";

    @Test
    void itIsAnsweredWithTheRoleAndOpensWhatTheRoleMayDo() {
        stranger()
                .says("RESET1\n")
                .hears("ER,RESET1,05,login required\n")
                .says(LINE)
                .asks(ANNA)
                .replies(new Reply.LoggedIn(Role.OPERATE))
                .hears("LOGIN,OK,OPERATE\n")
                .says("RESET1\nSET1,a.b,5\n")
                .asks(new Command.ResetCounters(1))
                .replies(new Reply.Done())
                .hears("RESET1,OK\nER,SET1,05,role too low: SET needs ADMIN and this connection has OPERATE\n");
    }

    @Test
    void aWrongOneOpensNothing() {
        stranger()
                .says(LINE)
                .replies(new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password"))
                .hears("ER,LOGIN,05,wrong name or password\n")
                .says("T1\n")
                .hears("ER,T1,05,login required\n");
    }

    @Test
    void linesAfterItInTheSameSegmentWaitForItsReply() {
        stranger()
                .says(LINE + "T1\nPING\n")
                .asks(ANNA)
                .hearsNothing()
                .replies(new Reply.LoggedIn(Role.TRIGGER))
                .asks(new Command.Trigger(1, TriggerRequest.PLAIN))
                .hears("LOGIN,OK,TRIGGER\n");
    }

    @Test
    void readingStopsBeforeTheLoginIsAskedForSoThatAnAnswerAtOnceHasItGoOn() {
        List<ServerStep> asks = Parts.server(Map.of(), Rights.NONE)
                .received(ByteBuffer.wrap(LINE.getBytes(StandardCharsets.US_ASCII)), 0);
        assertThat(asks).startsWith(new ServerStep.PauseReading());
        assertThat(asks).last().isInstanceOf(ServerStep.Ask.class);
    }

    @Test
    void itMayAlsoTakeAway() {
        Talk.with(Parts.server(Map.of(), Role.OPERATE))
                .says(LINE)
                .replies(new Reply.LoggedIn(Role.VIEW))
                .says("T1\n")
                .hears("LOGIN,OK,VIEW\nER,T1,05,role too low: T needs TRIGGER and this connection has VIEW\n");
    }

    @Test
    void itNeedsANameAndAPassword() {
        stranger()
                .says("LOGIN\nLOGIN,anna\nLOGIN,,x\nLOGIN1,a,b\n")
                .asks()
                .hears("ER,LOGIN,03,wrong argument\nER,LOGIN,03,wrong argument\nER,LOGIN,03,wrong argument\n"
                        + "ER,LOGIN1,03,wrong argument\n");
    }

    @Test
    void inJsonItTellsTheRole() {
        Talk.with(Parts.server(Map.of(), Role.VIEW))
                .says("FORMAT,JSON\n" + LINE)
                .replies(new Reply.LoggedIn(Role.ADMIN))
                .hears("{\"re\":\"FORMAT\",\"status\":\"OK\"}\n"
                        + "{\"re\":\"LOGIN\",\"status\":\"OK\",\"role\":\"ADMIN\"}\n");
    }

    @Test
    void beforeItALineIsShortAndEndsSoon() {
        stranger().says("P".repeat(257)).hears("ER,,04,line too long\r\n").is("closed after 1000 ms");
        stranger()
                .says("PING")
                .passes(4_999)
                .hearsNothing()
                .passes(1)
                .hears("ER,,02,line not ended\r\n")
                .is("closed after 1000 ms");
    }

    @Test
    void afterItALineIsAsLongAsAnyOther() {
        stranger()
                .says(LINE + "PING," + "p".repeat(4_000) + "\n")
                .replies(new Reply.LoggedIn(Role.VIEW))
                .hears("LOGIN,OK,VIEW\nPING,OK," + "p".repeat(4_000) + "\n");
    }

    @Test
    void aPasswordIsPrintedNowhere() {
        assertThat(ANNA.toString()).contains("anna").doesNotContain("secret");
        assertThat(stranger().says(LINE).otherSteps().toString())
                .contains("LOGIN")
                .doesNotContain("secret");
    }

    private static Talk stranger() {
        return Talk.with(Parts.server(Map.of(), Rights.NONE));
    }
}
