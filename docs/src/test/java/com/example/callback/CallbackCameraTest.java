package com.example.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

final class CallbackCameraTest {
    private final FrameSource frames = (width, height, format) ->
            new Frame(width, height, format, ByteBuffer.allocateDirect(width * height * format.bytes()), () -> {});
    private final CallbackCamera camera = new CallbackCamera(2, 1, 1);

    @Test
    void aCaptureThatIsGivenUpEndsAndTheNextOneTakesNoOldPicture() throws Exception {
        camera.arrived(new byte[] {1, 1});
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> camera.capture(frames)).isInstanceOf(InterruptedException.class);

        camera.arrived(new byte[] {2, 2});
        AtomicBoolean done = new AtomicBoolean();
        Thread library = new Thread(() -> {
            while (!done.get()) {
                camera.arrived(new byte[] {3, 3});
                Thread.onSpinWait();
            }
        });
        library.start();
        Shot shot = camera.capture(frames);
        done.set(true);
        library.join();

        assertThat(shot.frame().pixels().get(0)).isEqualTo((byte) 3);
    }
}
