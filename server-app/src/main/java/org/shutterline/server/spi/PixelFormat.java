package org.shutterline.server.spi;

/** How a pixel lies in memory. */
public enum PixelFormat {
    /** One byte, 0 black to 255 white. */
    MONO8(1, "mono8"),
    /** Three bytes: blue, green, red. */
    BGR8(3, "bgr8");

    private final int bytes;
    private final String word;

    PixelFormat(int bytes, String word) {
        this.bytes = bytes;
        this.word = word;
    }

    /** Bytes of one pixel. */
    public int bytes() {
        return bytes;
    }

    /** As on the wire. */
    public String word() {
        return word;
    }
}
