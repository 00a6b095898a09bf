package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Vision;

class PixelLayoutTest {
    private final FramePool pool = new FramePool(1 << 24);

    @BeforeAll
    static void load() {
        Vision.load();
    }

    @ParameterizedTest
    @CsvSource({"MONO10,10", "MONO12,12", "MONO14,14", "MONO16,16"})
    void keepsTheEightHighestBitsOfEveryValue(PixelLayout layout, int bits) throws Exception {
        int values = 1 << bits;
        ByteBuffer from = ByteBuffer.allocateDirect(2 * values).order(ByteOrder.LITTLE_ENDIAN);
        for (int value = 0; value < values; value++) {
            from.putShort(2 * value, (short) value);
        }
        try (Frame frame = pool.take(values / 16, 16, PixelFormat.MONO8)) {
            layout.develop(from, frame);
            for (int value = 0; value < values; value++) {
                assertThat(frame.pixels().get(value) & 0xFF).isEqualTo(value >> (bits - 8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MONO10P,10", "MONO12P,12"})
    void unpacksBitAfterBit(PixelLayout layout, int bits) throws Exception {
        int values = 1 << bits;
        ByteBuffer from = ByteBuffer.allocateDirect((int) layout.bytes(values / 16, 16));
        for (int i = 0; i < values; i++) {
            for (int b = 0; b < bits; b++) {
                int bit = i * bits + b;
                int one = (i >> b & 1) << (bit & 7);
                from.put(bit / 8, (byte) (from.get(bit / 8) | one));
            }
        }
        try (Frame frame = pool.take(values / 16, 16, PixelFormat.MONO8)) {
            layout.develop(from, frame);
            for (int value = 0; value < values; value++) {
                assertThat(frame.pixels().get(value) & 0xFF).isEqualTo(value >> (bits - 8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MONO10_PACKED,10", "MONO12_PACKED,12"})
    void unpacksPairsOfGigeVision(PixelLayout layout, int bits) throws Exception {
        int[] values = {0, 1 << (bits - 1), (1 << bits) - 1, 0x155 << (bits - 10)};
        ByteBuffer from = ByteBuffer.allocateDirect((int) layout.bytes(4, 1));
        for (int i = 0; i < 4; i++) {
            from.put(i / 2 * 3 + i % 2 * 2, (byte) (values[i] >> (bits - 8)));
        }
        // the lower bits, which must not be seen
        from.put(1, (byte) 0x77);
        from.put(4, (byte) 0x77);
        try (Frame frame = pool.take(4, 1, PixelFormat.MONO8)) {
            layout.develop(from, frame);
            for (int i = 0; i < 4; i++) {
                assertThat(frame.pixels().get(i) & 0xFF).isEqualTo(values[i] >> (bits - 8));
            }
        }
    }

    /** A red surface under the filter: only its red pixels are bright. */
    @ParameterizedTest
    @CsvSource({"BAYER_RG8,0,0", "BAYER_GR8,1,0", "BAYER_GB8,0,1", "BAYER_BG8,1,1"})
    void knowsWhichPixelIsRed(PixelLayout layout, int redX, int redY) throws Exception {
        ByteBuffer from = ByteBuffer.allocateDirect(16 * 16);
        for (int y = redY; y < 16; y += 2) {
            for (int x = redX; x < 16; x += 2) {
                from.put(y * 16 + x, (byte) 200);
            }
        }
        assertIsRed(layout, from);
    }

    @Test
    void swapsRedAndBlue() throws Exception {
        ByteBuffer from = ByteBuffer.allocateDirect(3 * 16 * 16);
        for (int i = 0; i < 16 * 16; i++) {
            from.put(3 * i, (byte) 200);
        }
        assertIsRed(PixelLayout.RGB8, from);
    }

    private void assertIsRed(PixelLayout layout, ByteBuffer from) throws Exception {
        try (Frame frame = pool.take(16, 16, layout.becomes())) {
            layout.develop(from, frame);
            ByteBuffer pixels = frame.pixels();
            for (int y = 2; y < 14; y++) {
                for (int x = 2; x < 14; x++) {
                    int at = 3 * (y * 16 + x);
                    assertThat(new int[] {pixels.get(at) & 0xFF, pixels.get(at + 1) & 0xFF, pixels.get(at + 2) & 0xFF})
                            .containsExactly(0, 0, 200);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelLayout.class,
            names = {"MONO8", "BGR8"})
    void copiesWhatIsTheSame(PixelLayout layout) throws Exception {
        ByteBuffer from = ByteBuffer.allocateDirect((int) layout.bytes(8, 8) + 5);
        for (int i = 0; i < from.capacity(); i++) {
            from.put(i, (byte) i);
        }
        try (Frame frame = pool.take(8, 8, layout.becomes())) {
            layout.develop(from, frame);
            assertThat(frame.pixels()).isEqualTo(from.duplicate().limit(frame.bytes()));
        }
    }
}
