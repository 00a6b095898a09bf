package org.shutterline.server.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.server.spi.Vision;

class SentSceneTest {
    @Test
    void knowsTheDayOfTheStationsClock() {
        Vision.load();
        Map<String, Object> head = Map.of(
                "width",
                1,
                "height",
                1,
                "format",
                "mono8",
                "leftMs",
                10,
                "pose",
                List.of(1, 0, 0, 0),
                "takenAt",
                "2026-11-30T23:30-10:00");
        try (SentScene scene = new SentScene(head, ByteBuffer.allocateDirect(1))) {
            assertThat(scene.takenAt()).isEqualTo(Instant.parse("2026-12-01T09:30:00Z"));
            assertThat(scene.offset()).isEqualTo(ZoneOffset.ofHours(-10));
        }
    }
}
