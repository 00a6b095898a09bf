package org.shutterline.protocol.dialect.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.BothSides;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.Samples;

/** The client drives a server with the same table. */
class CustomBothSidesTest {
    private Verdict verdict = Verdict.OK;
    private Optional<Reply> refusal = Optional.empty();

    private BothSides sides(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(CustomTest.table());
        settings.putAll(more);
        return new BothSides(new CustomDialect(), settings, this::reply, id -> judged());
    }

    private InspectionResult judged() {
        return result(7, verdict, number("width", -1.5, 1), number("height", 2, 0));
    }

    private static Command trigger(String part, Map<String, String> keys) {
        return new Command.Trigger(
                1, new TriggerRequest(Optional.of(part).filter(text -> !text.isEmpty()), Optional.empty(), keys));
    }

    private Reply reply(Command command) {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (command instanceof Command.Trigger) {
            return new Reply.Accepted(7, false);
        }
        if (command instanceof Command.AskStatus) {
            return Samples.status(StationState.OFFLINE);
        }
        if (command instanceof Command.LastResult) {
            return new Reply.Found(judged());
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
    void aTriggerIsAnsweredByItsResultHoweverItIsSaid(Verdict judged) {
        verdict = judged;
        for (Command trigger :
                List.of(trigger("", Map.of()), trigger("SN 4711", Map.of()), trigger("4711", Map.of("order", "A-9")))) {
            BothSides sides = sides(Map.of());
            assertThat(sides.ask(trigger))
                    .get()
                    .isInstanceOfSatisfying(
                            Reply.Found.class,
                            found -> assertThat(found.result().verdict()).isEqualTo(judged));
            assertThat(sides.asked()).containsExactly(trigger);
        }
    }

    @Test
    void valuesAreThoseOfTheTemplate() {
        assertThat(sides(Map.of()).ask(trigger("", Map.of())))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Found.class,
                        found -> assertThat(found.result().values())
                                .extracting(value -> value.name() + " " + value.value())
                                .containsExactly(
                                        "width " + new Value.Decimal(-1.5, 3), "height " + new Value.Decimal(2, 0)));
    }

    @Test
    void whatTheTableHasIsDone() {
        BothSides sides = sides(Map.of());
        assertThat(sides.ask(new Command.LastResult(1))).get().isInstanceOf(Reply.Found.class);
        assertThat(sides.ask(new Command.AskJob(1))).contains(new Reply.JobOf("plate-A"));
        assertThat(sides.ask(new Command.ChangeJob(1, "plate-B"))).get().isInstanceOf(Reply.JobChanged.class);
        assertThat(sides.ask(new Command.GetParameter(1, "hole.low")))
                .contains(new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER));
        assertThat(sides.ask(new Command.SetParameter(1, "hole.low", "1"))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.GoOnline(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.GoOffline(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ResetCounters(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ListStations())).contains(new Reply.Stations(List.of(1, 2)));
        assertThat(sides.ask(new Command.AskStatus(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Status.class,
                        status -> assertThat(status.status().state()).isEqualTo(StationState.OFFLINE));
        assertThat(sides.ping()).contains(new Reply.Done());
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void whatTheTableCannotSayIsNotSaid() {
        BothSides sides = sides(Map.of());
        for (Command command : List.of(
                new Command.Trigger(2, TriggerRequest.PLAIN),
                trigger("", Map.of("colour", "red")),
                trigger("a FOR b", Map.of()),
                new Command.AskJob(2),
                new Command.SetParameter(1, "hole.high", "1"),
                new Command.FetchDetail(1))) {
            assertThat(sides.ask(command))
                    .get()
                    .isInstanceOfSatisfying(
                            Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.UNKNOWN_COMMAND));
        }
        assertThat(sides.asked()).isEmpty();
        BothSides triggersOnly =
                sides(Map.of("rows", List.of(Map.of("in", "T", "do", "trigger", "result", "{judgement}{id}"))));
        assertThat(triggersOnly.ask(trigger("", Map.of()))).get().isInstanceOf(Reply.Refused.class);
        assertThat(triggersOnly.ping()).get().isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aRefusalIsARefusal() {
        refusal = Optional.of(new Reply.Refused(Code.STATION_OFFLINE));
        BothSides sides = sides(Map.of("refused", "NO {code}: {text}"));
        assertThat(sides.ask(trigger("", Map.of()))).contains(refusal.get());
        assertThat(sides.ask(trigger("x", Map.of()))).contains(refusal.get());
    }

    @Test
    void resultsOfOthersAreHeard() {
        BothSides sides = sides(Map.of("pushed", "EVT {station} {judgement} {id}"));
        verdict = Verdict.UNKNOWN;
        sides.happens(new Event.Finished(judged()));
        assertThat(sides.events()).singleElement().isInstanceOfSatisfying(Event.Finished.class, finished -> {
            assertThat(finished.result().verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finished.result().id()).isEqualTo(7);
        });
        assertThat(sides.ask(trigger("", Map.of()))).get().isInstanceOf(Reply.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD;1;2", "OK", "OKAY;1;2", "hello", "ERR x"})
    void whatIsNoAnswerIsNeverTakenForOne(String line) {
        CustomDialect dialect = new CustomDialect();
        ClientConversation client = dialect.client(Options.checked("test", CustomTest.table(), dialect.settings()));
        client.ask(1, trigger("", Map.of()));
        assertThat(client.received(ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .isInstanceOf(ClientStep.Broken.class);
    }
}
