package org.shutterline.protocol.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Picture;

/** Pictures as BMP files: rows from bottom to top, each filled up to a multiple of 4 bytes, not compressed. */
public final class BmpPicture {
    private static final int FILE_HEAD = 14;
    private static final int INFO_HEAD = 40;
    private static final int GREYS = 256;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;
    private static final int PIXELS_A_METRE = 2_835;

    private BmpPicture() {}

    /**
     * A file of 24 bits a pixel, blue first, for grey pictures too.
     *
     * @param picture {@code mono8} or {@code bgr8}; its blob stays open
     * @return empty if it is neither, or not as large as it says
     */
    public static Optional<byte[]> in24Bits(Picture picture) {
        return file(picture, 3);
    }

    /** The same, but with 8 bits a pixel and a palette of greys if the picture is grey. */
    public static Optional<byte[]> inOwnBits(Picture picture) {
        return file(picture, bytesAPixel(picture.format()));
    }

    private static Optional<byte[]> file(Picture picture, int bytesAPixel) {
        int width = picture.width();
        int height = picture.height();
        int theirs = bytesAPixel(picture.format());
        ByteBuffer rows = picture.blob().bytes();
        if (theirs == 0 || width < 1 || height < 1 || rows.remaining() != (long) width * height * theirs) {
            return Optional.empty();
        }
        int head = FILE_HEAD + INFO_HEAD + (bytesAPixel == 1 ? 4 * GREYS : 0);
        long rowBytes = rowBytes(width, bytesAPixel);
        if (head + rowBytes * height > MOST_BYTES) {
            return Optional.empty();
        }
        ByteBuffer file = ByteBuffer.allocate((int) (head + rowBytes * height)).order(ByteOrder.LITTLE_ENDIAN);
        putHead(file, head, width, height, bytesAPixel);
        for (int y = 0; y < height; y++) {
            file.position((int) (head + rowBytes * (height - 1 - y)));
            if (theirs == bytesAPixel) {
                file.put(file.position(), rows, y * width * theirs, width * theirs);
            } else {
                putGreys(file, rows, y * width, width);
            }
        }
        return Optional.of(file.array());
    }

    private static void putHead(ByteBuffer file, int head, int width, int height, int bytesAPixel) {
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(head);
        file.putInt(INFO_HEAD).putInt(width).putInt(height);
        file.putShort((short) 1).putShort((short) (8 * bytesAPixel)).putInt(0).putInt(file.capacity() - head);
        file.putInt(PIXELS_A_METRE).putInt(PIXELS_A_METRE);
        file.putInt(bytesAPixel == 1 ? GREYS : 0).putInt(0);
        for (int grey = 0; bytesAPixel == 1 && grey < GREYS; grey++) {
            file.putInt(grey * 0x010101);
        }
    }

    private static void putGreys(ByteBuffer file, ByteBuffer rows, int from, int width) {
        for (int x = 0; x < width; x++) {
            byte grey = rows.get(from + x);
            file.put(grey).put(grey).put(grey);
        }
    }

    /**
     * Reads a file of 24 bits a pixel, or of 8 bits with a palette of greys, in either order of rows.
     *
     * @return {@code bgr8} or {@code mono8}; empty if it is none of these, or cut off
     */
    public static Optional<Picture> read(byte[] bmp) {
        ByteBuffer file = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
        if (bmp.length < FILE_HEAD + INFO_HEAD || bmp[0] != 'B' || bmp[1] != 'M' || file.getInt(30) != 0) {
            return Optional.empty();
        }
        int bytesAPixel = file.getShort(28) == 24 ? 3 : file.getShort(28) == 8 ? 1 : 0;
        int width = file.getInt(18);
        long height = Math.abs((long) file.getInt(22));
        long from = file.getInt(10);
        long rowBytes = rowBytes(width, bytesAPixel);
        boolean whole = bytesAPixel > 0
                && width > 0
                && height > 0
                && from >= FILE_HEAD + INFO_HEAD
                && from + rowBytes * height <= bmp.length;
        if (!whole) {
            return Optional.empty();
        }
        boolean upwards = file.getInt(22) > 0;
        byte[] rows = new byte[(int) (width * height * bytesAPixel)];
        for (int y = 0; y < height; y++) {
            long row = from + rowBytes * (upwards ? height - 1 - y : y);
            System.arraycopy(bmp, (int) row, rows, y * width * bytesAPixel, width * bytesAPixel);
        }
        if (bytesAPixel == 1 && !toGreys(file, from, rows)) {
            return Optional.empty();
        }
        String format = bytesAPixel == 1 ? "mono8" : "bgr8";
        return Optional.of(new Picture(format, width, (int) height, Blob.of(rows)));
    }

    /** Puts the grey that each number stands for in its place; false if a colour is no grey. */
    private static boolean toGreys(ByteBuffer file, long pixelsFrom, byte[] rows) {
        int palette = FILE_HEAD + file.getInt(14);
        byte[] greys = new byte[GREYS];
        int used = file.getInt(46);
        int colours = used > 0 && used < GREYS ? used : GREYS;
        if (palette < FILE_HEAD + INFO_HEAD || palette + 4L * colours > pixelsFrom) {
            return false;
        }
        for (int i = 0; i < colours; i++) {
            int colour = file.getInt(palette + 4 * i) & 0xffffff;
            if (colour != (colour & 0xff) * 0x010101) {
                return false;
            }
            greys[i] = (byte) colour;
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] = greys[rows[i] & 0xff];
        }
        return true;
    }

    private static int bytesAPixel(String format) {
        return format.equals("bgr8") ? 3 : format.equals("mono8") ? 1 : 0;
    }

    private static long rowBytes(int width, int bytesAPixel) {
        return ((long) width * bytesAPixel + 3) / 4 * 4;
    }
}
