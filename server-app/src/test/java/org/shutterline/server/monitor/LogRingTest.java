package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogRingTest {
    private final LoggerContext context = new LoggerContext();
    private final LogRing ring = new LogRing();
    private final Logger log = context.getLogger("org.shutterline.server.station.CameraLoop");

    LogRingTest() {
        ring.setContext(context);
        ring.start();
        log.addAppender(ring);
        log.setLevel(Level.DEBUG);
    }

    @Test
    void keepsLinesFromInfoUpwardWithTheReasonOfTheirException() {
        log.debug("each line of traffic");
        log.warn("camera {}", 3, new IllegalStateException("away"));
        assertThat(ring.rows()).hasSize(1);
        LogRow row = ring.rows().get(0);
        assertThat(row.level()).isEqualTo(LogRow.Level.WARN);
        assertThat(row.place()).isEqualTo(LogPlace.STATION);
        assertThat(row.source()).isEqualTo("CameraLoop");
        assertThat(row.text()).isEqualTo("camera 3 (java.lang.IllegalStateException: away)");
    }

    @Test
    void everyRoomOfTheServerIsAPlaceThatATechnicianKnows() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/shutterline/server"))) {
            List<String> loggers = rooms.filter(Files::isDirectory)
                    .map(room -> "org.shutterline.server." + room.getFileName() + ".Any")
                    .toList();
            assertThat(loggers)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(
                            logger -> assertThat(LogPlace.of(logger)).as(logger).isNotEqualTo(LogPlace.OTHER));
        }
        assertThat(LogPlace.of("org.shutterline.server.ServerMain")).isEqualTo(LogPlace.PROGRAM);
        assertThat(LogPlace.of("com.example.ownTool.Blobs")).isEqualTo(LogPlace.OTHER);
    }

    @Test
    void keepsTheLastTwoThousand() {
        for (int i = 0; i < 2_005; i++) {
            log.info("line {}", i);
        }
        assertThat(ring.rows()).hasSize(2_000);
        assertThat(ring.rows().get(0).text()).isEqualTo("line 5");
    }

    @Test
    void isNarrowedByLevelAndText() {
        LogDesk desk = new LogDesk(ring);
        log.info("listening");
        log.warn("slow disk");
        log.error("full disk");
        desk.show(LogRow.Level.WARN, "DISK");
        assertThat(desk.view().rows()).extracting(LogRow::text).containsExactly("slow disk", "full disk");
        desk.show(LogRow.Level.ERROR, "");
        assertThat(desk.view().rows()).extracting(LogRow::text).containsExactly("full disk");
    }
}
