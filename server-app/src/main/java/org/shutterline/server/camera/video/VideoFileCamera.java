package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Hands on one picture of a film after the other. */
final class VideoFileCamera implements Camera {
    private final VideoSource source;
    private final boolean repeat;
    private final int step;
    private final PixelWriter writer;
    private final Patience patience = new Patience(Long.MAX_VALUE / 2);
    private final AVFrame picture;
    private Optional<VideoStream> film;
    private long number;
    private boolean closed;

    /** @param step 1 for each picture, 2 for every other one */
    VideoFileCamera(VideoSource source, boolean repeat, int step, PixelFormat format) throws CameraException {
        this.source = source;
        this.repeat = repeat;
        this.step = step;
        this.film = Optional.of(begin());
        this.writer = new PixelWriter(format);
        this.picture = av_frame_alloc();
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        try {
            if (!advance(number == 0 ? 1 : step) && !(repeat && rewind())) {
                throw new CameraException(Kind.THIS_PICTURE, "no more pictures in " + source);
            }
            Frame frame = writer.write(picture, frames);
            return new Shot(frame, Map.of("file", source.shown(), "number", Long.toString(number)));
        } catch (IOException e) {
            throw new CameraException(Kind.THIS_PICTURE, source + " cannot be read: " + e.getMessage(), e);
        } finally {
            av_frame_unref(picture);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            end();
            writer.close();
            av_frame_free(picture);
        }
    }

    private boolean rewind() throws CameraException, IOException, InterruptedException {
        end();
        film = Optional.of(begin());
        number = 0;
        return advance(1);
    }

    private boolean advance(int pictures) throws IOException, InterruptedException {
        for (int i = 0; i < pictures; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("given up before the picture was read");
            }
            av_frame_unref(picture);
            if (film.isEmpty() || !film.get().next(picture)) {
                return false;
            }
            number++;
        }
        return true;
    }

    private void end() {
        film.ifPresent(VideoStream::close);
        film = Optional.empty();
    }

    private VideoStream begin() throws CameraException {
        try {
            return new VideoStream(source, patience);
        } catch (IOException e) {
            throw new CameraException(Kind.CAMERA_AWAY, source + " cannot be read: " + e.getMessage(), e);
        }
    }
}
