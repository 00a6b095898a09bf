package org.shutterline.protocol.message;

import java.nio.ByteBuffer;

/** A picture on the heap, as it came; never changed. Two are equal only if they are the same one. */
public final class PlainPicture {
    private final String format;
    private final int widthPx;
    private final int heightPx;
    private final byte[] bytes;

    private PlainPicture(String format, int widthPx, int heightPx, byte[] bytes) {
        this.format = format;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.bytes = bytes;
    }

    /** Copies a picture out of its blob and closes the blob. */
    public static PlainPicture taking(Picture picture) {
        try (var blob = picture.blob()) {
            ByteBuffer lent = blob.bytes();
            byte[] bytes = new byte[lent.remaining()];
            lent.get(bytes);
            return new PlainPicture(picture.format(), picture.width(), picture.height(), bytes);
        }
    }

    /** @param bytes not to be changed afterwards */
    public static PlainPicture of(String format, int widthPx, int heightPx, byte[] bytes) {
        return new PlainPicture(format, widthPx, heightPx, bytes);
    }

    /** {@code jpeg}, {@code png}, {@code mono8} or {@code bgr8}. */
    public String format() {
        return format;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** The bytes themselves, so that no second copy is made of a large picture: to be read only. */
    public byte[] bytes() {
        return bytes;
    }
}
