package org.shutterline.server.cameras;

import org.shutterline.protocol.message.PlainPicture;

/** Colours the pixels of which nothing can be seen, because they are all black or all white. */
final class Clipped {
    /** Blue, green, red: the colours that the window has on pictures for busy and for NG. */
    private static final byte[] BLACK = {(byte) 0xFF, (byte) 0xB1, 0x6F};

    private static final byte[] WHITE = {0x36, 0x5B, (byte) 0xFF};

    private Clipped() {}

    /** @param picture raw pixels, {@code mono8} or {@code bgr8} */
    static PlainPicture coloured(PlainPicture picture) {
        byte[] from = picture.bytes();
        int step = PictureFigures.step(picture);
        int pixels = picture.widthPx() * picture.heightPx();
        byte[] to = new byte[3 * pixels];
        for (int n = 0; n < pixels; n++) {
            byte blue = from[n * step];
            byte green = from[n * step + step / 2];
            byte red = from[n * step + step - 1];
            boolean black = (blue | green | red) == 0;
            boolean white = (blue & green & red) == -1;
            to[3 * n] = black ? BLACK[0] : white ? WHITE[0] : blue;
            to[3 * n + 1] = black ? BLACK[1] : white ? WHITE[1] : green;
            to[3 * n + 2] = black ? BLACK[2] : white ? WHITE[2] : red;
        }
        return PlainPicture.of("bgr8", picture.widthPx(), picture.heightPx(), to);
    }
}
