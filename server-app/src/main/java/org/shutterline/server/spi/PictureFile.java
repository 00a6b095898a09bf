package org.shutterline.server.spi;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture in a file (PNG, JPEG, BMP, TIFF), of which the header is read first, so that nobody takes memory for a picture
 * that is too large. Its first page is used, as it is stored. Samples of 16 bits are brought to 8 by their upper half;
 * what is transparent is laid over white. Used by one thread.
 */
public final class PictureFile implements AutoCloseable {
    private static final int MOST_PX = 32_768;

    /** One picture, while it is read, may take this part of the heap: one in so many. */
    private static final int HEAP_SHARE = 3;

    private final ImageInputStream bytes;
    private final ImageReader reader;
    private final int widthPx;
    private final int heightPx;
    private final PixelFormat format;
    private final int bytesAPixel;

    private PictureFile(ImageInputStream bytes, ImageReader reader) throws IOException {
        this.bytes = bytes;
        this.reader = reader;
        this.widthPx = reader.getWidth(0);
        this.heightPx = reader.getHeight(0);
        if (widthPx < 1 || heightPx < 1 || widthPx > MOST_PX || heightPx > MOST_PX) {
            throw new IOException("its header says " + widthPx + " x " + heightPx + " px, more than " + MOST_PX);
        }
        ImageTypeSpecifier type = type(reader);
        this.format = isGrey(type.getColorModel()) ? PixelFormat.MONO8 : PixelFormat.BGR8;
        this.bytesAPixel = (type.getColorModel().getPixelSize() + 7) / 8;
    }

    /**
     * Reads the header. Links are followed to regular files only.
     *
     * @throws IOException if it is not a picture; the message is the end of a sentence that begins with the file's name
     */
    public static PictureFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not there, or not a regular file");
        }
        return open(new FileImageInputStream(file.toFile()));
    }

    /**
     * The same for a file that is in memory.
     *
     * @param content not to be changed before this is closed
     * @throws IOException if it is not a picture
     */
    public static PictureFile open(byte[] content) throws IOException {
        return open(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)));
    }

    private static PictureFile open(ImageInputStream bytes) throws IOException {
        ImageReader reader = null;
        boolean open = false;
        try {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                throw new IOException("it is not a PNG, JPEG, BMP or TIFF picture");
            }
            reader = readers.next();
            reader.setInput(bytes, false, true);
            PictureFile picture = new PictureFile(bytes, reader);
            open = true;
            return picture;
        } catch (RuntimeException e) {
            throw damaged(e);
        } finally {
            if (!open) {
                release(bytes, reader);
            }
        }
    }

    public int widthPx() {
        return widthPx;
    }

    public int heightPx() {
        return heightPx;
    }

    /** How the file is: in grey, or in colour. */
    public PixelFormat format() {
        return format;
    }

    /**
     * Reads the pixels, rows from top to bottom without padding.
     *
     * @param wanted colour brought to grey by 0.299 red + 0.587 green + 0.114 blue; grey brought to three equal bytes
     * @throws IOException if the file is damaged
     */
    public byte[] pixels(PixelFormat wanted) throws IOException {
        long pixels = (long) widthPx * heightPx;
        if (pixels * wanted.bytes() > Integer.MAX_VALUE - 64
                || pixels * (bytesAPixel + wanted.bytes())
                        > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
            throw new IOException("it is too large: " + widthPx + " x " + heightPx + " px");
        }
        try {
            return new DecodedPicture(reader.read(0)).in(wanted);
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        release(bytes, reader);
    }

    private static void release(ImageInputStream bytes, ImageReader reader) {
        if (reader != null) {
            reader.dispose();
        }
        try {
            bytes.close();
        } catch (IOException e) {
            // it was only read, so nothing is lost
        }
    }

    /** The readers meet damage with any kind of runtime exception. */
    private static IOException damaged(RuntimeException e) {
        return new IOException("it is damaged: " + e.getMessage(), e);
    }

    private static ImageTypeSpecifier type(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (types == null || !types.hasNext()) {
            throw new IOException("its colours are of a kind that cannot be read");
        }
        return types.next();
    }

    private static boolean isGrey(ColorModel model) {
        return model instanceof IndexColorModel palette ? isGrey(palette) : model.getNumColorComponents() == 1;
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getGreen(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }
}
