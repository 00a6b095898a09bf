package org.shutterline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.GuardSettings.SamePictures;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Shot;

class CameraPostTest {
    private final CountingCamera driver = new CountingCamera();
    private final FramePool frames = new FramePool(1 << 20);

    private static void refused(Kind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CameraException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(words);
        });
    }

    private Shot taken(Camera camera) throws Exception {
        Shot shot = camera.capture(frames);
        shot.frame().close();
        return shot;
    }

    @Test
    void letsGoodPicturesThroughAndSaysHowFreshTheyAre() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        for (int i = 0; i < 50; i++) {
            assertThat(CountingCamera.note(taken(camera), "freshness")).contains("stamp");
        }
    }

    @Test
    void namesBothCamerasWhenAnotherOneIsInItsPlace() {
        driver.serial = "B2";
        refused(
                Kind.CAMERA_AWAY,
                "expected serial A1, found Acme Eye 3, serial B2, at 10.0.0.5",
                () -> driver.post("A1", SamePictures.AUTO, FaultPlan.NONE).open());
        assertThat(driver.closed).isEqualTo(1);
    }

    @Test
    void opensTheOneThatItIsBoundTo() throws Exception {
        taken(driver.post("A1", SamePictures.AUTO, FaultPlan.NONE).open());
    }

    @Test
    void refusesAPictureThatCameBefore() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        for (int i = 0; i < 5; i++) {
            taken(camera);
        }
        driver.seed = 3;
        driver.spoil = shot -> {
            shot.frame().pixels().put(0, (byte) 4);
            return shot;
        };
        refused(Kind.THIS_PICTURE, "the same as the one 2 pictures before", () -> camera.capture(frames));
        assertThat(frames.bytesInUse()).isZero();
        driver.spoil = shot -> shot;
        driver.seed = 100;
        taken(camera);
    }

    @Test
    void letsARepeatedPictureThroughWhereThatIsUsual() throws Exception {
        driver.spoil = shot -> {
            shot.frame()
                    .pixels()
                    .put(new byte[CountingCamera.WIDTH * CountingCamera.HEIGHT / 2])
                    .put((byte) 1);
            return shot;
        };
        driver.live = false;
        Camera folder = driver.post(FaultPlan.NONE).open();
        driver.seed = 7;
        taken(folder);
        driver.seed = 7;
        taken(folder);
        Camera live = driver.post("", SamePictures.REFUSED, FaultPlan.NONE).open();
        driver.seed = 7;
        taken(live);
        driver.seed = 7;
        refused(Kind.THIS_PICTURE, "the same as the one before", () -> live.capture(frames));
    }

    @Test
    void refusesAPictureThatIsPutTogetherOfTwo() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        Shot first = camera.capture(frames);
        byte[] before = CountingCamera.pixels(first.frame());
        first.frame().close();
        driver.spoil = shot -> {
            shot.frame().pixels().put(before, 0, before.length / 4);
            return shot;
        };
        refused(
                Kind.THIS_PICTURE,
                "4 of 16 bands of the picture are those of the one before: it is put together of two",
                () -> camera.capture(frames));
    }

    @Test
    void refusesAPictureThatIsHalfEmpty() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        driver.spoil = shot -> {
            int bytes = CountingCamera.WIDTH * CountingCamera.HEIGHT;
            shot.frame().pixels().position(bytes / 2).put(new byte[bytes / 2]);
            return shot;
        };
        refused(Kind.THIS_PICTURE, "the last 8 of 16 bands of the picture are empty", () -> camera.capture(frames));
    }

    @Test
    void leavesAPictureOfOneSingleGreyToTheTools() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        driver.spoil = shot -> {
            shot.frame().pixels().put(new byte[CountingCamera.WIDTH * CountingCamera.HEIGHT]);
            return shot;
        };
        taken(camera);
        taken(camera);
    }

    private static Shot stamped(Shot shot, OptionalLong number, OptionalLong camera, OptionalLong exposed) {
        return new Shot(
                shot.frame(),
                new Exposure(number, camera, exposed, OptionalLong.empty(), Exposure.Freshness.STAMP),
                Map.of());
    }

    @Test
    void refusesAPictureExposedBeforeItsTrigger() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        long longAgo = System.nanoTime() - 40_000_000;
        driver.spoil = shot -> stamped(shot, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(longAgo));
        refused(Kind.THIS_PICTURE, "ms before its trigger", () -> camera.capture(frames));
    }

    @Test
    void refusesAPictureWhoseNumberOrTimeStampDoesNotRise() throws Exception {
        Camera camera = driver.post(FaultPlan.NONE).open();
        driver.spoil = shot -> stamped(shot, OptionalLong.of(8), OptionalLong.empty(), OptionalLong.empty());
        taken(camera);
        refused(Kind.THIS_PICTURE, "its number 8 comes after 8", () -> camera.capture(frames));
        driver.spoil = shot -> stamped(shot, OptionalLong.empty(), OptionalLong.of(8), OptionalLong.empty());
        taken(camera);
        refused(Kind.THIS_PICTURE, "its time stamp 8 comes after 8", () -> camera.capture(frames));
    }

    @Test
    void everyFaultOnDemandThatMakesAnOldPictureIsNoticed() throws Exception {
        for (String fault : new String[] {"repeat", "torn"}) {
            Camera camera =
                    driver.post(CountingCamera.faults(Map.of(fault, 1.0))).open();
            taken(camera);
            for (int i = 0; i < 20; i++) {
                refused(Kind.THIS_PICTURE, "(fault on demand: " + fault + ")", () -> camera.capture(frames));
            }
        }
        assertThat(frames.bytesInUse()).isZero();
    }

    @Test
    void lostAndVanishedPicturesAreToldAndTheCameraComesBack() throws Exception {
        Camera lossy = driver.post(CountingCamera.faults(Map.of("drop", 1.0))).open();
        refused(Kind.THIS_PICTURE, "lost (fault on demand)", () -> lossy.capture(frames));
        CameraPost post = driver.post(CountingCamera.faults(Map.of("vanish", 1.0, "vanishMs", 60_000)));
        Camera gone = post.open();
        refused(Kind.CAMERA_AWAY, "vanished (fault on demand)", () -> gone.capture(frames));
        refused(Kind.CAMERA_AWAY, "vanished (fault on demand)", post::open);
        post.faults().plan(FaultPlan.NONE);
        taken(post.open());
        assertThat(frames.bytesInUse()).isZero();
    }

    @Test
    void blackAndBlurredPicturesCarryANote() throws Exception {
        Camera dark = driver.post(CountingCamera.faults(Map.of("black", 1.0))).open();
        try (Frame black = dark.capture(frames).frame()) {
            assertThat(CountingCamera.pixels(black)).containsOnly(0);
        }
        assertThat(CountingCamera.note(taken(dark), "faultOnDemand")).contains("black");
        Camera soft = driver.post(CountingCamera.faults(Map.of("blur", 1.0))).open();
        Shot shot = soft.capture(frames);
        assertThat(CountingCamera.note(shot, "faultOnDemand")).contains("blur");
        byte[] pixels = CountingCamera.pixels(shot.frame());
        shot.frame().close();
        int middle = pixels.length / 2 + CountingCamera.WIDTH / 2;
        assertThat(Math.abs((pixels[middle] & 0xff) - (pixels[middle + 1] & 0xff)))
                .isLessThan(16);
    }

    @Test
    void tellsTheFaultOfAPictureThatNeverCameUntilTheNextIsAskedFor() throws Exception {
        for (String fault : new String[] {"drop", "repeat", "vanish"}) {
            CameraPost post = driver.post(CountingCamera.faults(Map.of(fault, 1.0, "vanishMs", 60_000)));
            Camera camera = post.open();
            for (int i = 0; i < 2; i++) {
                try {
                    taken(camera);
                } catch (CameraException missed) {
                    assertThat(post.notes()).isEqualTo(Map.of("faultOnDemand", fault));
                }
            }
            assertThat(post.notes()).isEqualTo(Map.of("faultOnDemand", fault));
            post.faults().plan(FaultPlan.NONE);
            taken(post.open());
            assertThat(post.notes()).isEmpty();
        }
    }

    @Test
    void tellsTheFaultOfAPictureThatCameTooLate() throws Exception {
        CameraPost post = driver.post(CountingCamera.faults(Map.of("delay", 1.0, "delayMs", 60_000)));
        Camera camera = post.open();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> camera.capture(frames)).isInstanceOf(InterruptedException.class);
        assertThat(post.notes()).isEqualTo(Map.of("faultOnDemand", "delay"));
        assertThat(frames.bytesInUse()).isZero();
    }

    @Test
    void aPictureThatTheDriverItselfDoesNotHaveHasNoNote() throws Exception {
        CameraPost post = driver.post(CountingCamera.faults(Map.of("drop", 1.0)));
        Camera camera = post.open();
        refused(Kind.THIS_PICTURE, "lost (fault on demand)", () -> camera.capture(frames));
        driver.trouble = "its plug is loose";
        refused(Kind.THIS_PICTURE, "its plug is loose", () -> camera.capture(frames));
        assertThat(post.notes()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFaults() throws Exception {
        FaultPlan plan = CountingCamera.faults(Map.of("seed", 5, "black", 0.3, "drop", 0.2));
        assertThat(faultsOf(plan))
                .isEqualTo(faultsOf(plan))
                .contains("black", "lost")
                .doesNotContain("none");
    }

    private String faultsOf(FaultPlan plan) throws Exception {
        Camera camera = new CountingCamera().post(plan).open();
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            try {
                Shot shot = camera.capture(frames);
                shot.frame().close();
                seen.append(shot.notes().get("faultOnDemand")).append(' ');
            } catch (CameraException lost) {
                seen.append("lost ");
            }
        }
        return seen.toString();
    }

    @Test
    void aWrongRateIsNamedWithItsPlace() {
        assertThatThrownBy(() -> CountingCamera.faults(Map.of("black", 3)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("faults.black")
                .hasMessageContaining("0");
    }
}
