package org.shutterline.server.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;

class StationTest {
    private static final long NOW = 1_000_000;

    private static final StationPlan PLAN = new StationPlan(1, 2_000, 2, true, 3, 60_000);

    private final Station station = new Station(PLAN);

    @BeforeEach
    void readyStation() {
        station.cameraFault(Optional.empty());
        station.online(true);
    }

    @Test
    void takesATriggerWhenReady() {
        assertThat(trigger(TriggerRequest.PLAIN)).isEmpty();
        assertThat(station.status().state()).isEqualTo(StationState.READY);
    }

    @Test
    void refusesATriggerWhileTheCameraWorks() {
        station.accepted(1, TriggerRequest.PLAIN, NOW);
        assertThat(station.status().state()).isEqualTo(StationState.BUSY);
        assertThat(refusal(TriggerRequest.PLAIN)).isEqualTo(Code.STATION_BUSY);
        assertThat(station.status().refused()).isEqualTo(1);
    }

    @Test
    void takesTheNextPictureWhileTheLastIsInspectedUpToItsLimit() {
        takePicture(1);
        assertThat(trigger(TriggerRequest.PLAIN)).isEmpty();
        takePicture(2);
        assertThat(refusal(TriggerRequest.PLAIN)).isEqualTo(Code.STATION_BUSY);
        station.inspectionEnded();
        assertThat(trigger(TriggerRequest.PLAIN)).isEmpty();
    }

    @Test
    void tellsOfflineBeforeFaultBeforeStorageBeforeBusyWhenItRefuses() {
        station.accepted(1, TriggerRequest.PLAIN, NOW);
        assertThat(refusalUnsafe()).isEqualTo(Code.STORAGE_FAILED);
        station.cameraFault(Optional.of("away"));
        assertThat(refusalUnsafe()).isEqualTo(Code.STATION_FAULT);
        station.online(false);
        assertThat(refusalUnsafe()).isEqualTo(Code.STATION_OFFLINE);
    }

    @Test
    void tellsFaultBeforeOfflineBeforeBusyInItsState() {
        station.accepted(1, TriggerRequest.PLAIN, NOW);
        station.online(false);
        assertThat(station.status().state()).isEqualTo(StationState.OFFLINE);
        station.cameraFault(Optional.of("away"));
        assertThat(station.status().state()).isEqualTo(StationState.FAULT);
        assertThat(station.status().why()).isEqualTo("away");
    }

    @Test
    void isBusyWhileItsJobIsChanged() {
        assertThat(station.beginJobChange()).isTrue();
        assertThat(refusal(TriggerRequest.PLAIN)).isEqualTo(Code.STATION_BUSY);
        assertThat(station.beginRetouch()).isFalse();
        station.endJobChange();
        assertThat(station.status().state()).isEqualTo(StationState.READY);
    }

    @Test
    void isBusyUntilEveryChangeOfItsJobHasEnded() {
        for (int i = 0; i < Station.MOST_JOB_CHANGES; i++) {
            assertThat(station.beginJobChange()).isTrue();
        }
        assertThat(station.beginJobChange()).isFalse();
        for (int i = 0; i < Station.MOST_JOB_CHANGES; i++) {
            assertThat(refusal(TriggerRequest.PLAIN)).isEqualTo(Code.STATION_BUSY);
            station.endJobChange();
        }
        assertThat(station.status().state()).isEqualTo(StationState.READY);
    }

    @Test
    void isBusyUntilEveryRetouchOfItsJobHasEnded() {
        assertThat(station.beginRetouch()).isTrue();
        assertThat(station.beginRetouch()).isTrue();
        assertThat(station.beginJobChange()).isFalse();
        station.endRetouch();
        assertThat(refusal(TriggerRequest.PLAIN)).isEqualTo(Code.STATION_BUSY);
        station.endRetouch();
        assertThat(station.status().state()).isEqualTo(StationState.READY);
    }

    @Test
    void takesNoMoreWhenTheProgramEndsButRemembersThatItWasOnline() {
        station.stopping();
        assertThat(refusal(TriggerRequest.PLAIN)).isEqualTo(Code.STATION_OFFLINE);
        assertThat(station.memory().online()).isTrue();
    }

    @Test
    void refusesAStaleTrigger() {
        assertThat(station.answer(TriggerRequest.PLAIN, true, true, NOW))
                .contains(new Reply.Refused(Code.STATION_BUSY));
    }

    @Test
    void waitsForATriggerThatIsSentAgainWhileItRuns() {
        station.accepted(7, once("k", "SN1"), NOW);
        assertThat(trigger(once("k", "SN1"))).contains(new Reply.Accepted(7, true));
    }

    @Test
    void answersATriggerThatIsSentAgainWithItsStoredResultEvenOffline() {
        station.accepted(7, once("k", "SN1"), NOW);
        InspectionResult stored = result(7, once("k", "SN1"));
        station.kept(stored);
        station.online(false);
        assertThat(trigger(once("k", "SN1"))).contains(new Reply.Repeated(stored));
    }

    @Test
    void refusesAnotherPartUnderAKnownKey() {
        station.accepted(7, once("k", "SN1"), NOW);
        assertThat(refusal(once("k", "SN2"))).isEqualTo(Code.WRONG_ARGUMENT);
    }

    @Test
    void forgetsAKeyAfterItsTimeAndAfterItsNumberOfTriggers() {
        station.accepted(7, once("k", "SN1"), NOW);
        station.captureEnded(false);
        assertThat(station.answer(once("k", "SN1"), false, true, NOW + 60_001)).isEmpty();
        for (int id = 8; id < 11; id++) {
            station.accepted(id, TriggerRequest.PLAIN, NOW);
            station.captureEnded(false);
        }
        assertThat(trigger(once("k", "SN1"))).isEmpty();
    }

    @Test
    void knowsAKeyOverARestartAsLongAsTheClockOnTheWallSays() {
        InspectionResult stored = result(7, once("k", "SN1"));
        Instant taken = stored.time().toInstant();

        assertThat(afterRestartAt(taken.plusSeconds(59), stored)).contains(new Reply.Repeated(stored));
        assertThat(afterRestartAt(taken.plusSeconds(61), stored)).isEmpty();
        assertThat(afterRestartAt(taken.minusSeconds(3_600), stored)).contains(new Reply.Repeated(stored));
    }

    private Optional<Reply> afterRestartAt(Instant wall, InspectionResult stored) {
        Station again = new Station(PLAN);
        again.cameraFault(Optional.empty());
        again.online(true);
        again.once().recall(List.of(stored), wall, NOW);
        return again.answer(once("k", "SN1"), false, true, NOW);
    }

    @Test
    void takesANewPictureForAKeyWhoseResultWasNotSafe() {
        station.accepted(7, once("k", "SN1"), NOW);
        station.captureEnded(false);
        station.once().unsafe(7);
        assertThat(trigger(once("k", "SN1"))).isEmpty();
    }

    @Test
    void knowsAKeyAgainWhenItsRowProvesToBeStored() {
        station.accepted(7, once("k", "SN1"), NOW);
        station.once().unsafe(7);
        InspectionResult stored = result(7, once("k", "SN1"));
        station.kept(stored);
        assertThat(trigger(once("k", "SN1"))).contains(new Reply.Repeated(stored));
    }

    @Test
    void countsWhatIsKeptAndStartsAnewAfterAReset() {
        station.kept(result(1, TriggerRequest.PLAIN));
        station.resetCounters(2);
        station.kept(result(2, TriggerRequest.PLAIN));
        station.kept(result(3, TriggerRequest.PLAIN));
        assertThat(station.status().triggers()).isEqualTo(1);
        assertThat(station.status().ok()).isEqualTo(1);
        assertThat(station.status().lastId()).isEqualTo(3);
    }

    private void takePicture(long id) {
        station.accepted(id, TriggerRequest.PLAIN, NOW);
        station.captureEnded(true);
    }

    private Optional<Reply> trigger(TriggerRequest request) {
        return station.answer(request, false, true, NOW);
    }

    private Code refusal(TriggerRequest request) {
        return ((Reply.Refused) trigger(request).orElseThrow()).code();
    }

    private Code refusalUnsafe() {
        return ((Reply.Refused)
                        station.answer(TriggerRequest.PLAIN, false, false, NOW).orElseThrow())
                .code();
    }

    private static TriggerRequest once(String key, String part) {
        return new TriggerRequest(Optional.of(part), Optional.of(key), Map.of());
    }

    private static InspectionResult result(long id, TriggerRequest request) {
        return new InspectionResult(
                id,
                1,
                "plate-A",
                OffsetDateTime.parse("2026-11-23T12:00:00Z"),
                12.3,
                request.part(),
                request.once(),
                Map.of(),
                Origin.WIRE,
                Verdict.OK,
                Optional.empty(),
                "",
                List.of(),
                PictureState.PENDING);
    }
}
