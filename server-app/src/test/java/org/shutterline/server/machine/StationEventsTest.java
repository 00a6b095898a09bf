package org.shutterline.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.monitor.Samples;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

class StationEventsTest {
    private final StationEvents events = new StationEvents(new StageStatistics());
    private final List<Event> heard = new ArrayList<>();

    @Test
    void tellsOfflineFaultAndJobButNotBusy() {
        events.add(heard::add);
        events.changed(status(1, StationState.READY, "a"));
        events.changed(status(1, StationState.BUSY, "a"));
        events.changed(status(1, StationState.READY, "a"));
        assertThat(heard).hasSize(1);
        events.changed(status(1, StationState.OFFLINE, "a"));
        events.changed(status(1, StationState.OFFLINE, "b"));
        events.changed(status(1, StationState.FAULT, "b"));
        assertThat(heard).hasSize(4);
    }

    @Test
    void theWholeOfATriggerIsFromItsReadingOnWhateverStagesItHas() {
        StageStatistics stages = new StageStatistics();
        long readAtNanos = System.nanoTime() - 240_000_000;
        InspectionResult cut = Samples.result(7, 1, Verdict.UNKNOWN, 0);
        new StationEvents(stages).finished(cut, List.of(new StageTime("storing", 5)), readAtNanos);
        assertThat(stages.of(1)).extracting(StageSummary::stage).containsExactly("storing", "answer", "all");
        assertThat(stages.of(1).get(2).last()).isGreaterThanOrEqualTo(240);
    }

    @Test
    void keepsStationsApart() {
        events.add(heard::add);
        events.changed(status(1, StationState.READY, "a"));
        events.changed(status(2, StationState.READY, "a"));
        assertThat(heard).hasSize(2);
    }

    @Test
    void tellsThatThePictureOfATriggerWasTakenAndNothingOfLivePictures() {
        events.add(heard::add);
        try (Frame frame = new Frame(1, 1, PixelFormat.MONO8, ByteBuffer.allocateDirect(1), () -> {})) {
            events.pictureTaken(1, 7, frame);
            events.pictureTaken(1, 0, frame);
        }
        assertThat(heard).containsExactly(new Event.PictureTaken(1, 7));
    }

    @Test
    void tellsNobodyWhoHasLeft() {
        Consumer<Event> listener = heard::add;
        events.add(listener);
        events.unsafe(1, 7);
        events.remove(listener);
        events.unsafe(1, 8);
        assertThat(heard).containsExactly(new Event.Unsafe(1, 7));
    }

    private static StationStatus status(int station, StationState state, String job) {
        return new StationStatus(station, state, job, 0, 0, 0, 0, 0, "");
    }
}
