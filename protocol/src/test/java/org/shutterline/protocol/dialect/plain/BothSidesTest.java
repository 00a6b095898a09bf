package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.Talk;

/** Client and server of the dialect talk with each other. */
class BothSidesTest {
    private final Talk talk = Parts.talk();

    @Test
    void theWindowTriggersInJson() {
        ClientConversation client = Parts.client(Map.of());
        say(client.opened("line 3", 2_000));
        assertThat(hear(client)).isEmpty();
        say(client.ask(7, new Command.Trigger(1, TriggerRequest.PLAIN)));
        InspectionResult result = Parts.ok(1042, 1, 23.4, Parts.number(12.03), Parts.text("A,\"1\""));
        talk.replies(new Reply.Accepted(1042, false)).happens(new Event.Finished(result));
        List<ClientStep> steps = hear(client);
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0)).isInstanceOfSatisfying(ClientStep.Replied.class, replied -> {
            assertThat(replied.ticket()).isEqualTo(7);
            assertThat(replied.reply()).isEqualTo(new Reply.Found(result));
        });
    }

    @Test
    void theCommandLineHearsTheLineAsItStandsOnTheWire() {
        ClientConversation client = Parts.client(Map.of("format", "fields"));
        say(client.opened("cli", 2_000));
        say(client.ask(1, new Command.Trigger(1, TriggerRequest.PLAIN)));
        talk.replies(new Reply.Accepted(1042, false))
                .happens(new Event.Finished(Parts.ok(1042, 1, 23.4, Parts.number(12.03))));
        assertThat(hear(client))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClientStep.Replied.class,
                        replied -> assertThat(replied.line()).isEqualTo("T1,OK,1042,23.4,12.030"));
    }

    private void say(List<ClientStep> steps) {
        steps.forEach(step -> talk.says(((ClientStep.Send) step).bytes()));
    }

    private List<ClientStep> hear(ClientConversation client) {
        byte[] bytes = talk.heardText().getBytes(StandardCharsets.ISO_8859_1);
        talk.hears(talk.heardText());
        return new ArrayList<>(client.received(ByteBuffer.wrap(bytes)));
    }
}
