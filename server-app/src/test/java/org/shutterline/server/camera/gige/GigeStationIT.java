package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.LineTalk;
import org.shutterline.server.Server;
import org.shutterline.server.spi.Camera;

/** A whole server with a GenICam camera in a process of its own, spoken to by a bare socket, in a network of its own. */
class GigeStationIT {
    /** What a busy machine adds. */
    private static final int SLACK_MS = 500;

    /** 10 s; as much again is for a machine so busy that a process takes seconds to start. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    private static final int KILLS = Long.getLong("shutterline.soak") == null ? 2 : 10;
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(\\d+)\"");

    @RegisterExtension
    static final LoopbackNamespace NETWORK = new LoopbackNamespace();

    @TempDir
    Path data;

    @Test
    void isAFaultInWordsWhileAnotherProgramHoldsTheCameraThenJudgesItsPictures() throws Exception {
        try (FakeCamera fake = FakeCamera.at(1)) {
            Camera other = new GigeCameraFactory().open(GigeCameras.at(1, Map.of()));
            try (Server server = start("");
                    LineTalk talk = new LineTalk(server)) {
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(BACK_WITHIN)
                        .untilAsserted(() -> assertThat(server.faultLines())
                                .singleElement()
                                .asString()
                                .contains("another program holds the camera"));
                assertThat(talk.ask("T1")).startsWith("ER,T1,16,");
                other.close();
                awaitReady(talk);
                for (int i = 0; i < 10; i++) {
                    judgesOne(talk);
                }
            }
            assertThat(fake.isAlive()).isTrue();
        }
    }

    private static void judgesOne(LineTalk talk) throws IOException {
        List<String> reply = talk.fields("T1");
        assertThat(reply).startsWith("T1", "OK");
        String detail = talk.ask("DETAIL," + reply.get(2));
        Matcher number = NUMBER.matcher(detail);
        assertThat(number.find()).as(detail).isTrue();
        assertThat(detail).contains("\"stage\":\"inspection\"");
        ByteBuffer pixels = ByteBuffer.wrap(talk.picture(reply.get(2)));
        assertThat(pixels.limit()).isEqualTo(GigeStations.WIDTH_PX * GigeStations.HEIGHT_PX);
        FakePicture.assertShowsNumber(pixels, GigeStations.WIDTH_PX, Long.parseLong(number.group(1)));
        assertThat(Double.parseDouble(reply.get(4))).isBetween(126.5, 127.5);
    }

    /** The fake has no line that anything could pull: here it runs, which to the driver looks as if one were pulled. */
    @Test
    void aLineOfTheCameraStartsTheInspectionAndSubscribersAreTold() throws Exception {
        try (FakeCamera fake = FakeCamera.at(1);
                Server server = start("trigger: line0, features: {TriggerMode: Off}, frameRate: 20");
                LineTalk talk = new LineTalk(server)) {
            assertThat(talk.ask("SUBSCRIBE1")).isEqualTo("SUBSCRIBE1,OK");
            assertThat(talk.line()).as("%s", server.faultLines()).isEqualTo("!STATUS,1,READY,plate");
            long before = 0;
            for (int i = 0; i < 20; i++) {
                List<String> told = List.of(talk.line().split(",", -1));
                assertThat(told).startsWith("!RESULT", "1", "OK");
                assertThat(Long.parseLong(told.get(3))).isGreaterThan(before);
                before = Long.parseLong(told.get(3));
            }
            assertThat(fake.isAlive()).isTrue();
        }
    }

    @Test
    void aPictureThatLostPacketsIsUnknownAndNoTornOneIsPassed() throws Exception {
        int torn = 0;
        int passed = 0;
        try (FakeCamera fake = FakeCamera.at(1, "GV01", 5);
                Server server = start("");
                LineTalk talk = new LineTalk(server)) {
            for (int i = 0; i < 20; i++) {
                List<String> reply = talk.fields("T1");
                if (reply.get(1).equals("UNKNOWN")) {
                    assertThat(reply.get(4)).isEqualTo("20");
                    assertThat(reply.get(5)).contains("packets are missing");
                    torn++;
                } else {
                    assertThat(reply.get(1)).isEqualTo("OK");
                    FakePicture.assertIsWhole(ByteBuffer.wrap(talk.picture(reply.get(2))), GigeStations.WIDTH_PX);
                    passed++;
                }
            }
            assertThat(fake.isAlive()).isTrue();
        }
        assertThat(torn).isGreaterThan(2);
        assertThat(passed).isGreaterThan(2);
    }

    /** It is stopped first, so that it is killed in the middle of the inspection for certain. */
    @Test
    void comesBackAfterEachKillInTheMiddleOfAnInspection() throws Exception {
        FakeCamera fake = FakeCamera.at(1);
        try (Server server = start("");
                LineTalk talk = new LineTalk(server)) {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitJudging(talk);
                fake.freeze();
                long asked = System.nanoTime();
                talk.send("T1");
                fake.close();
                // a disk that others keep busy may not have it safe by the deadline, and then that is told
                assertThat(talk.line()).containsPattern("^(T1,UNKNOWN|ER,T1,30),");
                assertThat(Duration.ofNanos(System.nanoTime() - asked).toMillis())
                        .isLessThan(GigeStations.DEADLINE_MS + SLACK_MS);
                fake = FakeCamera.at(1);
                long back = System.nanoTime();
                awaitJudging(talk);
                System.out.println("GigeStationIT: judges " + (System.nanoTime() - back) / 1_000_000
                        + " ms after the camera was back");
            }
        } finally {
            fake.close();
        }
    }

    @Test
    void isAFaultWhenTheCameraGoesWhileNobodyTriggersAndReadyWhenItIsBack() throws Exception {
        FakeCamera fake = FakeCamera.at(1);
        try (Server server = start("");
                LineTalk talk = new LineTalk(server)) {
            judgesOne(talk);
            fake.close();
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(BACK_WITHIN)
                    .untilAsserted(() -> assertThat(talk.ask("S1")).startsWith("S1,OK,FAULT"));
            fake = FakeCamera.at(1);
            awaitReady(talk);
            awaitJudging(talk);
        } finally {
            fake.close();
        }
    }

    private static void awaitReady(LineTalk talk) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(BACK_WITHIN)
                .untilAsserted(() -> assertThat(talk.ask("S1")).startsWith("S1,OK,READY"));
    }

    /**
     * That the camera is another one now is seen by the next picture, if nothing was asked of it meanwhile. The fake begins anew
     * with the very pictures from before, and each of them is held to be an old one.
     */
    private static void awaitJudging(LineTalk talk) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(BACK_WITHIN)
                .untilAsserted(() -> assertThat(talk.ask("T1")).startsWith("T1,OK,"));
        awaitReady(talk);
    }

    private Server start(String settings) throws Exception {
        return GigeStations.start(data, settings, "all");
    }
}
