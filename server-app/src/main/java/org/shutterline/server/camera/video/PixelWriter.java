package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;

/** Brings decoded pictures of any kind to our pixels. Used by one thread at a time. */
final class PixelWriter implements AutoCloseable {
    private final PixelFormat format;
    private final SwsContext scaler = sws_alloc_context();

    /** Rows in it are padded as FFmpeg's fast ways want them; it writes past the end of rows that are not. */
    private final AVFrame padded = av_frame_alloc();

    private boolean closed;

    PixelWriter(PixelFormat format) {
        this.format = format;
    }

    /**
     * The caller owns the frame.
     *
     * @throws CameraException if there is no memory, or the pixels are of a kind that cannot be brought to ours
     */
    Frame write(AVFrame picture, FrameSource frames) throws CameraException {
        convert(picture);
        Frame frame = frames.take(picture.width(), picture.height(), format);
        int row = picture.width() * format.bytes();
        try (BytePointer pixels = new BytePointer(frame.pixels())) {
            av_image_copy_plane(pixels, row, padded.data(0), padded.linesize(0), row, picture.height());
        }
        return frame;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_frame_free(padded);
            sws_free_context(scaler);
        }
    }

    private void convert(AVFrame picture) throws CameraException {
        if (padded.width() != picture.width() || padded.height() != picture.height()) {
            av_frame_unref(padded);
            padded.width(picture.width());
            padded.height(picture.height());
            padded.format(format == PixelFormat.MONO8 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_BGR24);
            padded.color_range(AVCOL_RANGE_JPEG);
        }
        int result = sws_scale_frame(scaler, padded, picture);
        if (result < 0) {
            throw new CameraException(
                    Kind.THIS_PICTURE, "the picture's pixels cannot be read: " + FfmpegWords.of(result));
        }
    }
}
