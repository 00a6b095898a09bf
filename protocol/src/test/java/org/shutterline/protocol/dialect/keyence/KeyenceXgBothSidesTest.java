package org.shutterline.protocol.dialect.keyence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.BothSides;
import org.shutterline.protocol.spi.DialectContract;

/** The client drives a server of the same dialect. */
class KeyenceXgBothSidesTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);

    private Verdict verdict = Verdict.OK;
    private Optional<Reply> refusal = Optional.empty();

    private BothSides sides(String mode) {
        return new BothSides(
                new KeyenceXgDialect(),
                Map.of(
                        "triggerMode",
                        mode,
                        "programs",
                        Map.of(12, "plate-A"),
                        "tolerances",
                        Map.of("100,82", "hole"),
                        "resultOutput",
                        mode.equals("acknowledge") ? "own" : "off"),
                this::reply,
                id -> result());
    }

    private Reply reply(Command command) {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (command instanceof Command.Trigger) {
            return new Reply.Accepted(7, false);
        }
        if (command instanceof Command.AskStatus) {
            return new Reply.Status(new StationStatus(1, StationState.OFFLINE, "plate-A", 7, 1, 0, 0, 0, ""));
        }
        if (command instanceof Command.LastResult) {
            return new Reply.Found(result());
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

    private InspectionResult result() {
        InspectionResult bare = DialectContract.judged(7, verdict);
        Measurement width = new Measurement(
                "width",
                new Value.Decimal(-1.5, 1),
                "mm",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                verdict,
                "");
        return new InspectionResult(
                bare.id(),
                bare.station(),
                bare.job(),
                bare.time(),
                bare.ms(),
                bare.part(),
                bare.once(),
                bare.keys(),
                bare.origin(),
                bare.verdict(),
                bare.code(),
                bare.reason(),
                List.of(width),
                bare.picture());
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aTriggerIsAnsweredByItsResultInBothModes(Verdict judged) {
        verdict = judged;
        for (String mode : List.of("acknowledge", "cv-compatible")) {
            Optional<Reply> reply = sides(mode).ask(TRIGGER);
            assertThat(reply).get().isInstanceOfSatisfying(Reply.Found.class, found -> {
                assertThat(found.result().verdict()).isEqualTo(judged);
                assertThat(found.result().values().get(0).value()).isEqualTo(new Value.Decimal(-1.5, 3));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "cv-compatible"})
    void whatTheDialectHasIsDone(String mode) {
        BothSides sides = sides(mode);
        assertThat(sides.ask(new Command.LastResult(1))).get().isInstanceOf(Reply.Found.class);
        assertThat(sides.ask(new Command.AskJob(1))).contains(new Reply.JobOf("plate-A"));
        assertThat(sides.ask(new Command.ChangeJob(1, "plate-A"))).get().isInstanceOf(Reply.JobChanged.class);
        assertThat(sides.ask(new Command.GetParameter(1, "hole.high")))
                .contains(new Reply.ParameterOf("12.500", Reply.ParameterOf.Kind.NUMBER));
        assertThat(sides.ask(new Command.SetParameter(1, "hole.low", "1"))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.GoOnline(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.GoOffline(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ResetCounters(1))).contains(new Reply.Done());
        assertThat(sides.ping()).contains(new Reply.Done());
        assertThat(sides.ask(new Command.AskStatus(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Status.class,
                        status -> assertThat(status.status().state()).isEqualTo(StationState.OFFLINE));
        assertThat(sides.broken()).isEmpty();
        assertThat(sides.ask(new Command.ChangeJob(1, "unmapped"))).contains(new Reply.Refused(Code.NO_SUCH_JOB));
        assertThat(sides.ask(new Command.FetchDetail(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.UNKNOWN_COMMAND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "cv-compatible"})
    void aRefusalIsARefusal(String mode) {
        refusal = Optional.of(new Reply.Refused(Code.STATION_OFFLINE));
        assertThat(sides(mode).ask(TRIGGER)).get().isInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void resultsOfOthersAreHeard(Verdict judged) {
        verdict = judged;
        BothSides sides =
                new BothSides(new KeyenceXgDialect(), Map.of("resultOutput", "all"), this::reply, id -> result());
        sides.happens(new Event.Finished(result()));
        assertThat(sides.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Finished.class,
                        finished -> assertThat(finished.result().verdict()).isEqualTo(judged));
    }
}
