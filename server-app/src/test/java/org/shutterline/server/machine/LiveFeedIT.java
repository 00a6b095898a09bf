package org.shutterline.server.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Event;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

class LiveFeedIT {
    private final FramePool frames = new FramePool(1 << 20);
    private final List<String> rates = new CopyOnWriteArrayList<>();
    private final List<Byte> encoded = new CopyOnWriteArrayList<>();
    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final Consumer<Event> viewer = seen::add;
    private volatile CountDownLatch mayEncode = new CountDownLatch(0);
    private final LiveFeed feed = new LiveFeed(this::encode, (station, fps) -> rates.add(station + ":" + fps));

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void costsNothingWhenNobodyLooks() throws CameraException {
        offer(1, 7);
        assertThat(encoded).isEmpty();
        assertThat(frames.bytesInUse()).isZero();
    }

    @Test
    void showsPicturesToThoseWhoLookAtThatStation() throws CameraException {
        feed.start(1, 30, viewer);
        offer(2, 7);
        offer(1, 8);
        await().untilAsserted(() -> assertThat(seen).hasSize(1));
        assertThat(((Event.LivePicture) seen.get(0)).station()).isEqualTo(1);
        assertThat(encoded).containsExactly((byte) 8);
    }

    @Test
    void dropsAllButTheNewestAndGivesEveryPictureBack() throws CameraException {
        mayEncode = new CountDownLatch(1);
        feed.start(1, 30, viewer);
        for (int n = 1; n <= 20; n++) {
            offer(1, n);
        }
        mayEncode.countDown();
        await().untilAsserted(() -> assertThat(encoded).last().isEqualTo((byte) 20));
        assertThat(encoded.size()).isLessThanOrEqualTo(2);
        await().untilAsserted(() -> assertThat(frames.bytesInUse()).isZero());
    }

    @Test
    void tellsTheCameraTheHighestRateThatIsWanted() {
        Consumer<Event> other = event -> {};
        feed.start(1, 5, viewer);
        feed.start(1, 20, other);
        feed.stop(1, other);
        feed.stopAll(viewer);
        assertThat(rates).containsExactly("1:5", "1:20", "1:5", "1:0");
    }

    @Test
    void lettingGoOfAStationThatNobodyEverLookedAtDoesNothing() {
        feed.stop(1, viewer);
        assertThat(rates).isEmpty();
    }

    private void offer(int station, int mark) throws CameraException {
        try (Frame frame = frames.take(8, 8, PixelFormat.MONO8)) {
            frame.pixels().put(0, (byte) mark);
            feed.offer(station, frame);
        }
    }

    private byte[] encode(int widthPx, int heightPx, PixelFormat format, Blob pixels) {
        try {
            assertThat(mayEncode.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        encoded.add(pixels.bytes().get(0));
        return new byte[] {1};
    }
}
