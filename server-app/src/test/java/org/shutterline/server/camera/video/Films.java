package org.shutterline.server.camera.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Makes films whose pictures show their numbers. */
final class Films {
    private Films() {}

    /** Pictures 1 to {@code pictures}, 25 a second; of the kind that the file's ending names. */
    static Path film(Path file, int pictures) throws IOException {
        return film(file, pictures, Counter.WIDTH, Counter.HEIGHT);
    }

    /** The same, blown up to this size. */
    static Path film(Path file, int pictures, int widthPx, int heightPx) throws IOException {
        FfmpegLog.install();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), widthPx, heightPx);
                Frame picture = new Frame(Counter.WIDTH, Counter.HEIGHT, Frame.DEPTH_UBYTE, 1)) {
            recorder.setVideoCodec(
                    file.toString().endsWith("avi") ? avcodec.AV_CODEC_ID_MJPEG : avcodec.AV_CODEC_ID_MPEG4);
            recorder.setPixelFormat(
                    file.toString().endsWith("avi") ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(25);
            recorder.setVideoBitrate(4_000_000);
            recorder.setMaxBFrames(file.toString().endsWith("avi") ? 0 : 2);
            recorder.start();
            for (int number = 1; number <= pictures; number++) {
                ByteBuffer pixels = (ByteBuffer) picture.image[0];
                byte[] painted = Counter.pixels(number);
                for (int y = 0; y < Counter.HEIGHT; y++) {
                    pixels.position(y * picture.imageStride);
                    pixels.put(painted, y * Counter.WIDTH, Counter.WIDTH);
                }
                pixels.position(0);
                recorder.record(picture, avutil.AV_PIX_FMT_GRAY8);
            }
            recorder.stop();
        }
        return file;
    }
}
