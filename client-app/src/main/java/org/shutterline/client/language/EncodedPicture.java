package org.shutterline.client.language;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PlainPicture;

/** Bare pixels as a file of pictures. */
final class EncodedPicture {
    private EncodedPicture() {}

    /**
     * The picture in this format; as it is if it is encoded already, or wanted as pixels.
     *
     * @param picture is closed unless it is handed back
     * @return empty if it is not as large as it says
     */
    static Optional<Picture> of(Picture picture, PictureFormat format) {
        boolean bare = picture.format().equals("mono8") || picture.format().equals("bgr8");
        if (!bare || format == PictureFormat.RAW) {
            return Optional.of(picture);
        }
        PlainPicture pixels = PlainPicture.taking(picture);
        int bytesAPixel = pixels.format().equals("bgr8") ? 3 : 1;
        if (pixels.bytes().length != (long) pixels.widthPx() * pixels.heightPx() * bytesAPixel) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(
                pixels.widthPx(),
                pixels.heightPx(),
                bytesAPixel == 3 ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        byte[] inside = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels.bytes(), 0, inside, 0, inside.length);
        return encoded(image, format.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<Picture> encoded(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException impossible) {
            throw new IllegalStateException("a picture can be written into memory", impossible);
        }
        return Optional.of(new Picture(format, image.getWidth(), image.getHeight(), Blob.of(file.toByteArray())));
    }
}
