package org.shutterline.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PictureSlotTest {
    @Test
    void whatOneSideFillsTheOtherEmptiesAlsoWhenItGrows() throws IOException {
        Path file = PictureSlot.fresh();
        try (PictureSlot worker = PictureSlot.open(file);
                PictureSlot server = PictureSlot.open(file)) {
            for (int size : new int[] {10, 1_000, 100, 100_000}) {
                ByteBuffer picture = ByteBuffer.allocateDirect(size);
                picture.put(size - 1, (byte) 7);
                worker.fill(picture);
                ByteBuffer got = ByteBuffer.allocateDirect(size);
                server.empty(got);
                assertThat(got.flip()).isEqualTo(picture.flip());
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void holdsTheMemoryOfOnePictureOnlyAndOfNoneWhenItIsClosed() throws IOException {
        Path file = PictureSlot.fresh();
        try {
            PictureSlot slot = PictureSlot.open(file);
            slot.fill(ByteBuffer.allocateDirect(10_000));
            slot.fill(ByteBuffer.allocateDirect(100_000));
            assertThat(mappings(file)).isEqualTo(1);
            slot.close();
            assertThat(mappings(file)).isZero();
            assertThatThrownBy(() -> slot.empty(ByteBuffer.allocateDirect(1)))
                    .isInstanceOf(ClosedChannelException.class);
        } finally {
            Files.delete(file);
        }
    }

    private static long mappings(Path file) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.endsWith(file.toString()))
                .count();
    }
}
