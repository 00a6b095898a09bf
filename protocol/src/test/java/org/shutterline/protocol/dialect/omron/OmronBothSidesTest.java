package org.shutterline.protocol.dialect.omron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.BothSides;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/** The client drives a server of the same dialect. */
class OmronBothSidesTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final Map<String, Object> MAPS =
            Map.of("scenes", Map.of(3, "plate-A"), "units", Map.of("5,8", "setting.hole.low"));

    private Verdict verdict = Verdict.OK;
    private Optional<Reply> refusal = Optional.empty();

    private BothSides sides(String output) {
        return new BothSides(
                new OmronDialect(),
                Map.of(
                        "resultOutput",
                        output,
                        "scenes",
                        Map.of(3, "plate-A"),
                        "units",
                        Map.of("5,8", "setting.hole.low")),
                this::reply,
                id -> judged());
    }

    private InspectionResult judged() {
        return result(7, verdict, number("width", -1.5, 1));
    }

    private Reply reply(Command command) {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (command instanceof Command.Trigger) {
            return new Reply.Accepted(7, false);
        }
        if (command instanceof Command.AskJob) {
            return new Reply.JobOf("plate-A");
        }
        if (command instanceof Command.ChangeJob change) {
            return new Reply.JobChanged(change.job(), 12);
        }
        return command instanceof Command.GetParameter
                ? new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER)
                : new Reply.Done();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aTriggerIsAnsweredByItsResult(Verdict judged) {
        verdict = judged;
        for (String output : List.of("own", "all")) {
            assertThat(sides(output).ask(TRIGGER)).get().isInstanceOfSatisfying(Reply.Found.class, found -> {
                assertThat(found.result().verdict()).isEqualTo(judged);
                assertThat(found.result().values().get(0).value()).isEqualTo(new Value.Decimal(-1.5, 4));
            });
        }
    }

    @Test
    void whatTheDialectHasIsDone() {
        BothSides sides = sides("own");
        assertThat(sides.ask(new Command.AskJob(1))).contains(new Reply.JobOf("plate-A"));
        assertThat(sides.ask(new Command.ChangeJob(1, "plate-A"))).get().isInstanceOf(Reply.JobChanged.class);
        assertThat(sides.ask(new Command.ResetCounters(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.GetParameter(1, "hole.low")))
                .contains(new Reply.ParameterOf("12.5000", Reply.ParameterOf.Kind.NUMBER));
        assertThat(sides.ask(new Command.SetParameter(1, "hole.low", "1"))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ListStations())).contains(new Reply.Stations(List.of(1)));
        assertThat(sides.ping()).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ChangeJob(1, "unmapped"))).contains(new Reply.Refused(Code.NO_SUCH_JOB));
        assertThat(sides.ask(new Command.AskStatus(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.UNKNOWN_COMMAND));
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void aRefusalIsARefusalAndStillASignOfLife() {
        refusal = Optional.of(new Reply.Refused(Code.STATION_OFFLINE));
        BothSides sides = sides("own");
        assertThat(sides.ask(TRIGGER)).get().isInstanceOf(Reply.Refused.class);
        assertThat(sides.ping()).contains(new Reply.Done());
    }

    @Test
    void aDeviceWithoutOutputHasNoResult() {
        assertThat(sides("off").ask(TRIGGER))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.NO_SUCH_RESULT));
    }

    @Test
    void resultsOfOthersAreHeardEvenBetweenACommandAndItsAnswer() {
        BothSides sides = sides("all");
        sides.happens(new Event.Finished(judged()));
        assertThat(sides.events()).hasSize(1);
        ClientConversation client = client();
        client.ask(1, TRIGGER);
        List<ClientStep> steps = hear(client, "-1,9.0000\r0,1.0000\rOK\r");
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0))
                .isInstanceOfSatisfying(
                        ClientStep.Replied.class,
                        replied -> assertThat(
                                        ((Reply.Found) replied.reply()).result().verdict())
                                .isEqualTo(Verdict.OK));
        assertThat(steps.get(1)).isInstanceOf(ClientStep.Happened.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7,1.0000\rOK\r", "good\rOK\r"})
    void whatIsNoResultIsNeverTakenForOne(String answer) {
        ClientConversation client = client();
        client.ask(1, TRIGGER);
        assertThat(hear(client, answer)).singleElement().isInstanceOf(ClientStep.Broken.class);
    }

    private static ClientConversation client() {
        OmronDialect dialect = new OmronDialect();
        return dialect.client(Options.checked("test", MAPS, dialect.settings()));
    }

    private static List<ClientStep> hear(ClientConversation client, String text) {
        return client.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
