package org.shutterline.protocol.dialect.plain;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.spi.Talk;

/** The talk that the wire contract shows. */
class ExamplesTest {
    private final Talk talk = Parts.talk();

    @Test
    void triggersAndGetsItsResult() {
        talk.says("T1\n").asks(new Command.Trigger(1, TriggerRequest.PLAIN)).hearsNothing();
        talk.replies(new Reply.Accepted(1042, false)).hearsNothing();
        talk.happens(new Event.Finished(Parts.ok(1042, 1, 23.4, Parts.number(12.031), Parts.text("ABC123"))))
                .hears("T1,OK,1042,23.4,12.031,ABC123\n");
    }

    @Test
    void repeatsTheTagAndWritesNothingForWhatWasNotMeasured() {
        talk.says("t1#a17,part=SN9\n")
                .asks(new Command.Trigger(1, new TriggerRequest(Optional.of("SN9"), Optional.empty(), Map.of())));
        talk.replies(new Reply.Accepted(1043, false));
        talk.happens(new Event.Finished(Parts.ng(1043, 1, 22.9, Parts.number(11.874), Value.missing())))
                .hears("T1#a17,NG,1043,22.9,11.874,\n");
    }

    @Test
    void tellsThatThereIsNoSuchStation() {
        talk.says("T9\n").replies(new Reply.Refused(Code.NO_SUCH_STATION)).hears("ER,T9,10,no such station\n");
    }

    @Test
    void tellsThatItDoesNotKnowTheCommand() {
        talk.says("FOO\n").asks().hears("ER,FOO,01,unknown command\n");
    }

    @Test
    void takesAWholeQuotedField() {
        talk.says("T1,\"part=A,1\"\n")
                .asks(new Command.Trigger(1, new TriggerRequest(Optional.of("A,1"), Optional.empty(), Map.of())));
    }

    @Test
    void saysNothingBeforeItIsAsked() {
        talk.passes(60_000).hearsNothing().is("open");
    }
}
