package org.shutterline.protocol.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PlainPicture;

/** BMP files byte by byte, and what is read back from them. */
class BmpPictureTest {
    private static final String HEAD_OF_2_BY_2 =
            "424D46000000000000003600000028000000020000000200000001001800000000001000"
                    + "0000130B0000130B00000000000000000000";

    private static Picture picture(String format, int width, int height, int... bytes) {
        byte[] rows = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            rows[i] = (byte) bytes[i];
        }
        return new Picture(format, width, height, Blob.of(rows));
    }

    private static String hex(Optional<byte[]> file) {
        return HexFormat.of().withUpperCase().formatHex(file.orElseThrow());
    }

    @Test
    void writesColourFromTheLowestRowUpwards() {
        Picture colour = picture("bgr8", 2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        String expected = HEAD_OF_2_BY_2 + "0708090A0B0C0000" + "0102030405060000";
        assertThat(hex(BmpPicture.in24Bits(colour))).isEqualTo(expected);
        assertThat(hex(BmpPicture.inOwnBits(colour))).isEqualTo(expected);
    }

    @Test
    void writesGreyInThreeBytesWhereThatIsAskedFor() {
        assertThat(hex(BmpPicture.in24Bits(picture("mono8", 2, 2, 1, 2, 3, 255))))
                .isEqualTo(HEAD_OF_2_BY_2 + "030303FFFFFF0000" + "0101010202020000");
    }

    @Test
    void writesGreyInOneByteWithAPalette() {
        String hex = hex(BmpPicture.inOwnBits(picture("mono8", 3, 2, 1, 2, 3, 4, 5, 255)));
        assertThat(hex).hasSize(2 * (14 + 40 + 1_024 + 2 * 4));
        assertThat(hex.substring(2 * 54, 2 * 62)).isEqualTo("0000000001010100");
        assertThat(hex.substring(2 * 1_074)).isEqualTo("FFFFFF00" + "0405FF00" + "01020300");
    }

    @ParameterizedTest
    @CsvSource({"mono8,1,1", "mono8,5,3", "mono8,8,2", "bgr8,1,1", "bgr8,5,3", "bgr8,4,4"})
    void readsWhatItWrote(String format, int width, int height) {
        byte[] rows = new byte[width * height * (format.equals("bgr8") ? 3 : 1)];
        new Random(5).nextBytes(rows);
        Picture picture = new Picture(format, width, height, Blob.of(rows));
        Picture back =
                BmpPicture.read(BmpPicture.inOwnBits(picture).orElseThrow()).orElseThrow();
        assertThat(back.format()).isEqualTo(format);
        assertThat(back.width()).isEqualTo(width);
        assertThat(back.height()).isEqualTo(height);
        assertThat(PlainPicture.taking(back).bytes()).isEqualTo(rows);
    }

    @Test
    void writesNothingThatIsNotAsLargeAsItSays() {
        assertThat(BmpPicture.in24Bits(picture("mono8", 2, 2, 1, 2, 3))).isEmpty();
        assertThat(BmpPicture.in24Bits(picture("jpeg", 2, 2, 1, 2, 3, 4))).isEmpty();
        assertThat(BmpPicture.inOwnBits(picture("png", 2, 2, 1, 2, 3, 4))).isEmpty();
        assertThat(BmpPicture.in24Bits(picture("mono8", 0, 0))).isEmpty();
    }

    @Test
    void readsNothingFromAnythingElse() {
        byte[] whole =
                BmpPicture.inOwnBits(picture("mono8", 3, 2, 1, 2, 3, 4, 5, 6)).orElseThrow();
        for (int length = 0; length < whole.length; length++) {
            assertThat(BmpPicture.read(Arrays.copyOf(whole, length))).isEmpty();
        }
        Random random = new Random(9);
        for (int round = 0; round < 5_000; round++) {
            byte[] broken = whole.clone();
            for (int change = 0; change < 3; change++) {
                broken[random.nextInt(54)] = (byte) random.nextInt(256);
            }
            BmpPicture.read(broken)
                    .ifPresent(picture -> assertThat(picture.blob().bytes().remaining())
                            .isEqualTo(picture.width()
                                    * picture.height()
                                    * (picture.format().equals("bgr8") ? 3 : 1)));
        }
    }
}
