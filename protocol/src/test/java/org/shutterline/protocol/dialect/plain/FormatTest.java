package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.spi.Talk;

/** A reply is written as FORMAT says when it is written, not when its request was read. */
class FormatTest {
    private static final String JSON = "{\"re\":\"FORMAT\",\"status\":\"OK\"}\n";

    private final Talk talk = Parts.talk();

    @Test
    void aTaggedReplyBehindTheSwitchIsJson() {
        talk.says("T2#a\nFORMAT,JSON\nPING\n").hears(JSON + "{\"re\":\"PING\",\"status\":\"OK\"}\n");
        finish(7);
        assertThat(talk.heardText()).startsWith("{\"re\":\"T2#a\",\"status\":\"OK\",\"id\":7,");
    }

    @Test
    void aTaggedReplyBehindTheSwitchBackIsFields() {
        talk.says("FORMAT,JSON\nT2#a\nFORMAT,FIELDS\nPING\n").hears(JSON + "FORMAT,OK\nPING,OK\n");
        finish(7);
        talk.hears("T2#a,OK,7,1.0\n");
    }

    @Test
    void whatIsOwedBeforeTheSwitchKeepsItsFormat() {
        talk.says("T2\nFORMAT,JSON\nPING#x\nPING\nFORMAT,FIELDS\nPING\n").hears("PING#x,OK\n");
        finish(7);
        talk.hears("T2,OK,7,1.0\n" + JSON + "{\"re\":\"PING\",\"status\":\"OK\"}\nFORMAT,OK\nPING,OK\n");
    }

    @Test
    void eventsThatWaitForTheirSubscriptionAreWrittenAsIt() {
        talk.says("SUBSCRIBE#s\nT2\nFORMAT,JSON\nSUBSCRIBE2\n");
        talk.replies(new Reply.Subscribed(List.of())).hears("SUBSCRIBE#s,OK\n");
        talk.says("UNSUBSCRIBE#u\n").repliesToLast(new Reply.Done()).hears("UNSUBSCRIBE#u,OK\n");
        talk.replies(new Reply.Accepted(7, false));
        talk.replies(new Reply.Subscribed(List.of(Parts.status(2, StationState.READY, "a"))));
        talk.happens(new Event.Finished(Parts.ok(7, 2, 1)));
        assertThat(talk.heardText().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("T2,OK,7,1.0"),
                        line -> assertThat(line + "\n").isEqualTo(JSON),
                        line -> assertThat(line).isEqualTo("{\"re\":\"SUBSCRIBE2\",\"status\":\"OK\"}"),
                        line -> assertThat(line).startsWith("{\"event\":\"STATUS\""),
                        line -> assertThat(line).startsWith("{\"event\":\"RESULT\""));
    }

    private void finish(long id) {
        talk.replies(new Reply.Accepted(id, false)).happens(new Event.Finished(Parts.ok(id, 2, 1)));
    }
}
