package org.shutterline.server.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.cameras.CamerasSource.StationCamera;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.guard.GuardSettings;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

class CandidatesTest {
    private static final String LEFT = "/dev/v4l/by-path/usb-0:3-video-index0";
    private static final String RIGHT = "/dev/v4l/by-path/usb-0:4-video-index0";

    private final FindablePlates video = FindablePlates.usb();
    private final Candidates candidates = new Candidates(List.of(video));

    private static FoundCamera at(String device, String serial) {
        return new FoundCamera(new CameraIdentity("Cheap", "Cheap Camera", serial, device), Map.of("device", device));
    }

    private StationCamera station(String device) {
        Options options = Options.checked("test", Map.of("device", device), video.settings());
        return new StationCamera(
                1,
                StationState.READY,
                "",
                new CameraPost.Setup(video, options, GuardSettings.USUAL),
                new CameraIdentity("Cheap", "Cheap Camera", "", device),
                FaultPlan.NONE);
    }

    private List<Object> devices(List<StationCamera> stations) {
        return candidates.free(stations).stream()
                .map(one -> one.settings().get("device"))
                .toList();
    }

    @Test
    void twoOfOneModelWithoutASerialNumberAreTwoAndAStationHasOneOfThem() {
        candidates.found(Map.of("video", List.of(at(LEFT, ""), at(RIGHT, ""))), true);

        assertThat(devices(List.of())).containsExactly(LEFT, RIGHT);
        assertThat(devices(List.of(station(LEFT)))).containsExactly(RIGHT);
    }

    @Test
    void twoWithOneSerialNumberAreTwo() {
        candidates.found(Map.of("video", List.of(at(LEFT, "0001"), at(RIGHT, "0001"))), true);

        assertThat(devices(List.of())).containsExactly(LEFT, RIGHT);
    }
}
