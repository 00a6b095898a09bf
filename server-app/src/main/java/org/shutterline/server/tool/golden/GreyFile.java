package org.shutterline.server.tool.golden;

import java.io.IOException;
import java.nio.file.Path;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.PictureFile;
import org.shutterline.server.spi.PixelFormat;

/** Grey pictures in the files of a job. */
final class GreyFile {
    private GreyFile() {}

    /**
     * @return CV_8UC1, released by the caller
     * @throws BadSetting if there is no such file, or it is not a picture
     */
    static Mat read(String name, JobFiles files, String place) {
        Path file = files.find(name, place);
        try (PictureFile picture = PictureFile.open(file)) {
            byte[] grey = picture.pixels(PixelFormat.MONO8);
            Mat mat = new Mat(picture.heightPx(), picture.widthPx(), CvType.CV_8UC1);
            mat.put(0, 0, grey);
            return mat;
        } catch (IOException e) {
            throw new BadSetting(place, "expected a picture, but of " + file.getFileName() + ": " + e.getMessage());
        }
    }

    /** The bytes of a PNG file. */
    static byte[] png(Mat grey) {
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(".png", grey, bytes);
        byte[] file = bytes.toArray();
        bytes.release();
        return file;
    }

    static String size(Mat mat) {
        return mat.cols() + " x " + mat.rows() + " px";
    }
}
