package org.shutterline.server.camera.gige;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/** The pixel formats of GenICam that are understood, by their names and codes in the Pixel Format Naming Convention. */
enum PixelLayout {
    MONO8("Mono8", 0x01080001, Development.NONE),
    MONO10("Mono10", 0x01100003, (from, to) -> Developing.highestBits(from, to, 10)),
    MONO12("Mono12", 0x01100005, (from, to) -> Developing.highestBits(from, to, 12)),
    MONO14("Mono14", 0x01100025, (from, to) -> Developing.highestBits(from, to, 14)),
    MONO16("Mono16", 0x01100007, (from, to) -> Developing.highestBits(from, to, 16)),
    MONO10P("Mono10p", 0x010A0046, (from, to) -> Developing.packed(from, to, 10)),
    MONO12P("Mono12p", 0x010C0047, (from, to) -> Developing.packed(from, to, 12)),
    MONO10_PACKED("Mono10Packed", 0x010C0004, Developing::packedByGige),
    MONO12_PACKED("Mono12Packed", 0x010C0006, Developing::packedByGige),
    // OpenCV names a pattern by its second row and column, GenICam by its first
    BAYER_RG8("BayerRG8", 0x01080009, (from, to) -> Developing.colour(from, to, 1, Imgproc.COLOR_BayerBG2BGR)),
    BAYER_GR8("BayerGR8", 0x01080008, (from, to) -> Developing.colour(from, to, 1, Imgproc.COLOR_BayerGB2BGR)),
    BAYER_GB8("BayerGB8", 0x0108000A, (from, to) -> Developing.colour(from, to, 1, Imgproc.COLOR_BayerGR2BGR)),
    BAYER_BG8("BayerBG8", 0x0108000B, (from, to) -> Developing.colour(from, to, 1, Imgproc.COLOR_BayerRG2BGR)),
    RGB8("RGB8", 0x02180014, (from, to) -> Developing.colour(from, to, 3, Imgproc.COLOR_RGB2BGR)),
    BGR8("BGR8", 0x02180015, Development.NONE);

    /** Makes the pixels of a frame from those of a camera. */
    interface Development {
        /** They are the same. */
        Development NONE = Developing::copy;

        void develop(ByteBuffer from, Frame to);
    }

    private final String genicam;
    private final int code;
    private final Development development;

    PixelLayout(String genicam, int code, Development development) {
        this.genicam = genicam;
        this.code = code;
        this.development = development;
    }

    /** Its name in GenICam. */
    String genicam() {
        return genicam;
    }

    /** Its code, as buffers tell it. */
    int code() {
        return code;
    }

    /** What its pictures become. */
    PixelFormat becomes() {
        boolean grey = genicam.startsWith("Mono");
        return grey ? PixelFormat.MONO8 : PixelFormat.BGR8;
    }

    /** Whether the camera's bytes are those of the frame. */
    boolean isPlain() {
        return this == MONO8 || this == BGR8;
    }

    /** Bytes of a picture; the code holds the bits of a pixel. */
    long bytes(int widthPx, int heightPx) {
        long bitsOfPixel = code >> 16 & 0xFF;
        return ((long) widthPx * heightPx * bitsOfPixel + 7) / 8;
    }

    /** Makes the pixels of a frame. */
    void develop(ByteBuffer from, Frame to) {
        development.develop(from, to);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(PixelLayout::genicam).toList();
    }

    static Optional<PixelLayout> named(Object raw) {
        return Arrays.stream(values())
                .filter(layout -> layout.genicam.equals(raw))
                .findFirst();
    }
}
