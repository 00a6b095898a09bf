package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Crowd;

/** Peers that ask for pictures of 64 MB and take none are cut, in bounded memory, and those who read get theirs. */
@Timeout(120)
final class PicturesNotReadIT {
    private static final int DEAF = 12;
    private static final int PICTURE_BYTES = 8_192 * 7_900;
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    @Test
    void areCutWhenTheyTakeNothingAndOthersAreServed() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("large"), data);
        Path settings = data.resolve("settings.yaml");
        Files.writeString(
                settings,
                Files.readString(settings).replace("PICTURES", painted().toString()));
        try (RealServer server = RealServer.station("large", data, RealServer.Way.USUAL, "--headless", "--port", "0");
                Talk polite = server.talk()) {
            List<String> judged = polite.patientFor(60_000).trigger("T1");
            assertThat(judged.get(1)).isIn("OK", "NG");
            String id = judged.get(2);
            int before = Vitals.residentMb(server);
            StandingRule rule = StandingRule.of(server);
            byte[] asked = ("IMAGE," + id + ",raw\r\n").repeat(4).getBytes(StandardCharsets.US_ASCII);
            try (Crowd deaf = Crowd.deaf(server.port(), DEAF, asked, Duration.ofSeconds(60))) {
                awaitCut(polite);
                // four such pictures at once are a little more than all clients together may be owed
                assertThat(Vitals.hits(polite, "writeTime")
                                + Vitals.hits(polite, "pictureRate")
                                + Vitals.hits(polite, "outputTogether"))
                        .isEqualTo(DEAF);
                assertThat(deaf.closed()).isEqualTo(DEAF);
                assertThat(Vitals.residentMb(server) - before).isLessThan(AT_ONCE * PICTURE_BYTES / 1_000_000 + 150);
            }
            assertThat(Vitals.hits(polite, "picturesAtOnce")).isGreaterThanOrEqualTo(DEAF - AT_ONCE);
            List<String> head = polite.askFields("IMAGE," + id + ",raw");
            assertThat(head).startsWith("IMAGE", "OK", id, "mono8");
            assertThat(polite.bytes(Integer.parseInt(head.get(6)))).hasSize(PICTURE_BYTES);
            rule.holds();
            assertThat(polite.ask("PING")).isEqualTo("PING,OK");
        }
    }

    /** Others are answered meanwhile. */
    private static void awaitCut(Talk polite) throws IOException {
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                long from = System.nanoTime();
                assertThat(polite.ask("PING")).isEqualTo("PING,OK");
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
                return Vitals.status(polite).at("/process/connections").asInt() == 1;
            });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(Vitals.status(polite).toString(), late);
        }
    }

    private Path painted() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        BufferedImage grey = new BufferedImage(8_192, 7_900, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = grey.createGraphics();
        brush.setColor(Color.GRAY);
        brush.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        brush.dispose();
        assertThat(ImageIO.write(grey, "png", pictures.resolve("grey.png").toFile()))
                .isTrue();
        return pictures;
    }
}
