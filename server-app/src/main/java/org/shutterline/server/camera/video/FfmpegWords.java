package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOENT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;

/** Says in plain words what FFmpeg's error numbers mean. */
final class FfmpegWords {
    /** Connection refused, no way to the host: as Linux, macOS and Windows number them. */
    private static final Set<Integer> REFUSED = Set.of(-111, -113, -61, -65, -10061, -10065);

    private FfmpegWords() {}

    /** Hands a result on, unless it is an error. */
    static int checked(int result) throws IOException {
        if (result < 0) {
            throw new IOException(of(result));
        }
        return result;
    }

    /** The end of a sentence that begins with what could not be had. */
    static String of(int error) {
        if (error == AVERROR_HTTP_UNAUTHORIZED || error == AVERROR_HTTP_FORBIDDEN) {
            return "it does not accept user and password, or asks for them";
        }
        if (error == AVERROR_HTTP_NOT_FOUND) {
            return "it has nothing at this path";
        }
        if (error == AVERROR_ENOENT()) {
            return "it is not there";
        }
        if (REFUSED.contains(error)) {
            return "nothing answers there";
        }
        if (error == AVERROR_INVALIDDATA) {
            return "it sends no pictures that can be read";
        }
        return own(error);
    }

    /** FFmpeg's libraries are not in this copy of the program, or not for this computer. */
    static CameraException notThere(LinkageError cause) {
        return new CameraException(
                Kind.CAMERA_AWAY, "this copy of the program has no video library for this computer", cause);
    }

    private static String own(int error) {
        try (BytePointer text = new BytePointer(256)) {
            av_strerror(error, text, text.capacity());
            return text.getString();
        }
    }
}
