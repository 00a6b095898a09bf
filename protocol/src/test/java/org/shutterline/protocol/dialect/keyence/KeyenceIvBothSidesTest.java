package org.shutterline.protocol.dialect.keyence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.spi.Samples.measured;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
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

/** The client drives a server of the same dialect. */
class KeyenceIvBothSidesTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final Map<String, Object> SETTINGS = Map.of(
            "programs",
            Map.of(12, "plate-A"),
            "tools",
            Map.of(0, "place", 1, "width"),
            "thresholds",
            Map.of(1, "hole"),
            "rateDecimals",
            1);

    private Verdict verdict = Verdict.OK;
    private StationState state = StationState.READY;
    private Optional<Reply> refusal = Optional.empty();

    private BothSides sides() {
        return new BothSides(new KeyenceIvDialect(), SETTINGS, this::reply, id -> judged());
    }

    private InspectionResult judged() {
        return result(70_000, verdict, number("width", 94.5, 1), measured("place", Value.missing(), Verdict.UNKNOWN));
    }

    private Reply reply(Command command) {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (command instanceof Command.Trigger) {
            return new Reply.Accepted(70_000, false);
        }
        if (command instanceof Command.AskStatus) {
            return Samples.status(state);
        }
        if (command instanceof Command.LastResult) {
            return new Reply.Found(judged());
        }
        if (command instanceof Command.FetchPicture) {
            // its bytes look like ends of lines
            return new Reply.PictureOf(70_000, new Picture("mono8", 3, 2, Blob.of(new byte[] {13, 10, 0, 13, 10, 44})));
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
        assertThat(sides().ask(TRIGGER)).get().isInstanceOfSatisfying(Reply.Found.class, found -> {
            assertThat(found.result().id()).isEqualTo(70_000 % 32_768);
            assertThat(found.result().verdict()).isEqualTo(judged);
            assertThat(found.result().values())
                    .extracting(value -> value.name() + " " + value.value() + " " + value.verdict())
                    .containsExactly(
                            "place " + Value.missing() + " UNKNOWN", "width " + new Value.Decimal(94.5, 1) + " OK");
        });
    }

    @ParameterizedTest
    @EnumSource(StationState.class)
    void theStateIsTheStations(StationState told) {
        state = told;
        assertThat(sides().ask(new Command.AskStatus(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Status.class,
                        status -> assertThat(status.status().state()).isEqualTo(told));
    }

    @Test
    void whatTheDialectHasIsDone() {
        BothSides sides = sides();
        assertThat(sides.ask(new Command.LastResult(1))).get().isInstanceOf(Reply.Found.class);
        assertThat(sides.ask(new Command.AskJob(1))).contains(new Reply.JobOf("plate-A"));
        assertThat(sides.ask(new Command.ChangeJob(1, "plate-A"))).get().isInstanceOf(Reply.JobChanged.class);
        assertThat(sides.ask(new Command.GetParameter(1, "hole.low")))
                .contains(new Reply.ParameterOf("12.5", Reply.ParameterOf.Kind.NUMBER));
        sides.asked();
        assertThat(sides.ask(new Command.SetParameter(1, "hole.low", "7.5"))).contains(new Reply.Done());
        assertThat(sides.asked()).containsExactly(new Command.SetParameter(1, "hole.low", "7.5"));
        assertThat(sides.ask(new Command.ResetCounters(1))).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ListStations())).contains(new Reply.Stations(List.of(1)));
        assertThat(sides.ping()).contains(new Reply.Done());
        assertThat(sides.ask(new Command.ChangeJob(1, "unmapped"))).contains(new Reply.Refused(Code.NO_SUCH_JOB));
        assertThat(sides.ask(new Command.SetParameter(1, "hole.low", "-1")))
                .contains(new Reply.Refused(Code.WRONG_ARGUMENT));
        assertThat(sides.ask(new Command.FetchDetail(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.UNKNOWN_COMMAND));
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void thePictureOfTheLastResultIsFetchedBetweenTheLines() {
        BothSides sides = sides();
        long number = 70_000 % 32_768;

        assertThat(sides.ask(new Command.FetchPicture(number, PictureFormat.RAW, PictureView.SOURCE)))
                .get()
                .isInstanceOfSatisfying(Reply.PictureOf.class, got -> {
                    assertThat(got.id()).isEqualTo(number);
                    assertThat(got.picture().format()).isEqualTo("bgr8");
                    byte[] rows = new byte[18];
                    got.picture().blob().bytes().get(rows);
                    assertThat(rows).startsWith(13, 13, 13, 10, 10, 10).endsWith(44, 44, 44);
                });
        assertThat(sides.ask(TRIGGER)).get().isInstanceOf(Reply.Found.class);
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void aPictureOfAnotherPartIsNotTaken() {
        assertThat(sides().ask(new Command.FetchPicture(4_465, PictureFormat.RAW, PictureView.SOURCE)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.PICTURE_NOT_KEPT));
    }

    @Test
    void aPictureThatWasNotKeptIsRefused() {
        BothSides sides = sides();
        refusal = Optional.of(new Reply.Refused(Code.PICTURE_NOT_KEPT));

        assertThat(sides.ask(new Command.FetchPicture(4_464, PictureFormat.RAW, PictureView.SOURCE)))
                .get()
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void resultsOfOthersAreHeardAfterThatIsSwitchedOn() {
        BothSides sides = sides();
        sides.happens(new Event.Finished(judged()));
        assertThat(sides.events()).isEmpty();
        assertThat(sides.ask(new Command.Subscribe(OptionalInt.empty()))).contains(new Reply.Subscribed(List.of()));
        sides.happens(new Event.Finished(judged()));
        assertThat(sides.events()).hasSize(1);
        assertThat(sides.ask(new Command.Unsubscribe(OptionalInt.empty()))).contains(new Reply.Done());
        sides.happens(new Event.Finished(judged()));
        assertThat(sides.events()).isEmpty();
    }

    @Test
    void aRefusalIsARefusal() {
        refusal = Optional.of(new Reply.Refused(Code.STATION_OFFLINE));
        assertThat(sides().ask(TRIGGER)).get().isInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RT",
                "RT,1",
                "RT,x,OK",
                "RT,1,GOOD",
                "RT,1,OK,00",
                "RT,1,OK,00,OK,1.5",
                "RT,1,OK,x,OK,1",
                "RT,-1,OK",
                "RT,32768,OK",
                "RT,00010013,OK"
            })
    void whatIsNoResultIsNeverTakenForOne(String line) {
        byte[] bytes = (line + "\r").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(client().received(ByteBuffer.wrap(bytes))).singleElement().isInstanceOf(ClientStep.Broken.class);
        ClientConversation asking = client();
        asking.ask(1, TRIGGER);
        assertThat(asking.received(ByteBuffer.wrap(bytes))).singleElement().isInstanceOf(ClientStep.Broken.class);
    }

    private static ClientConversation client() {
        KeyenceIvDialect dialect = new KeyenceIvDialect();
        return dialect.client(Options.checked("test", SETTINGS, dialect.settings()));
    }

    /** Found by Jazzer: the rest of what such a device says answers nothing any more. */
    @Test
    void afterAResultThatIsNoneNothingIsTakenForAnAnswer() {
        ClientConversation client = client();
        client.ask(1, new Command.GetParameter(1, "hole.low"));
        byte[] bytes = "RT,,123.45;\rDR,100,82,100013\r".getBytes(StandardCharsets.US_ASCII);
        assertThat(client.received(ByteBuffer.wrap(bytes))).singleElement().isInstanceOf(ClientStep.Broken.class);
    }
}
