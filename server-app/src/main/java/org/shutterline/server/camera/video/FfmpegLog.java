package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.shutterline.server.spi.NetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what FFmpeg says of itself to our log, without logins; else it would go to the console. */
final class FfmpegLog extends LogCallback {
    private static final Logger LOG = LoggerFactory.getLogger(FfmpegLog.class);
    private static final FfmpegLog ONLY = new FfmpegLog();

    private FfmpegLog() {}

    /** Finer levels than this would show the heads of requests, and with them logins. */
    static void install() {
        setLogCallback(ONLY);
        av_log_set_level(AV_LOG_INFO);
    }

    @Override
    public void call(int level, BytePointer message) {
        if (level <= AV_LOG_INFO && LOG.isDebugEnabled()) {
            LOG.debug("{}", NetAddress.withoutLogins(message.getString().strip()));
        }
    }
}
