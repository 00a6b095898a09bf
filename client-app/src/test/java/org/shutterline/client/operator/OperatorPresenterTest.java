package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

class OperatorPresenterTest {
    private final HandCrankedBench bench = new HandCrankedBench(Samples.START.toInstant());
    private final ScriptedLink server = new ScriptedLink();
    private final RecordingView view = new RecordingView();
    private OperatorPresenter presenter;
    private int keys;

    @BeforeEach
    void begin() {
        presenter = new OperatorPresenter(
                bench, server, Samples.LANGUAGES, new ReconnectDelays(() -> 0), () -> "k" + ++keys, 500, view);
    }

    private void connect() {
        presenter.connect("10.0.3.20:7501");
        bench.settle();
        server.answersFirst();
        bench.settle();
    }

    private void join(StationState state, long lastId, long ok, long ng) {
        server.replies(Command.ListStations.class, new Reply.Stations(List.of(1, 2)));
        bench.settle();
        server.replies(Command.Subscribe.class, new Reply.Subscribed(List.of()));
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(state, lastId, ok, ng)));
        bench.settle();
    }

    private void missed(InspectionResult... results) {
        server.replies(Command.ResultsSince.class, new Reply.Results(List.of(results)));
        bench.settle();
    }

    private void stand() {
        connect();
        join(StationState.READY, 0, 0, 0);
        missed();
    }

    private void finished(long id, Verdict verdict) {
        server.tells(new Event.Finished(Samples.result(id, verdict)));
        bench.settle();
    }

    private void deliverPicture(long id) {
        server.replies(Command.FetchPicture.class, new Reply.PictureOf(id, Samples.picture((int) id)));
        bench.settle();
    }

    private Notice notice(Notice.Topic topic) {
        return view.last().notices().stream()
                .filter(it -> it.topic() == topic)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no notice about " + topic));
    }

    private boolean tells(Notice.Topic topic) {
        return view.last().notices().stream().anyMatch(it -> it.topic() == topic);
    }

    @Test
    void connectsAndLearnsTheStationBeforeACaptureIsPossible() {
        presenter.connect("10.0.3.20:7501");
        bench.settle();
        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.CONNECTING);
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.NO_CONNECTION);

        server.answersFirst();
        bench.settle();
        join(StationState.READY, 0, 0, 0);

        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.CONNECTED);
        assertThat(view.last().stations()).containsExactly(1, 2);
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.READY);
    }

    @Test
    void captureIsNotForWhoeverMayOnlyLook() {
        stand();
        server.admits(Role.VIEW);
        bench.settle();
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.NOT_ALLOWED);
        presenter.capture("SN-1");
        bench.settle();
        assertThat(server.asked(Command.Trigger.class)).isEmpty();
        assertThat(notice(Notice.Topic.CAPTURE).what()).isEqualTo(Phrase.of("capture.not.NOT_ALLOWED"));

        server.admits(Role.TRIGGER);
        bench.settle();
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.READY);
        assertThat(view.last().connection().mayDo(Role.OPERATE)).isFalse();
    }

    @Test
    void aServerThatIsTrustedForTheFirstTimeTellsItsFingerprint() {
        presenter.connect("10.0.3.20:7502");
        bench.settle();
        server.isTrustedFirst("5A:0F");
        bench.settle();
        assertThat(notice(Notice.Topic.TRUST).what()).isEqualTo(Phrase.of("trust.first", "10.0.3.20:7502"));
        assertThat(notice(Notice.Topic.TRUST).next()).isEqualTo(Phrase.of("trust.compare", "5A:0F"));
    }

    @Test
    void aSecondThatFailsIsFollowedByTheNext() {
        FailingBench failing = new FailingBench(bench);
        OperatorPresenter other = new OperatorPresenter(
                failing, server, Samples.LANGUAGES, new ReconnectDelays(() -> 0), () -> "k", 500, view);
        other.connect("10.0.3.20:7501");
        bench.settle();

        failing.fails = true;
        assertThatThrownBy(() -> bench.pass(Duration.ofSeconds(1))).hasMessage("as scripted");
        failing.fails = false;
        view.forget();
        bench.pass(Duration.ofSeconds(2));

        assertThat(view.all()).isNotEmpty();
    }

    /** Takes no task while it is to fail. */
    private static final class FailingBench implements Bench {
        private final Bench bench;
        private boolean fails;

        FailingBench(Bench bench) {
            this.bench = bench;
        }

        @Override
        public void run(Runnable task) {
            if (fails) {
                throw new IllegalStateException("as scripted");
            }
            bench.run(task);
        }

        @Override
        public Alarm after(Duration wait, Runnable task) {
            return bench.after(wait, task);
        }

        @Override
        public Instant now() {
            return bench.now();
        }
    }

    @Test
    void tellsAnAddressThatIsNone() {
        presenter.connect("not an address");
        bench.settle();

        assertThat(server.opened()).isEmpty();
        assertThat(notice(Notice.Topic.CONNECTION).what()).isEqualTo(Phrase.of("address.wrong", "not an address"));
    }

    @Test
    void capturesWithThePartAndAKeyOfItsOwn() {
        stand();
        presenter.capture(" SN-7 ");
        bench.settle();

        Command.Trigger sent = server.asked(Command.Trigger.class).get(0);
        assertThat(sent.station()).isEqualTo(1);
        assertThat(sent.request().part()).contains("SN-7");
        assertThat(sent.request().once()).contains("k1");
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.RUNNING);

        server.replies(Command.Trigger.class, new Reply.Found(Samples.result(5, Verdict.NG, "SN-7")));
        bench.settle();
        assertThat(view.last().shown()).map(InspectionResult::verdict).contains(Verdict.NG);
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.READY);
    }

    @Test
    void countsAResultOnceThoughItComesAsAnswerAndAsEvent() {
        stand();
        presenter.capture("");
        bench.settle();
        finished(5, Verdict.OK);
        server.replies(Command.Trigger.class, new Reply.Found(Samples.result(5, Verdict.OK)));
        bench.settle();

        assertThat(view.last().counts().ok()).isEqualTo(1);
        assertThat(view.last().film()).hasSize(1);
    }

    @Test
    void addsNewResultsToTheServersCountersWithoutCountingOneTwice() {
        connect();
        server.replies(Command.ListStations.class, new Reply.Stations(List.of(1)));
        bench.settle();
        finished(41, Verdict.NG);
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, 41, 38, 3)));
        bench.settle();
        finished(42, Verdict.OK);

        assertThat(view.last().counts().ok()).isEqualTo(39);
        assertThat(view.last().counts().ng()).isEqualTo(3);
        assertThat(view.last().counts().yieldPercent()).hasValue(100.0 * 39 / 42);
    }

    @Test
    void refusesASecondCaptureWhileOneRunsAndGivesItsPartBack() {
        stand();
        presenter.capture("A");
        presenter.capture("B");
        bench.settle();

        assertThat(server.asked(Command.Trigger.class)).hasSize(1);
        assertThat(view.last().returned()).contains(new OperatorState.ReturnedPart(1, "B"));
        assertThat(notice(Notice.Topic.CAPTURE).what()).isEqualTo(Phrase.of("capture.running"));
    }

    @Test
    void tellsARefusalInWordsThatGoAwayByThemselves() {
        stand();
        presenter.capture("A");
        bench.settle();
        server.replies(Command.Trigger.class, new Reply.Refused(Code.STATION_BUSY));
        bench.settle();

        assertThat(notice(Notice.Topic.CAPTURE).what()).isEqualTo(Phrase.of("refused.STATION_BUSY"));
        assertThat(view.last().returned()).map(OperatorState.ReturnedPart::part).contains("A");
        bench.pass(Duration.ofSeconds(7));
        assertThat(tells(Notice.Topic.CAPTURE)).isFalse();
    }

    @Test
    void saysThatAResultIsNotSafeUntilSomebodyClosesIt() {
        stand();
        presenter.capture("A");
        bench.settle();
        server.replies(Command.Trigger.class, new Reply.Refused(Code.STORAGE_FAILED));
        bench.pass(Duration.ofMinutes(5));

        assertThat(notice(Notice.Topic.CAPTURE).kind()).isEqualTo(Notice.Kind.DATA_LOST);
        presenter.closeNotice(Notice.Topic.CAPTURE);
        bench.settle();
        assertThat(tells(Notice.Topic.CAPTURE)).isFalse();
    }

    @Test
    void countsDownToTheNextTryAndTriesAgain() {
        stand();
        server.breaks(Trouble.Kind.SILENT);
        bench.settle();

        Notice lost = notice(Notice.Topic.CONNECTION);
        assertThat(lost.what().key()).isEqualTo("link.lost");
        assertThat(lost.what().parts()).contains(Phrase.of("trouble.SILENT", "as scripted"));
        assertThat(lost.countdown()).isPresent();
        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.WAITING);
        bench.pass(Duration.ofMillis(250));
        assertThat(server.opened()).hasSize(2);
        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.CONNECTING);
    }

    @Test
    void keepsTellingWhenTheConnectionFirstBrokeWhileTriesFail() {
        stand();
        server.breaks(Trouble.Kind.SILENT);
        bench.settle();
        Object first = notice(Notice.Topic.CONNECTION).what();
        bench.pass(Duration.ofMillis(300));
        server.breaks(Trouble.Kind.NOBODY_LISTENS);
        bench.settle();

        assertThat(notice(Notice.Topic.CONNECTION).what()).isEqualTo(first);
    }

    @Test
    void triesAtOnceWhenAsked() {
        stand();
        server.breaks(Trouble.Kind.CLOSED);
        bench.settle();
        presenter.tryNow();
        bench.settle();
        assertThat(server.opened()).hasSize(2);

        bench.pass(Duration.ofSeconds(1));
        assertThat(server.opened()).as("the planned try is off").hasSize(2);
    }

    @Test
    void fetchesWhatItMissedAfterAReconnect() {
        stand();
        finished(5, Verdict.OK);
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofMillis(250));
        server.answersFirst();
        bench.settle();
        join(StationState.READY, 8, 6, 2);

        List<Command.ResultsSince> asked = server.asked(Command.ResultsSince.class);
        assertThat(asked.get(asked.size() - 1).after()).isEqualTo(5);
        finished(8, Verdict.OK);
        missed(Samples.result(6, Verdict.NG), Samples.result(7, Verdict.OK), Samples.result(8, Verdict.OK));
        assertThat(view.last().film()).extracting(frame -> frame.result().id()).containsExactly(8L, 7L, 6L, 5L);
        assertThat(tells(Notice.Topic.CONNECTION)).isFalse();
    }

    private void comeBackWithAnEventBeforeTheStatus(long eventId) {
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofMillis(250));
        server.answersFirst();
        bench.settle();
        server.replies(Command.ListStations.class, new Reply.Stations(List.of(1, 2)));
        bench.settle();
        server.replies(Command.Subscribe.class, new Reply.Subscribed(List.of()));
        finished(eventId, Verdict.OK);
        server.replies(
                Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, eventId, eventId, 0)));
        bench.settle();
    }

    private long lastSince() {
        List<Command.ResultsSince> asked = server.asked(Command.ResultsSince.class);
        return asked.get(asked.size() - 1).after();
    }

    @Test
    void fetchesWhatItMissedBeforeAnEventThatCameAheadOfTheStatus() {
        stand();
        finished(5, Verdict.OK);
        comeBackWithAnEventBeforeTheStatus(8);

        assertThat(lastSince()).isEqualTo(5);
        missed(Samples.result(6, Verdict.NG), Samples.result(7, Verdict.OK), Samples.result(8, Verdict.OK));
        assertThat(view.last().film()).extracting(frame -> frame.result().id()).containsExactly(8L, 7L, 6L, 5L);
    }

    @Test
    void stillFetchesWhatItMissedWhenTheConnectionBreaksBeforeItCame() {
        stand();
        finished(5, Verdict.OK);
        comeBackWithAnEventBeforeTheStatus(8);
        comeBackWithAnEventBeforeTheStatus(9);

        assertThat(lastSince()).isEqualTo(5);
    }

    @Test
    void looksBackOnTheFirstConnectionThoughAnEventCameAheadOfTheStatus() {
        connect();
        server.replies(Command.ListStations.class, new Reply.Stations(List.of(1)));
        bench.settle();
        server.replies(Command.Subscribe.class, new Reply.Subscribed(List.of()));
        finished(500, Verdict.OK);
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, 500, 500, 0)));
        bench.settle();

        assertThat(lastSince()).isEqualTo(300);
        missed(Samples.result(499, Verdict.OK), Samples.result(500, Verdict.OK));
        assertThat(view.last().film()).extracting(frame -> frame.result().id()).containsExactly(500L, 499L);
    }

    @Test
    void fetchesMissedResultsInSeveralRepliesUntilAllAreThere() {
        connect();
        join(StationState.READY, 3_000, 3_000, 0);
        InspectionResult[] full = new InspectionResult[1_000];
        for (int i = 0; i < full.length; i++) {
            full[i] = Samples.result(2_001 + i, Verdict.OK);
        }
        missed(full);

        List<Command.ResultsSince> asked = server.asked(Command.ResultsSince.class);
        assertThat(asked).extracting(Command.ResultsSince::after).containsExactly(2_800L, 3_000L);
    }

    @Test
    void neverSendsATriggerAgainByItself() {
        stand();
        presenter.capture("A");
        bench.settle();
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofMillis(250));
        server.answersFirst();
        bench.settle();
        join(StationState.READY, 0, 0, 0);
        missed();
        bench.pass(Duration.ofMinutes(2));

        assertThat(server.asked(Command.Trigger.class)).hasSize(1);
    }

    @Test
    void asksAgainUnderTheSameKeyWhenTheOperatorWants() {
        stand();
        presenter.capture("A");
        bench.settle();
        server.breaks(Trouble.Kind.CLOSED);
        bench.settle();
        assertThat(notice(Notice.Topic.CAPTURE).remedy()).contains(Notice.Remedy.ASK_AGAIN);
        bench.pass(Duration.ofMillis(250));
        server.answersFirst();
        presenter.askAgain();
        bench.settle();

        List<Command.Trigger> sent = server.asked(Command.Trigger.class);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(tells(Notice.Topic.CAPTURE)).isFalse();
    }

    @Test
    void offersToAskAgainOnlyWhileTheStationRemembersTheKey() {
        stand();
        presenter.capture("A");
        bench.settle();
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofSeconds(51));
        presenter.askAgain();
        bench.settle();

        assertThat(server.asked(Command.Trigger.class)).hasSize(1);
        assertThat(notice(Notice.Topic.CAPTURE).remedy()).contains(Notice.Remedy.CLOSE);
    }

    private void loseACaptureNoticedAfter(Duration wait) {
        stand();
        presenter.capture("A");
        bench.pass(wait);
        server.breaks(Trouble.Kind.SILENT);
        bench.settle();
    }

    @Test
    void countsTheTimeToAskAgainFromTheSendingAndNotFromTheLoss() {
        loseACaptureNoticedAfter(Duration.ofSeconds(20));
        bench.pass(Duration.ofSeconds(29));
        assertThat(notice(Notice.Topic.CAPTURE).remedy()).contains(Notice.Remedy.ASK_AGAIN);

        bench.pass(Duration.ofSeconds(1));
        assertThat(notice(Notice.Topic.CAPTURE).what()).isEqualTo(Phrase.of("capture.lostForGood"));
    }

    @Test
    void offersNoSecondAskingWhenTheLossIsNoticedTooLate() {
        loseACaptureNoticedAfter(Duration.ofSeconds(50));
        assertThat(notice(Notice.Topic.CAPTURE).what()).isEqualTo(Phrase.of("capture.lostForGood"));

        presenter.tryNow();
        bench.settle();
        server.answersFirst();
        presenter.askAgain();
        bench.settle();
        assertThat(server.asked(Command.Trigger.class)).hasSize(1);
    }

    @Test
    void findsALostAnswerAmongTheMissedResults() {
        stand();
        presenter.capture("A");
        bench.settle();
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofMillis(250));
        server.answersFirst();
        bench.settle();
        join(StationState.READY, 5, 1, 0);
        missed(Samples.result(5, Verdict.OK, "A"));

        assertThat(tells(Notice.Topic.CAPTURE)).isFalse();
        assertThat(view.last().shown()).map(InspectionResult::id).contains(5L);
    }

    @Test
    void marksThePictureOldUntilTheOneOfTheNewestResultIsThere() {
        stand();
        finished(5, Verdict.OK);
        deliverPicture(5);
        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.OF_RESULT);

        view.forget();
        finished(6, Verdict.NG);
        assertThat(view.all()).isNotEmpty().allSatisfy(state -> {
            assertThat(state.picture().kind()).isEqualTo(OperatorState.PictureKind.OLD);
            assertThat(state.picture().resultId()).isEqualTo(5);
        });
        server.replies(Command.FetchPicture.class, new Reply.PictureOf(5, Samples.picture(5))); // the thumbnail
        bench.settle();
        deliverPicture(6);
        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.OF_RESULT);
        assertThat(view.last().picture().resultId()).isEqualTo(6);
    }

    @Test
    void marksThePictureOldWithItsAgeOnceTheLinkBroke() {
        stand();
        bench.pass(Duration.ofSeconds(5));
        finished(5, Verdict.OK);
        deliverPicture(5);
        server.breaks(Trouble.Kind.SILENT);
        bench.pass(Duration.ofSeconds(19));

        OperatorState.ShownPicture shown = view.last().picture();
        assertThat(shown.kind()).isEqualTo(OperatorState.PictureKind.OLD);
        assertThat(shown.ageS()).isEqualTo(19);
        assertThat(shown.takenAt()).contains(Samples.START.plusSeconds(5).toInstant());
    }

    @Test
    void showsNoPictureForAResultThatHasNone() {
        stand();
        finished(5, Verdict.OK);
        deliverPicture(5);
        server.replies(Command.FetchPicture.class, new Reply.Refused(Code.PICTURE_NOT_KEPT)); // the thumbnail
        bench.settle();
        finished(6, Verdict.OK);
        server.replies(Command.FetchPicture.class, new Reply.Refused(Code.PICTURE_NOT_KEPT));
        bench.settle();

        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.NOT_KEPT);
        assertThat(view.last().picture().picture()).isEmpty();
    }

    @Test
    void fetchesOnlyTheNewestPictureOfABurst() {
        stand();
        for (int id = 1; id <= 100; id++) {
            finished(id, Verdict.OK);
        }
        deliverPicture(1);
        long sources = server.asked(Command.FetchPicture.class).stream()
                .filter(it -> it.view() == PictureView.SOURCE)
                .count();
        assertThat(sources).isEqualTo(2);
        assertThat(server.asked(Command.FetchPicture.class))
                .anyMatch(it -> it.view() == PictureView.SOURCE && it.id() == 100);
    }

    @Test
    void bringsMarksWithThePicture() {
        stand();
        finished(5, Verdict.OK);
        deliverPicture(5);
        var overlay = new org.shutterline.protocol.message.Overlay(
                org.shutterline.protocol.message.Overlay.Kind.REGION, List.of(), Verdict.OK, "hole A", "hole-a");
        server.replies(
                Command.FetchDetail.class,
                new Reply.DetailOf(new Detail(
                        Samples.result(5, Verdict.OK),
                        "1",
                        List.of(overlay),
                        List.of(),
                        java.util.Map.of(),
                        List.of())));
        bench.settle();

        assertThat(view.last().picture().overlays()).containsExactly(overlay);
    }

    @Test
    void keepsAnEarlierResultInViewAndCountsWhatIsNew() {
        stand();
        finished(5, Verdict.NG);
        finished(6, Verdict.OK);
        presenter.pick(5);
        finished(7, Verdict.OK);

        assertThat(view.last().shown()).map(InspectionResult::id).contains(5L);
        assertThat(view.last().earlier()).isTrue();
        assertThat(view.last().newSince()).isEqualTo(1);
        presenter.pickNewest();
        bench.settle();
        assertThat(view.last().shown()).map(InspectionResult::id).contains(7L);
        assertThat(view.last().earlier()).isFalse();
    }

    @Test
    void repeatsAndSkipsWhileOneRuns() {
        stand();
        presenter.repeat(true, 100);
        bench.pass(Duration.ofMillis(250));

        assertThat(server.asked(Command.Trigger.class)).hasSize(1);
        assertThat(view.last().repeat().skipped()).isEqualTo(2);
        server.replies(Command.Trigger.class, new Reply.Found(Samples.result(1, Verdict.OK)));
        bench.pass(Duration.ofMillis(100));
        assertThat(server.asked(Command.Trigger.class)).hasSize(2);
        presenter.repeat(false, 100);
        bench.settle();
        server.replies(Command.Trigger.class, new Reply.Found(Samples.result(2, Verdict.OK)));
        bench.pass(Duration.ofSeconds(1));
        assertThat(server.asked(Command.Trigger.class)).hasSize(2);
    }

    @Test
    void stopsRepeatingWhenTheConnectionBreaks() {
        stand();
        presenter.repeat(true, 100);
        bench.settle();
        server.breaks(Trouble.Kind.CLOSED);
        bench.settle();

        assertThat(view.last().repeat().on()).isFalse();
    }

    @Test
    void showsLivePicturesAsLiveAndNeverAsThoseOfAResult() {
        stand();
        finished(5, Verdict.OK);
        deliverPicture(5);
        presenter.showLive(true);
        bench.settle();
        assertThat(server.asked(Command.StartLive.class)).hasSize(1);
        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.OF_RESULT);

        server.tells(new Event.LivePicture(1, Samples.picture(9)));
        bench.settle();
        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.LIVE);
        presenter.showLive(false);
        bench.settle();
        assertThat(view.last().picture().resultId()).isEqualTo(5);
        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.OF_RESULT);
    }

    @Test
    void saysThatAStationIsOfflineAndCannotCapture() {
        connect();
        join(StationState.OFFLINE, 0, 0, 0);
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.OFFLINE);
        assertThat(notice(Notice.Topic.STATION).what().key()).isEqualTo("station.OFFLINE");

        server.tells(new Event.StateChanged(Samples.status(StationState.READY, 0, 0, 0)));
        bench.settle();
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, 0, 0, 0)));
        bench.settle();
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.READY);
        assertThat(tells(Notice.Topic.STATION)).isFalse();
    }

    @Test
    void resetsTheCountersAtTheServer() {
        connect();
        join(StationState.READY, 5, 4, 1);
        missed();
        presenter.resetCounters();
        bench.settle();
        server.replies(Command.ResetCounters.class, new Reply.Done());
        bench.settle();
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, 5, 0, 0)));
        bench.settle();

        assertThat(view.last().counts().ok()).isZero();
        assertThat(view.last().counts().yieldPercent()).isEmpty();
    }

    @Test
    void changesTheStationAndForgetsTheOther() {
        stand();
        finished(5, Verdict.OK);
        presenter.chooseStation(2);
        bench.settle();
        finished(6, Verdict.OK);

        assertThat(view.last().station()).isEqualTo(2);
        assertThat(view.last().film())
                .as("results of station 1 are not its own")
                .isEmpty();
        assertThat(server.asked(Command.Unsubscribe.class)).hasSize(1);
    }

    @Test
    void startsAnewWhenAnotherServerAnswersWithLowerNumbers() {
        stand();
        finished(500, Verdict.OK);
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofMillis(250));
        server.answersFirst();
        bench.settle();
        join(StationState.READY, 3, 3, 0);
        missed(Samples.result(3, Verdict.OK));

        assertThat(view.last().film()).extracting(frame -> frame.result().id()).containsExactly(3L);
    }

    @Test
    void followsAValueOverTheLastResults() {
        stand();
        finished(1, Verdict.OK);
        finished(2, Verdict.NG);

        Trend trend = view.last().trend();
        assertThat(trend.name()).isEqualTo("hole A");
        assertThat(trend.points())
                .extracting(point -> point.value().getAsDouble())
                .containsExactly(5.02, 4.84);
        assertThat(trend.low()).hasValue(4.90);
    }

    @Test
    void tellsNothingOfALinkThatItGaveUp() {
        stand();
        presenter.disconnect();
        bench.settle();
        server.breaks(Trouble.Kind.CLOSED);
        bench.pass(Duration.ofSeconds(10));

        assertThat(server.opened()).hasSize(1);
        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.NONE);
        assertThat(view.last().notices()).isEmpty();
        assertThat(view.last().newest()).isEqualTo(Optional.empty());
    }

    @Test
    void dropsAnAnswerOfTheOldServerThatLandsAfterTheChangeToAnother() {
        stand();
        finished(5, Verdict.OK);
        presenter.capture("A");
        bench.settle();
        presenter.connect("10.0.3.21:7501");
        AtomicInteger closed = new AtomicInteger();
        server.replies(
                Command.FetchPicture.class, new Reply.PictureOf(5, new Picture("jpeg", 4, 3, countingItsEnd(closed))));
        server.replies(Command.Trigger.class, new Reply.Found(Samples.result(6, Verdict.OK, "A")));
        bench.settle();

        assertThat(closed).hasValue(1);
        assertThat(view.last().film()).isEmpty();
        server.answersFirst();
        bench.settle();
        join(StationState.READY, 0, 0, 0);
        assertThat(view.last().capture())
                .as("the lost answer is not waited for")
                .isEqualTo(OperatorState.Capture.READY);
    }

    private static Blob countingItsEnd(AtomicInteger closed) {
        Blob bytes = Blob.of(new byte[] {1});
        return new Blob() {
            @Override
            public ByteBuffer bytes() {
                return bytes.bytes();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private void watchLive() {
        stand();
        presenter.showLive(true);
        bench.settle();
    }

    @Test
    void endsLivePicturesOfTheStationThatItLeaves() {
        watchLive();
        presenter.chooseStation(2);
        bench.settle();

        assertThat(server.asked(Command.StopLive.class)).containsExactly(new Command.StopLive(1));
        assertThat(view.last().live()).isFalse();
    }

    @Test
    void endsLivePicturesBeforeItDisconnects() {
        watchLive();
        presenter.disconnect();
        bench.settle();

        assertThat(server.asked(Command.StopLive.class)).containsExactly(new Command.StopLive(1));
    }

    @Test
    void asksHowTheStationStandsOneTimeAfterTheOtherHoweverOftenThatChanges() {
        stand();
        int before = server.asked(Command.AskStatus.class).size();
        for (int n = 0; n < 1_000; n++) {
            server.tells(new Event.StateChanged(Samples.status(StationState.BUSY, 0, 0, 0)));
        }
        bench.settle();
        assertThat(server.asked(Command.AskStatus.class)).hasSize(before + 1);

        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.BUSY, 0, 0, 0)));
        bench.settle();
        assertThat(server.asked(Command.AskStatus.class))
                .as("the answer may be from before")
                .hasSize(before + 2);
        server.replies(Command.AskStatus.class, new Reply.Status(Samples.status(StationState.READY, 0, 0, 0)));
        bench.settle();
        assertThat(server.asked(Command.AskStatus.class)).hasSize(before + 2);
        assertThat(view.last().status().orElseThrow().state()).isEqualTo(StationState.READY);
    }
}
