package org.shutterline.server.archive;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nu.pattern.OpenCV;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.PixelFormat;

/**
 * A picture on the heap: rows from top to bottom without padding. Nobody changes the bytes.
 *
 * @param format says how many bytes a pixel has
 */
record Pixels(int widthPx, int heightPx, PixelFormat format, byte[] bytes) {
    static {
        OpenCV.loadLocally();
    }

    static Pixels copy(int widthPx, int heightPx, PixelFormat format, ByteBuffer source) {
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        return new Pixels(widthPx, heightPx, format, bytes);
    }

    /** Reads a PNG or JPEG file's content. */
    static Pixels decode(byte[] file) throws IOException {
        MatOfByte encoded = new MatOfByte(file);
        Mat decoded = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_UNCHANGED);
        try {
            if (decoded.empty() || decoded.depth() != CvType.CV_8U) {
                throw new IOException("the content is no picture of 8 bits");
            }
            return of(decoded);
        } finally {
            encoded.release();
            decoded.release();
        }
    }

    /** Never wider than this; the same if it is not wider. */
    Pixels shrunk(int mostWidthPx) {
        if (widthPx <= mostWidthPx) {
            return this;
        }
        int height = Math.max(1, (int) Math.round((double) heightPx * mostWidthPx / widthPx));
        Mat large = mat();
        Mat small = new Mat();
        try {
            Imgproc.resize(large, small, new Size(mostWidthPx, height), 0, 0, Imgproc.INTER_AREA);
            return of(small);
        } finally {
            large.release();
            small.release();
        }
    }

    Pixels inColour() {
        if (format == PixelFormat.BGR8) {
            return this;
        }
        byte[] colour = new byte[bytes.length * 3];
        for (int i = 0, j = 0; i < bytes.length; i++) {
            colour[j++] = bytes[i];
            colour[j++] = bytes[i];
            colour[j++] = bytes[i];
        }
        return new Pixels(widthPx, heightPx, PixelFormat.BGR8, colour);
    }

    byte[] png() throws IOException {
        Mat mat = mat();
        MatOfByte encoded = new MatOfByte();
        try {
            if (!Imgcodecs.imencode(".png", mat, encoded)) {
                throw new IOException("the picture cannot be written as PNG");
            }
            return encoded.toArray();
        } finally {
            mat.release();
            encoded.release();
        }
    }

    /** @param quality 1 to 100 */
    byte[] jpeg(int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 1024);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image(), null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** An image over the same bytes. */
    BufferedImage image() {
        int channels = format.bytes();
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {2, 1, 0};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length),
                widthPx,
                heightPx,
                widthPx * channels,
                channels,
                offsets,
                new Point());
        int space = channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    private Mat mat() {
        Mat mat = new Mat(heightPx, widthPx, format == PixelFormat.MONO8 ? CvType.CV_8UC1 : CvType.CV_8UC3);
        mat.put(0, 0, bytes);
        return mat;
    }

    private static Pixels of(Mat mat) throws IllegalArgumentException {
        if (mat.channels() != 1 && mat.channels() != 3) {
            throw new IllegalArgumentException("a picture has 1 or 3 channels, not " + mat.channels());
        }
        byte[] bytes = new byte[mat.cols() * mat.rows() * mat.channels()];
        mat.get(0, 0, bytes);
        return new Pixels(mat.cols(), mat.rows(), mat.channels() == 1 ? PixelFormat.MONO8 : PixelFormat.BGR8, bytes);
    }
}
