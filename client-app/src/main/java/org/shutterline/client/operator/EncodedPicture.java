package org.shutterline.client.operator;

import java.nio.ByteBuffer;
import org.shutterline.protocol.message.Picture;

/** A picture as it came, on the heap and never changed; two are equal only if they are the same one. */
public final class EncodedPicture {
    private final String format;
    private final int widthPx;
    private final int heightPx;
    private final byte[] bytes;

    private EncodedPicture(String format, int widthPx, int heightPx, byte[] bytes) {
        this.format = format;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.bytes = bytes;
    }

    /** Copies a picture out of its blob and closes the blob. */
    public static EncodedPicture taking(Picture picture) {
        try (var blob = picture.blob()) {
            ByteBuffer lent = blob.bytes();
            byte[] bytes = new byte[lent.remaining()];
            lent.get(bytes);
            return new EncodedPicture(picture.format(), picture.width(), picture.height(), bytes);
        }
    }

    /** {@code jpeg} or {@code png}. */
    public String format() {
        return format;
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** The encoded bytes, read-only. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
