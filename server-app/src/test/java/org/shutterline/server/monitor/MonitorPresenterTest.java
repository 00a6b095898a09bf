package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Traffic;

class MonitorPresenterTest {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Peer PLC = ScriptedTraffic.peer(1, "PLC line 3");
    private static final Peer ROBOT = ScriptedTraffic.peer(2, "robot 2");

    private final HandCrankedBench bench = new HandCrankedBench(NOON);
    private final ScriptedPlant plant = new ScriptedPlant();
    private final TrafficRing ring = new TrafficRing();
    private final ScriptedTraffic traffic = new ScriptedTraffic(ring);
    private final RecordingView view = new RecordingView();
    private final MonitorPresenter presenter =
            new MonitorPresenter(plant, ring, new LogRing(), Optional.of("settings.yaml, line 3"), bench, view);

    @BeforeEach
    void start() {
        plant.station(1, "plate-A", StationState.READY, "");
        plant.station(2, "cap", StationState.OFFLINE, "");
        presenter.start();
        pass(1);
    }

    private void pass(int ticks) {
        bench.pass(TICK.multipliedBy(ticks));
        bench.settle();
    }

    private StationView station() {
        return view.station();
    }

    @Test
    void saysWhichVersionJudgedTheResultThatIsShown() {
        plant.holds(Samples.result(7, 1, Verdict.OK, 5));
        presenter.findResults(HistoryFilter.NEWEST);
        pass(1);

        assertThat(view.last().history().judgedBy()).contains(new JudgedBy("plate-A", OptionalInt.of(3), true));
    }

    @Test
    void beginsWithTheFirstStationAndSaysWhatIsWrongWithTheSettings() {
        assertThat(view.last().chosen()).contains(1);
        assertThat(view.last().stations()).extracting(StationView::number).containsExactly(1, 2);
        assertThat(station().status().ok()).isEqualTo(998);
        assertThat(station().jobs()).contains("plate-A");
        assertThat(view.last().settingsTrouble()).contains("settings.yaml, line 3");
    }

    @Test
    void triggersTheChosenStationAndShowsVerdictAndPictureTogether() {
        presenter.trigger();
        pass(3);

        assertThat(plant.asked()).contains(new Command.Trigger(1, TriggerRequest.PLAIN));
        ShownResult shown = station().shown().orElseThrow();
        assertThat(shown.result().verdict()).isEqualTo(Verdict.OK);
        assertThat(shown.picture().orElseThrow().bytes()[0])
                .isEqualTo((byte) shown.result().id());
        assertThat(station().film()).hasSize(1);
        assertThat(station().film().get(0).thumbnail()).isPresent();
        assertThat(station().perMinute()).hasValue(1);
    }

    @Test
    void saysWhyATriggerWasRefusedAndLetsItGo() {
        presenter.chooseStation(2);
        presenter.trigger();
        pass(1);
        assertThat(station().remark().orElseThrow().code()).isEqualTo(Code.STATION_OFFLINE);

        pass(130);
        assertThat(station().remark()).isEmpty();
    }

    @Test
    void showsAnEarlierResultWhileNewOnesComeUntilTheNewestIsWanted() {
        plant.finishes(Samples.result(1041, 1, Verdict.NG, 5));
        plant.finishes(Samples.result(1042, 1, Verdict.OK, 5));
        pass(3);
        presenter.showEarlier(1041);
        pass(2);
        plant.finishes(Samples.result(1043, 1, Verdict.OK, 5));
        pass(3);

        assertThat(station().shown().orElseThrow().result().id()).isEqualTo(1041);
        assertThat(station().earlier()).isEqualTo(OptionalLong.of(1041));

        presenter.showNewest();
        pass(3);
        assertThat(station().shown().orElseThrow().result().id()).isEqualTo(1043);
        assertThat(station().earlier()).isEmpty();
    }

    @Test
    void showsAVerdictWithoutItsPictureWhenThePictureDoesNotCome() {
        plant.picturesHang();
        plant.finishes(Samples.result(1042, 1, Verdict.NG, 5));
        pass(3);
        assertThat(station().shown()).isEmpty();

        pass(8);
        ShownResult shown = station().shown().orElseThrow();
        assertThat(shown.result().id()).isEqualTo(1042);
        assertThat(shown.picture()).isEmpty();
        assertThat(shown.whyNone()).isEmpty();
    }

    @Test
    void saysThatAPictureWasNotKept() {
        plant.pictures((result, wanted) -> Optional.empty());
        plant.finishes(Samples.result(1042, 1, Verdict.OK, 5));
        pass(3);
        assertThat(station().shown().orElseThrow().whyNone()).contains(Code.PICTURE_NOT_KEPT);
    }

    @Test
    void fetchesNoPictureWhileNobodyLooks() {
        presenter.watching(false);
        pass(1);
        plant.finishes(Samples.result(1042, 1, Verdict.OK, 5));
        pass(3);
        assertThat(plant.asked()).doesNotContain(new Command.FetchDetail(1042));

        presenter.watching(true);
        pass(2);
        assertThat(plant.asked()).contains(new Command.FetchDetail(1042));
    }

    @Test
    void letsTheCameraRunOnlyWhileTheStationIsOffline() {
        presenter.live(true);
        pass(2);
        assertThat(plant.asked()).doesNotContain(new Command.StartLive(1, 10));

        presenter.online(false);
        pass(2);
        plant.tells(new Event.LivePicture(1, new Picture("mono8", 1, 1, Blob.of(new byte[] {7}))));
        pass(2);
        assertThat(plant.asked()).contains(new Command.GoOffline(1), new Command.StartLive(1, 10));
        assertThat(station().live().picture().orElseThrow().bytes()).containsExactly(7);

        presenter.online(true);
        pass(2);
        assertThat(plant.asked()).contains(new Command.StopLive(1));
        assertThat(station().live().picture()).isEmpty();
    }

    @Test
    void endsLivePicturesOfAStationThatIsLeft() {
        presenter.chooseStation(2);
        presenter.live(true);
        pass(2);
        presenter.chooseStation(1);
        pass(2);
        assertThat(plant.asked()).contains(new Command.StartLive(2, 10), new Command.StopLive(2));
    }

    @Test
    void remembersSinceWhenAStationHasAFault() {
        pass(10);
        plant.becomes(2, StationState.FAULT, "camera away");
        pass(10);
        StationView faulty = view.last().stations().get(1);
        assertThat(faulty.faultSince()).contains(NOON.plusMillis(1_200));

        plant.becomes(2, StationState.READY, "");
        pass(2);
        assertThat(view.last().stations().get(1).faultSince()).isEmpty();
    }

    @Test
    void saysWhyAJobWasNotChanged() {
        presenter.changeJob("nowhere");
        pass(1);
        assertThat(station().remark().orElseThrow().deed()).isEqualTo(Remark.Deed.JOB);
        assertThat(station().changingTo()).isEmpty();

        presenter.changeJob("plate-B");
        pass(1);
        assertThat(station().remark()).isEmpty();
        assertThat(plant.asked()).contains(new Command.ChangeJob(1, "plate-B"));
    }

    @Test
    void narrowsTheTrafficAndHoldsItStill() {
        traffic.passes(NOON, PLC, Traffic.Kind.IN, "T1\\r");
        traffic.passes(NOON.plusMillis(23), PLC, Traffic.Kind.OUT, "T1,OK,1\\r");
        traffic.passes(NOON.plusMillis(30), PLC, Traffic.Kind.IN, "T9\\r");
        traffic.passes(NOON.plusMillis(31), PLC, Traffic.Kind.OUT, "ER,T9,10,no such station\\r");
        pass(1);
        assertThat(view.last().traffic().rows()).hasSize(4);

        presenter.showTraffic(TrafficChoice.ERRORS, "");
        pass(1);
        assertThat(view.last().traffic().rows())
                .extracting(TrafficRow::text)
                .containsExactly("ER,T9,10,no such station\r");

        presenter.showTraffic(TrafficChoice.REQUESTS, "t1");
        presenter.pauseTraffic(true);
        traffic.passes(NOON.plusMillis(50), PLC, Traffic.Kind.IN, "T1\\n");
        pass(2);
        assertThat(view.last().traffic().rows()).extracting(TrafficRow::text).containsExactly("T1\r");
        assertThat(view.last().traffic().held()).isEqualTo(1);

        presenter.pauseTraffic(false);
        pass(1);
        assertThat(view.last().traffic().rows()).extracting(TrafficRow::text).containsExactly("T1\r", "T1\n");
    }

    @Test
    void tellsWhoseBytesWaitForALineEndUntilItComes() {
        traffic.passes(NOON, ROBOT, Traffic.Kind.NO_LINE_END, "T1");
        pass(1);
        assertThat(view.last().traffic().waiting()).containsEntry(2L, NOON.minusSeconds(1));

        traffic.passes(NOON.plusSeconds(2), ROBOT, Traffic.Kind.IN, "T1\\r");
        pass(1);
        assertThat(view.last().traffic().waiting()).isEmpty();
    }

    @Test
    void findsResultsPageByPageAndShowsTheFirstInFull() {
        for (long id = 1; id <= 150; id++) {
            plant.holds(Samples.result(id, id % 2 == 0 ? 2 : 1, id == 40 ? Verdict.NG : Verdict.OK, 5));
        }
        presenter.findResults(HistoryFilter.NEWEST);
        pass(1);
        assertThat(view.last().history().rows()).hasSize(100);
        assertThat(view.last().history().more()).isTrue();
        assertThat(view.last().history().shown().orElseThrow().result().id()).isEqualTo(150);

        presenter.findMore();
        pass(1);
        assertThat(view.last().history().rows())
                .extracting(InspectionResult::id)
                .hasSize(150)
                .endsWith(2L, 1L);
        assertThat(view.last().history().more()).isFalse();

        presenter.findResults(
                new HistoryFilter(Optional.empty(), Optional.empty(), "", Set.of(Verdict.NG), OptionalInt.of(2)));
        pass(1);
        assertThat(view.last().history().rows())
                .extracting(InspectionResult::id)
                .containsExactly(40L);
        assertThat(view.last().history().shown().orElseThrow().result().id()).isEqualTo(40);
    }

    @Test
    void aChosenResultStaysChosenWhenItIsFoundAgain() {
        plant.holds(Samples.result(1, 1, Verdict.OK, 5));
        plant.holds(Samples.result(2, 1, Verdict.OK, 5));
        presenter.findResults(HistoryFilter.NEWEST);
        presenter.showFound(1);
        pass(1);
        presenter.showFound(1);
        plant.holds(Samples.result(3, 1, Verdict.OK, 5));
        presenter.findResults(HistoryFilter.NEWEST);
        pass(1);
        assertThat(view.last().history().rows()).hasSize(3);
        assertThat(view.last().history().shown().orElseThrow().result().id()).isEqualTo(1);
    }

    @Test
    void saysThatALookUpBroke() {
        plant.searchBreaks(true);
        presenter.findResults(HistoryFilter.NEWEST);
        pass(1);
        assertThat(view.last().history().broken()).isTrue();
        assertThat(view.last().history().rows()).isEmpty();
    }

    @Test
    void stopsListeningWhenItIsStopped() {
        presenter.stop();
        pass(1);
        plant.finishes(Samples.result(1042, 1, Verdict.OK, 5));
        pass(3);
        assertThat(station().film()).isEqualTo(List.of());
    }
}
