package org.shutterline.server.camera.gige;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A camera's pictures on their way: landings go in empty and come out with a picture. */
final class PictureStream {
    /** What the library chooses by itself was too little for 1.3 megapixels: 13 of 125 pictures came. */
    private static final int SOCKET_BUFFER_BYTES = 4 << 20;

    private static final int FIXED = 0;

    private final Natives natives;
    private final Aravis aravis;
    private final Pointer stream;
    private final boolean isGigE;
    private final Map<Pointer, Landing> out = new HashMap<>();
    private long missingBefore;

    PictureStream(Natives natives, Pointer stream, boolean isGigE) {
        this.natives = natives;
        this.aravis = natives.aravis();
        this.stream = stream;
        this.isGigE = isGigE;
        if (isGigE) {
            natives.objects()
                    .g_object_set(
                            stream, "socket-buffer", FIXED, "socket-buffer-size", SOCKET_BUFFER_BYTES, Pointer.NULL);
        }
    }

    /** How many landings are in it. */
    int waiting() {
        return out.size();
    }

    /** Room for the next picture; the landing belongs to the stream until it comes out. */
    void offer(Landing landing) {
        Pointer memory = Native.getDirectBufferPointer(landing.memory());
        Pointer buffer = aravis.arv_buffer_new(landing.memory().remaining(), memory);
        out.put(buffer, landing);
        aravis.arv_stream_push_buffer(stream, buffer);
    }

    /** The next picture, waited for so long at most. */
    Optional<Arrival> next(long mostMs) {
        return Optional.ofNullable(aravis.arv_stream_timeout_pop_buffer(stream, TimeUnit.MILLISECONDS.toMicros(mostMs)))
                .map(this::arrival);
    }

    private Arrival arrival(Pointer buffer) {
        long now = System.nanoTime();
        Landing landing = Optional.ofNullable(out.remove(buffer)).orElseThrow();
        int status = aravis.arv_buffer_get_status(buffer);
        Arrival arrival = new Arrival(
                landing,
                status,
                aravis.arv_buffer_get_frame_id(buffer),
                aravis.arv_buffer_get_timestamp(buffer),
                aravis.arv_buffer_get_image_width(buffer),
                aravis.arv_buffer_get_image_height(buffer),
                aravis.arv_buffer_get_image_pixel_format(buffer),
                now,
                isGigE && status != 0 ? missedSince() : 0);
        natives.objects().g_object_unref(buffer);
        return arrival;
    }

    private long missedSince() {
        long missing = aravis.arv_stream_get_info_uint64_by_name(stream, "n_missing_packets");
        long since = missing - missingBefore;
        missingBefore = missing;
        return since;
    }

    /** Ends it. Nothing is written into a landing afterwards. */
    void close() {
        natives.objects().g_object_unref(stream);
        out.values().forEach(Landing::close);
        out.clear();
    }
}
