package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Takes out of a stream the first picture that was exposed after it was asked for. */
final class LiveCamera implements Camera {
    private final LiveReader reader;
    private final CameraIdentity identity;
    private final Latency latency;
    private final PixelWriter writer;
    private final AVFrame taken = av_frame_alloc();
    private boolean closed;

    LiveCamera(LiveReader reader, CameraIdentity identity, Latency latency, PixelFormat format) {
        this.reader = reader;
        this.identity = identity;
        this.latency = latency;
        this.writer = new PixelWriter(format);
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        Fresh fresh = reader.take(taken, latency);
        try {
            Frame frame = writer.write(taken, frames);
            return new Shot(frame, fresh.exposure(), Map.of("number", Long.toString(fresh.number())));
        } finally {
            av_frame_unref(taken);
        }
    }

    @Override
    public void check() throws CameraException {
        reader.check();
    }

    @Override
    public boolean repeatsWhatIsStill() {
        return reader.tellsChangesOnly();
    }

    @Override
    public CameraIdentity identity() {
        return identity;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            reader.close();
            writer.close();
            av_frame_free(taken);
        }
    }
}
