package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.shutterline.server.frame.FramePool;

/** What every camera keeps to. */
public interface CameraContract {
    /** A camera that has at least three pictures and needs no time for them; the test closes it. */
    Camera open() throws CameraException;

    /** How large its pictures are. */
    int widthPx();

    int heightPx();

    PixelFormat format();

    @Test
    default void deliversPicturesOfThePromisedSize() throws Exception {
        try (Camera camera = open()) {
            for (int i = 0; i < 3; i++) {
                try (Frame frame = camera.capture(pool()).frame()) {
                    assertThat(frame.widthPx()).isEqualTo(widthPx());
                    assertThat(frame.heightPx()).isEqualTo(heightPx());
                    assertThat(frame.format()).isEqualTo(format());
                }
            }
        }
    }

    @Test
    default void fillsTheWholePicture() throws Exception {
        try (Camera camera = open();
                Frame white = camera.capture(filledWith(255)).frame();
                Camera again = open();
                Frame black = again.capture(filledWith(0)).frame()) {
            assertThat(black.pixels()).isEqualTo(white.pixels());
        }
    }

    /** As far as it tells numbers and times at all. */
    @Test
    default void tellsNumbersThatRiseAndTimesAfterItWasAsked() throws Exception {
        try (Camera camera = open()) {
            long last = Long.MIN_VALUE;
            for (int i = 0; i < 3; i++) {
                long asked = System.nanoTime();
                Shot shot = camera.capture(pool());
                shot.frame().close();
                long took = System.nanoTime() - asked;
                long number = shot.exposure().number().orElse(i);
                assertThat(number).isGreaterThan(last);
                last = number;
                for (OptionalLong time :
                        List.of(shot.exposure().exposedNanos(), shot.exposure().arrivedNanos())) {
                    assertThat(time.orElse(asked) - asked).isBetween(0L, took);
                }
            }
        }
    }

    @Test
    default void givesUpWhenInterruptedAndIsReadyForTheNextCall() throws Exception {
        FramePool pool = pool();
        try (Camera camera = open()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> camera.capture(pool)).isInstanceOf(InterruptedException.class);
            assertThat(pool.bytesInUse()).isZero();
            assertThat(Thread.interrupted()).isFalse();
            camera.capture(pool).frame().close();
        }
    }

    @Test
    default void takesFramesFromTheSourceAndLeavesThemToTheCaller() throws Exception {
        FramePool pool = pool();
        try (Camera camera = open()) {
            Frame frame = camera.capture(pool).frame();
            assertThat(pool.bytesInUse()).isGreaterThanOrEqualTo(frame.bytes());
            frame.close();
            assertThat(pool.bytesInUse()).isZero();
        }
    }

    @Test
    default void hasNoPictureWhenThereIsNoMemoryForIt() throws Exception {
        FramePool tooSmall = new FramePool(64);
        try (Camera camera = open()) {
            assertThatThrownBy(() -> camera.capture(tooSmall))
                    .isInstanceOfSatisfying(
                            CameraException.class,
                            e -> assertThat(e.kind()).isEqualTo(CameraException.Kind.THIS_PICTURE));
            assertThat(tooSmall.bytesInUse()).isZero();
            camera.capture(pool()).frame().close();
        }
    }

    @Test
    default void takesTheSamePicturesAgain() throws Exception {
        try (Camera one = open();
                Camera other = open()) {
            for (int i = 0; i < 3; i++) {
                try (Frame a = one.capture(pool()).frame();
                        Frame b = other.capture(pool()).frame()) {
                    assertThat(a.pixels()).isEqualTo(b.pixels());
                }
            }
        }
    }

    @Test
    default void mayBeClosedTwice() throws Exception {
        Camera camera = open();
        camera.close();
        camera.close();
    }

    private static FramePool pool() {
        return new FramePool(1 << 26);
    }

    private static FrameSource filledWith(int level) {
        FramePool pool = pool();
        return (widthPx, heightPx, format) -> {
            Frame frame = pool.take(widthPx, heightPx, format);
            ByteBuffer pixels = frame.pixels();
            while (pixels.hasRemaining()) {
                pixels.put((byte) level);
            }
            return frame;
        };
    }
}
