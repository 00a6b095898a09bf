package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.Talk;

/** Client and server of the dialect talk with each other, in pieces of any size. */
class BothSidesTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final Command PICTURE = new Command.FetchPicture(7, PictureFormat.RAW, PictureView.SOURCE);

    private final Random cuts = new Random(11);
    private final RandomRecords records = new RandomRecords(12);
    private Talk talk;
    private ClientConversation client;
    private long lastTicket;

    private void open(Map<String, Object> settings) {
        talk = Parts.talk(settings);
        client = Parts.client(settings);
        say(client.opened("line \"3\", left", 2_000));
        boolean asksForItsRole = !"fields".equals(settings.get("format"));
        assertThat(hear()).isEqualTo(asksForItsRole ? List.of(new ClientStep.Admitted(Role.ADMIN)) : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "iso-8859-1"})
    void everyRecordSurvivesJson(String encoding) {
        open(Map.of("encoding", encoding));
        for (int i = 0; i < 300; i++) {
            InspectionResult result = records.result(1);
            ask(TRIGGER);
            talk.replies(new Reply.Accepted(result.id(), false)).happens(new Event.Finished(result));
            assertThat(reply()).isEqualTo(new Reply.Found(result));
            survives(new Command.FindResult(result.id()), new Reply.Found(records.result(2)));
            survives(new Command.LastResult(2), new Reply.Found(records.result(2)));
            survives(new Command.AskStatus(1), new Reply.Status(records.status(1)));
            survives(new Command.ResultsSince(1, 5, 9), new Reply.Results(records.many(4, () -> records.result(1))));
            survives(new Command.FetchDetail(5), new Reply.DetailOf(records.detail()));
            survives(new Command.AskJob(1), new Reply.JobOf(records.text()));
            survives(
                    new Command.AskTimes(1),
                    new Reply.TimesOf(1, 1_000, List.of(new StageSummary(records.text(), 0.5, 1.25, 2, 1e6))));
            survives(
                    new Command.AskHealth(),
                    new Reply.HealthOf(Map.of(
                            "uptimeMs",
                            5L,
                            "faults",
                            List.of(records.text()),
                            "storage",
                            Map.of("safe", true, "ms", 0.5))));
            survives(new Command.ChangeJob(1, records.text().replace("\ud800", "")), new Reply.JobChanged("b", 12.5));
            survives(new Command.ListJobs(1), new Reply.Jobs(records.many(4, records::text)));
            survives(new Command.ListStations(), new Reply.Stations(List.of(1, 2, 99)));
            survives(new Command.ResetCounters(1), new Reply.Refused(Code.STATION_FAULT, records.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "fields"})
    void theSmallOnesAreDone(String format) {
        open(Map.of("format", format));
        survives(new Command.GoOnline(1), new Reply.Done());
        survives(new Command.GoOffline(1), new Reply.Done());
        survives(new Command.ResetCounters(1), new Reply.Done());
        survives(new Command.Unsubscribe(OptionalInt.of(1)), new Reply.Done());
        survives(new Command.StartLive(1, 30), new Reply.Done());
        survives(new Command.StopLive(1), new Reply.Done());
        survives(new Command.AskJob(1), new Reply.JobOf("a, b"));
        survives(new Command.ChangeJob(1, "c \"d\""), new Reply.JobChanged("c \"d\"", 1.5));
        survives(new Command.ListJobs(1), new Reply.Jobs(List.of("a", "b,c")));
        survives(new Command.ListStations(), new Reply.Stations(List.of(1, 2)));
        survives(new Command.GetParameter(1, "hole.low"), new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE));
        survives(
                new Command.GetParameter(1, "code.text"),
                new Reply.ParameterOf("\"a\", b", Reply.ParameterOf.Kind.TEXT));
        survives(new Command.SetParameter(1, "hole.low", "-0.5"), new Reply.Done());
        survives(new Command.AskStatus(3), new Reply.Status(Parts.status(3, StationState.BUSY, "a")));
        survives(new Command.ResultsSince(1, 0, 1_000), new Reply.Results(List.of()));
        survives(new Command.FetchDetail(5), new Reply.DetailOf(records.detail()));
        say(client.ping(++lastTicket));
        assertThat(reply()).isEqualTo(new Reply.Done());
    }

    @Test
    void aParameterTellsInJsonWhatItIs() {
        open(Map.of());
        survives(new Command.GetParameter(1, "a.low"), new Reply.ParameterOf("12.50", Reply.ParameterOf.Kind.NUMBER));
        survives(
                new Command.GetParameter(1, "a.region"),
                new Reply.ParameterOf("{\"x\":1.5,\"y\":2}", Reply.ParameterOf.Kind.JSON));
    }

    @Test
    void aValueArrivesAsItIs() {
        open(Map.of());
        Command odd = new Command.SetParameter(1, "a.text", " A,\"1\"\r\n\\");
        say(client.ask(1, odd));
        talk.asks(odd);
    }

    @Test
    void whatATriggerBringsArrives() {
        open(Map.of("encoding", "iso-8859-1"));
        Command command = new Command.Trigger(
                12,
                new TriggerRequest(
                        Optional.of(" A,\"1\"\r\n\u20ac"), Optional.of("k.1"), Map.of("shift", "\ud83d\ude00\\")));
        say(client.ask(1, command));
        talk.asks(command);
        Command all = new Command.TriggerAll(TriggerRequest.PLAIN);
        say(client.ask(2, all));
        talk.asks(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "fields"})
    void allStations(String format) {
        open(Map.of("format", format));
        ask(new Command.TriggerAll(TriggerRequest.PLAIN));
        talk.replies(new Reply.AllTriggered(List.of(
                new Reply.StationAnswer(1, new Reply.Repeated(Parts.ok(7, 1, 5))),
                new Reply.StationAnswer(2, new Reply.Refused(Code.STATION_BUSY)))));
        assertThat(reply()).isInstanceOfSatisfying(Reply.AllJudged.class, judged -> {
            assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(judged.outcomes().get(0).result().orElseThrow().id()).isEqualTo(7);
            assertThat(judged.outcomes().get(1).refusal()).contains(Code.STATION_BUSY);
        });
    }

    @Test
    void eventsArrive() {
        open(Map.of());
        StationStatus ready = Parts.status(1, StationState.READY, "a");
        ask(new Command.Subscribe(OptionalInt.empty()));
        talk.replies(new Reply.Subscribed(List.of(ready)));
        List<ClientStep> steps = hear();
        assertThat(((ClientStep.Replied) steps.get(0)).reply()).isEqualTo(new Reply.Subscribed(List.of()));
        assertThat(steps.get(1)).isEqualTo(new ClientStep.Happened(new Event.StateChanged(ready)));
        InspectionResult result = records.result(1);
        talk.happens(new Event.Finished(result));
        assertThat(hear()).containsExactly(new ClientStep.Happened(new Event.Finished(result)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "cr", "lf", "crlf", "nul"})
    void picturesArriveWhateverEndsTheLineBeforeThem(String end) {
        for (String format : List.of("json", "fields")) {
            open(Map.of("lineEnd", end, "format", format));
            byte[] pixels = {'\n', '\r', '\n', 0, '{', '!'};
            ask(PICTURE);
            talk.replies(new Reply.PictureOf(7, new Picture("bgr8", 2, 1, Blob.of(pixels))));
            ask(new Command.GoOnline(1));
            talk.replies(new Reply.Done());
            List<ClientStep> steps = hear();
            assertThat(steps).hasSize(2);
            Reply.PictureOf picture = (Reply.PictureOf) ((ClientStep.Replied) steps.get(0)).reply();
            assertThat(picture.id()).isEqualTo(7);
            assertThat(picture.picture().blob().bytes()).isEqualTo(ByteBuffer.wrap(pixels));
            assertThat(((ClientStep.Replied) steps.get(1)).reply()).isEqualTo(new Reply.Done());
        }
    }

    @Test
    void largePicturesArrive() {
        open(Map.of());
        byte[] pixels = new byte[3_000_000];
        new Random(1).nextBytes(pixels);
        ask(PICTURE);
        talk.replies(new Reply.PictureOf(7, new Picture("mono8", 3_000, 1_000, Blob.of(pixels))));
        byte[] bytes = talk.heardText().getBytes(StandardCharsets.ISO_8859_1);
        List<ClientStep> steps = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += 65_536) {
            steps.addAll(client.received(ByteBuffer.wrap(bytes, from, Math.min(65_536, bytes.length - from))));
        }
        Reply.PictureOf picture = (Reply.PictureOf) ((ClientStep.Replied) steps.get(0)).reply();
        assertThat(picture.picture().blob().bytes()).isEqualTo(ByteBuffer.wrap(pixels));
    }

    @Test
    void livePicturesArrive() {
        open(Map.of());
        survives(new Command.StartLive(4, 5), new Reply.Done());
        talk.happens(new Event.LivePicture(4, new Picture("jpeg", 2, 1, Blob.of(new byte[] {1, 2, 3}))))
                .writesNewest(4);
        assertThat(hear()).singleElement().isInstanceOfSatisfying(ClientStep.Happened.class, happened -> {
            Event.LivePicture live = (Event.LivePicture) happened.event();
            assertThat(live.station()).isEqualTo(4);
            assertThat(live.picture().blob().bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        });
    }

    @Test
    void answersComeUnderTheirTicketsWhenTheyAreReady() {
        open(Map.of());
        say(client.ask(5, TRIGGER));
        say(client.ask(6, new Command.GoOnline(2)));
        talk.replies(new Reply.Accepted(1, false)).replies(new Reply.Done());
        assertThat(hear()).map(step -> ((ClientStep.Replied) step).ticket()).containsExactly(6L);
        talk.happens(new Event.Finished(Parts.ok(1, 1, 1)));
        assertThat(hear()).map(step -> ((ClientStep.Replied) step).ticket()).containsExactly(5L);
    }

    @Test
    void theCommandLineHearsTheLineAsItStandsOnTheWire() {
        open(Map.of("format", "fields"));
        ask(TRIGGER);
        talk.replies(new Reply.Accepted(1042, false))
                .happens(new Event.Finished(Parts.ng(1042, 1, 23.4, Parts.number(12.03), Parts.text("a b"))));
        ClientStep.Replied replied = (ClientStep.Replied) hear().get(0);
        assertThat(replied.line()).isEqualTo("T1,NG,1042,23.4,12.030,a b");
        InspectionResult result = ((Reply.Found) replied.reply()).result();
        assertThat(result.id()).isEqualTo(1042);
        assertThat(result.station()).isEqualTo(1);
        assertThat(result.verdict()).isEqualTo(Verdict.NG);
        assertThat(result.values()).hasSize(2);
        ask(TRIGGER);
        talk.replies(new Reply.Refused(Code.STATION_BUSY));
        replied = (ClientStep.Replied) hear().get(0);
        assertThat(replied.line()).isEqualTo("ER,T1,11,station busy");
        assertThat(replied.reply()).isEqualTo(new Reply.Refused(Code.STATION_BUSY));
        ask(TRIGGER);
        talk.replies(new Reply.Repeated(Parts.unknown(5, 1, 2_000, Code.DEADLINE_PASSED, "too slow")));
        replied = (ClientStep.Replied) hear().get(0);
        assertThat(replied.line()).isEqualTo("T1,UNKNOWN,5,2000.0,23,too slow");
        assertThat(((Reply.Found) replied.reply()).result().code()).contains(Code.DEADLINE_PASSED);
    }

    @Test
    void aPeerMayPromiseNothing() {
        talk = Parts.talk();
        client = Parts.client(Map.of());
        say(client.opened("cli", 0));
        assertThat(hear()).containsExactly(new ClientStep.Admitted(Role.ADMIN));
        talk.passes(1_000_000).is("open");
    }

    @Test
    void aRequestThatIsTooLongIsNotSent() {
        open(Map.of());
        List<ClientStep> steps = client.ask(5, new Command.ChangeJob(1, "j".repeat(4_096)));
        assertThat(steps).containsExactly(new ClientStep.Replied(5, new Reply.Refused(Code.LINE_TOO_LONG), ""));
    }

    private void survives(Command command, Reply reply) {
        ask(command);
        talk.replies(reply);
        assertThat(reply()).isEqualTo(reply);
    }

    private void ask(Command command) {
        say(client.ask(++lastTicket, command));
    }

    private Reply reply() {
        List<ClientStep> steps = hear();
        assertThat(steps).hasSize(1);
        ClientStep.Replied replied = (ClientStep.Replied) steps.get(0);
        assertThat(replied.ticket()).isEqualTo(lastTicket);
        return replied.reply();
    }

    private void say(List<ClientStep> steps) {
        for (ClientStep step : steps) {
            talk.says(((ClientStep.Send) step).bytes()).passes(20);
        }
    }

    /** All that the client makes of what the server sent, cut anywhere. */
    private List<ClientStep> hear() {
        byte[] bytes = talk.heardText().getBytes(StandardCharsets.ISO_8859_1);
        talk.hears(talk.heardText());
        List<ClientStep> steps = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + cuts.nextInt(40));
            steps.addAll(client.received(ByteBuffer.wrap(bytes, from, to - from)));
            from = to;
        }
        return steps;
    }
}
