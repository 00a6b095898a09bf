package org.shutterline.protocol.dialect.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shutterline.protocol.spi.Samples.number;
import static org.shutterline.protocol.spi.Samples.result;
import static org.shutterline.protocol.spi.Samples.status;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.BothSides;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/** The client drives a server of the same dialect, and a server that is none. */
class InsightBothSidesTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final byte[] ROWS = {1, 2, 3, 4, 5, 6};

    private Verdict verdict = Verdict.OK;
    private StationState state = StationState.OFFLINE;
    private Optional<Reply> refusal = Optional.empty();

    private BothSides sides(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(InsightParts.SETTINGS);
        all.put("cells", Map.of("B001", "judgement", "B012", "value.width", "B010", "setting.hole.low"));
        all.putAll(more);
        return new BothSides(new InsightDialect(), all, this::reply, id -> judged());
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
        if (command instanceof Command.AskStatus) {
            return status(state);
        }
        if (command instanceof Command.LastResult) {
            return new Reply.Found(judged());
        }
        if (command instanceof Command.FetchPicture) {
            return new Reply.PictureOf(7, new Picture("mono8", 3, 2, Blob.of(ROWS)));
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

    private static Code code(Optional<Reply> reply) {
        return ((Reply.Refused) reply.orElseThrow()).code();
    }

    @ParameterizedTest
    @CsvSource({"OK,crlf", "NG,crlf", "OK,cr", "NG,lf"})
    void aTriggerIsAnsweredByTheValuesOfItsCells(Verdict judged, String end) {
        verdict = judged;
        BothSides sides = sides(Map.of("lineEnd", end));
        assertThat(sides.ask(TRIGGER)).get().isInstanceOfSatisfying(Reply.Found.class, found -> {
            assertThat(found.result().verdict()).isEqualTo(judged);
            assertThat(found.result().values()).hasSize(1);
            assertThat(found.result().values().get(0).value()).isEqualTo(new Value.Decimal(-1.5, 3));
        });
        assertThat(sides.ask(new Command.LastResult(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Found.class,
                        found -> assertThat(found.result().verdict()).isEqualTo(judged));
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void withTheSettingsOfAListenerItIsTheFirstOfTheLoginsWhoLogsIn() {
        Map<String, Object> settings = Map.of(
                "logins",
                List.of(
                        Map.of("name", "line-3", "password", "change-me"),
                        Map.of("name", "other", "password", "secret")));

        assertThat(new BothSides(new InsightDialect(), settings, this::reply, id -> judged()).ping())
                .contains(new Reply.Done());
    }

    @Test
    void whatWasNotJudgedIsNeverOk() {
        verdict = Verdict.UNKNOWN;
        assertThat(code(sides(Map.of()).ask(TRIGGER))).isEqualTo(Code.STATION_BUSY);
        assertThat(sides(Map.of()).ask(new Command.LastResult(1)))
                .get()
                .isInstanceOfSatisfying(Reply.Found.class, found -> {
                    assertThat(found.result().verdict()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(found.result().values().get(0).value()).isEqualTo(Value.missing());
                });
        verdict = Verdict.OK;
        for (Map<String, String> cells : List.of(Map.<String, String>of(), Map.of("B012", "value.width"))) {
            assertThat(sides(Map.of("cells", cells)).ask(TRIGGER))
                    .get()
                    .isInstanceOfSatisfying(
                            Reply.Found.class,
                            found -> assertThat(found.result().verdict()).isEqualTo(Verdict.UNKNOWN));
        }
    }

    @Test
    void whatTheDialectHasIsDone() {
        BothSides sides = sides(Map.of());
        assertThat(sides.ask(new Command.AskJob(1))).contains(new Reply.JobOf("plate-A"));
        assertThat(sides.ask(new Command.ChangeJob(1, "plate-A"))).get().isInstanceOf(Reply.JobChanged.class);
        sides.asked();
        assertThat(sides.ask(new Command.ChangeJob(1, "other"))).get().isInstanceOf(Reply.JobChanged.class);
        assertThat(sides.asked()).containsExactly(new Command.AskStatus(1), new Command.ChangeJob(1, "other"));
        assertThat(sides.ask(new Command.GetParameter(1, "hole.low")))
                .contains(new Reply.ParameterOf("12.500", Reply.ParameterOf.Kind.NUMBER));
        sides.asked();
        for (String[] set :
                new String[][] {{"hole.low", "5"}, {"hole.low", "-2.5"}, {"hole.x", "7"}, {"a.b", "some text"}}) {
            assertThat(sides.ask(new Command.SetParameter(1, set[0], set[1]))).contains(new Reply.Done());
            assertThat(sides.asked()).containsExactly(new Command.SetParameter(1, set[0], set[1]));
        }
        state = StationState.READY;
        assertThat(sides.ask(new Command.GoOnline(1))).contains(new Reply.Done());
        state = StationState.OFFLINE;
        assertThat(sides.ask(new Command.GoOffline(1))).contains(new Reply.Done());
        assertThat(sides.ping()).contains(new Reply.Done());
        assertThat(sides.ask(new Command.AskStatus(1)))
                .get()
                .isInstanceOfSatisfying(
                        Reply.Status.class,
                        status -> assertThat(status.status().state()).isEqualTo(StationState.OFFLINE));
        assertThat(sides.ask(new Command.ListStations())).contains(new Reply.Stations(List.of(1)));
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void aPictureComesWithItsResult() {
        BothSides sides = sides(Map.of());
        sides.ask(TRIGGER);
        Command fetch = new Command.FetchPicture(1, PictureFormat.JPEG, PictureView.SOURCE);
        assertThat(sides.ask(fetch)).get().isInstanceOfSatisfying(Reply.PictureOf.class, of -> {
            assertThat(of.id()).isEqualTo(1);
            assertThat(of.picture().format()).isEqualTo("mono8");
            assertThat(of.picture().width()).isEqualTo(3);
            assertThat(PlainPicture.taking(of.picture()).bytes()).isEqualTo(ROWS);
        });
        sides.ask(TRIGGER);
        assertThat(code(sides.ask(fetch))).isEqualTo(Code.PICTURE_NOT_KEPT);
        assertThat(sides.broken()).isEmpty();
    }

    @Test
    void aRefusalIsARefusal() {
        refusal = Optional.of(new Reply.Refused(Code.NOT_ALLOWED));
        BothSides sides = sides(Map.of());
        assertThat(code(sides.ask(TRIGGER))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(code(sides.ask(new Command.SetParameter(1, "hole.low", "")))).isEqualTo(Code.WRONG_ARGUMENT);
        assertThat(code(sides.ask(new Command.SetParameter(1, "hole.low", "5\r\nSO0"))))
                .isEqualTo(Code.WRONG_ARGUMENT);
        assertThat(code(sides.ask(new Command.Trigger(2, TriggerRequest.PLAIN))))
                .isEqualTo(Code.NO_SUCH_STATION);
        assertThat(code(sides.ask(new Command.FetchDetail(1)))).isEqualTo(Code.UNKNOWN_COMMAND);
    }

    @Test
    void aWrongLoginEndsTheConnection() {
        BothSides sides = sides(Map.of("password", "Secret"));
        assertThat(sides.broken()).get().asString().contains("name or password");
        assertThat(sides.ask(TRIGGER)).isEmpty();
        assertThat(sides.asked()).isEmpty();
    }

    // ---- a server that a test plays

    private static List<ClientStep> hears(ClientConversation client, String text) {
        return client.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<String> sent(List<ClientStep> steps) {
        return steps.stream()
                .filter(ClientStep.Send.class::isInstance)
                .map(step -> new String(((ClientStep.Send) step).bytes(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static ClientConversation loggedIn() {
        ClientConversation client = new InsightDialect().client(InsightParts.options(Map.of()));
        client.opened("line 3", 0);
        assertThat(sent(client.ask(1, TRIGGER))).isEmpty();
        assertThat(sent(hears(client, "\u00ff\u00fb\u0001Welcome: here\r\nUser: ")))
                .containsExactly("admin\r\n");
        assertThat(sent(hears(client, "Password:"))).containsExactly("secret\r\n");
        assertThat(sent(hears(client, " User Logged In\r"))).isEmpty();
        assertThat(sent(hears(client, "\n"))).containsExactly("SW8\r\n");
        return client;
    }

    @Test
    void saysNothingBeforeTheLoginIsDone() {
        assertThat(loggedIn()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK\r\n", "2\r\n", "ER,SW8\r\n", "\r\n"})
    void anotherLanguageEndsTheConnection(String line) {
        assertThat(hears(loggedIn(), line)).anyMatch(ClientStep.Broken.class::isInstance);
    }

    @Test
    void aServerThatNeverAsksForALoginEndsTheConnection() {
        ClientConversation client = new InsightDialect().client(InsightParts.options(Map.of()));
        assertThat(hears(client, "x".repeat(5_000))).singleElement().isInstanceOf(ClientStep.Broken.class);
    }

    private static List<ClientStep> picture(String answer) {
        ClientConversation client = loggedIn();
        hears(client, "-2\r\n");
        assertThat(sent(client.ask(2, new Command.FetchPicture(1, PictureFormat.RAW, PictureView.SOURCE))))
                .containsExactly("RI\r\n");
        List<ClientStep> steps = new ArrayList<>();
        for (char one : answer.toCharArray()) {
            steps.addAll(hears(client, String.valueOf(one)));
        }
        return steps;
    }

    @ParameterizedTest
    @CsvSource({
        "'1 4 424D 8CCD ',the picture came damaged: checksum wrong",
        "'1 4 424D 8CCC ',the picture is no BMP that can be read",
        "'-2 ',could not be executed",
        "'-6 ',the login lacks the right"
    })
    void aDamagedPictureIsNone(String answer, String why) {
        assertThat(picture(answer.replace(" ", "\r\n")))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClientStep.Replied.class,
                        replied -> assertThat(replied.reply())
                                .isInstanceOfSatisfying(
                                        Reply.Refused.class,
                                        no -> assertThat(no.text()).isEqualTo(why)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\r\nx\r\n",
                "1\r\n4\r\n42GG\r\n",
                "1\r\n4\r\n424D00\r\n",
                "1\r\n4\r\n\r\n",
                "1\r\n999999999\r\n"
            })
    void aPictureThatBreaksItsFormEndsTheConnection(String answer) {
        assertThat(picture(answer)).anyMatch(ClientStep.Broken.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusButDoneIsARefusal(Status status) throws Exception {
        assertThat(OneAsked.refusal(status.text()).isEmpty()).isEqualTo(status == Status.DONE);
    }
}
