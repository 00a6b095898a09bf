package org.shutterline.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

class FramePoolTest {
    private boolean systemIsFull;
    private int given;
    private int tooLarge;
    private final FramePool pool = new FramePool(1 << 20, 1 << 20, () -> tooLarge++, this::memory);

    private ByteBuffer memory(int size) {
        if (systemIsFull) {
            throw new OutOfMemoryError("direct buffer memory");
        }
        given++;
        return ByteBuffer.allocateDirect(size);
    }

    private Frame take(int widthPx) throws CameraException {
        return pool.take(widthPx, 64, PixelFormat.MONO8);
    }

    @Test
    void aSystemWithoutMemoryCostsOnePictureOnly() throws Exception {
        try (Frame used = take(64)) {
            take(128).close();
            systemIsFull = true;
            assertThatThrownBy(() -> take(256))
                    .isInstanceOfSatisfying(
                            CameraException.class,
                            e -> assertThat(e.kind()).isEqualTo(CameraException.Kind.THIS_PICTURE))
                    .hasMessageStartingWith("no memory");
            assertThat(pool.bytesInUse()).isEqualTo(used.bytes());
            systemIsFull = false;
            take(256).close();
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void onePictureThatIsTooLargeIsTold() throws Exception {
        take(1 << 14).close();
        assertThat(tooLarge).isZero();
        assertThatThrownBy(() -> take((1 << 14) + 1)).hasMessageContaining("larger than a picture may be");
        assertThat(tooLarge).isOne();
    }

    @Test
    void whatLiesIdleIsGivenUpWhenTheSystemHasNoMemory() throws Exception {
        take(128).close();
        systemIsFull = true;
        assertThatThrownBy(() -> take(256)).isInstanceOf(CameraException.class);
        systemIsFull = false;
        take(128).close();
        take(128).close();
        assertThat(given).isEqualTo(2);
    }
}
