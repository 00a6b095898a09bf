package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_INTRA_ONLY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;

/** One open source of pictures, which come one after the other. Used by one thread, which also closes it. */
final class VideoStream implements AutoCloseable {
    private static final long DEVICE_PAUSE_NANOS = 500_000;

    private final VideoSource source;
    private final Patience patience;
    private final ArrivalBook arrivals = new ArrivalBook(System.nanoTime());
    private final AVPacket packet;
    private final AVFormatContext container;
    private final AVCodecContext codec;
    private final int track;
    private boolean ended;

    /** After damage every picture is built on damaged ones, until one that stands by itself. */
    private boolean untilKey;

    /**
     * Opens it, and reads as much as is needed to know what it is.
     *
     * @param patience ends what waits too long
     * @throws IOException if it cannot be had; the message is the end of a sentence
     */
    VideoStream(VideoSource source, Patience patience) throws IOException {
        this.source = source;
        this.patience = patience;
        FfmpegLog.install();
        container = opened(source, patience);
        packet = av_packet_alloc();
        AVCodecContext made = new AVCodecContext(null);
        boolean open = false;
        try {
            FfmpegWords.checked(avformat_find_stream_info(container, (PointerPointer<?>) null));
            track = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
            if (track < 0) {
                throw new IOException("there are no pictures in it");
            }
            made = decoder(container.streams(track), source.place() != VideoSource.Place.FILE);
            open = true;
        } finally {
            codec = made;
            if (!open) {
                close();
            }
        }
    }

    /**
     * Reads the next whole picture; damaged ones are left out.
     *
     * @return false if there are no more
     * @throws IOException if the source is lost
     */
    boolean next(AVFrame into) throws IOException {
        while (true) {
            int result = avcodec_receive_frame(codec, into);
            if (result >= 0 && isWhole(into)) {
                return true;
            }
            av_frame_unref(into);
            if (result == AVERROR_EOF) {
                return false;
            }
            if (result == AVERROR_EAGAIN()) {
                feed();
            } else if (result < 0) {
                untilKey = true;
            }
        }
    }

    /** Whether a picture tells only what has changed since the ones before, as those of H.264 do and those of MJPEG do not. */
    boolean tellsChangesOnly() {
        AVCodecDescriptor kind = avcodec_descriptor_get(codec.codec_id());
        return kind == null || (kind.props() & AV_CODEC_PROP_INTRA_ONLY) == 0;
    }

    /** {@link System#nanoTime()} when this picture, which was just read, had arrived. */
    long arrivedNanos(AVFrame picture) {
        return arrivals.of(stamp(picture.pts(), picture.pkt_dts()));
    }

    /** The source's own time of a picture in nanoseconds, if it gives one. */
    OptionalLong stampNanos(AVFrame picture) {
        AVRational unit = container.streams(track).time_base();
        return picture.pts() == AV_NOPTS_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(picture.pts() * 1e9 * unit.num() / unit.den()));
    }

    @Override
    public void close() {
        if (!codec.isNull()) {
            avcodec_free_context(codec);
        }
        avformat_close_input(container);
        av_packet_free(packet);
    }

    private void feed() throws IOException {
        if (ended) {
            return;
        }
        int result = read();
        if (result == AVERROR_EOF) {
            ended = true;
            avcodec_send_packet(codec, new AVPacket(null));
            return;
        }
        FfmpegWords.checked(result);
        if (packet.stream_index() == track) {
            boolean damaged = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
            damaged |= avcodec_send_packet(codec, packet) < 0;
            untilKey |= damaged;
        }
        av_packet_unref(packet);
    }

    private int read() throws IOException {
        long began = System.nanoTime();
        int result = av_read_frame(container, packet);
        while (result == AVERROR_EAGAIN()) {
            LockSupport.parkNanos(DEVICE_PAUSE_NANOS);
            if (patience.isOver()) {
                break;
            }
            result = av_read_frame(container, packet);
        }
        if (result < 0 && source.place() != VideoSource.Place.FILE && patience.isOver()) {
            throw new IOException("it sends no pictures any more");
        }
        if (result >= 0 && packet.stream_index() == track) {
            arrivals.read(stamp(packet.pts(), packet.dts()), began, System.nanoTime());
        }
        return result;
    }

    private boolean isWhole(AVFrame picture) {
        boolean damaged = (picture.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || picture.decode_error_flags() != 0;
        boolean key = (picture.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
        untilKey = damaged || untilKey && !key;
        return !untilKey;
    }

    private static long stamp(long pts, long dts) {
        return pts == AV_NOPTS_VALUE ? dts : pts;
    }

    private static AVFormatContext opened(VideoSource source, Patience patience) throws IOException {
        avdevice_register_all();
        AVInputFormat format = new AVInputFormat(null);
        if (!source.format().isEmpty()) {
            format = av_find_input_format(source.format());
            if (format == null) {
                throw new IOException("this copy cannot read " + source.format());
            }
        }
        AVFormatContext context = avformat_alloc_context();
        patience.guard(context);
        if (source.place().isDevice()) {
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_NONBLOCK);
        }
        AVDictionary options = new AVDictionary(null);
        source.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
        try {
            // it frees the context where it fails
            int result = avformat_open_input(context, source.url(), format, options);
            if (result < 0 && patience.isOver()) {
                throw new IOException("it does not answer");
            }
            FfmpegWords.checked(result);
            return context;
        } finally {
            av_dict_free(options);
        }
    }

    /** @param live a film may hold pictures in another order than they are shown in, a camera does not */
    private static AVCodecContext decoder(AVStream stream, boolean live) throws IOException {
        AVCodec known = avcodec_find_decoder(stream.codecpar().codec_id());
        if (known == null) {
            throw new IOException("its pictures are of a kind that cannot be read");
        }
        AVCodecContext codec = avcodec_alloc_context3(known);
        avcodec_parameters_to_context(codec, stream.codecpar());
        codec.flags(codec.flags() | (live ? AV_CODEC_FLAG_LOW_DELAY : 0));
        codec.err_recognition(codec.err_recognition() | AV_EF_EXPLODE);
        codec.pkt_timebase(stream.time_base());
        int result = avcodec_open2(codec, known, (AVDictionary) null);
        if (result < 0) {
            avcodec_free_context(codec);
            throw new IOException(FfmpegWords.of(result));
        }
        return codec;
    }
}
