package org.shutterline.server.camera.gige;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A camera's pictures on their way: landings go in empty and come out with a picture. */
final class PictureStream {
    private static final int PICTURES_ON_THEIR_WAY = 4;
    private static final int LEAST_BUFFER_BYTES = 4 << 20;
    private static final int MOST_BUFFER_BYTES = 128 << 20;
    private static final int FIXED = 0;

    private final Natives natives;
    private final Aravis aravis;
    private final Pointer stream;
    private final boolean isGigE;
    private final Map<Pointer, Landing> out = new HashMap<>();
    private long missingBefore;

    /** @param pictureBytes what comes for one picture */
    PictureStream(Natives natives, Pointer stream, boolean isGigE, int pictureBytes) {
        this.natives = natives;
        this.aravis = natives.aravis();
        this.stream = stream;
        this.isGigE = isGigE;
        if (isGigE) {
            long wanted = (long) PICTURES_ON_THEIR_WAY * pictureBytes;
            receive((int) Math.max(LEAST_BUFFER_BYTES, Math.min(MOST_BUFFER_BYTES, wanted)));
        }
    }

    private void receive(int bytes) {
        if (!ReceiveBuffer.enlarge(aravis.arv_gv_stream_get_port(stream) & 0xFFFF, bytes)) {
            natives.objects().g_object_set(stream, "socket-buffer", FIXED, "socket-buffer-size", bytes, Pointer.NULL);
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
        // only what is whole has a size and a format: the library complains of a question for those of another
        boolean whole = status == 0;
        Arrival arrival = new Arrival(
                landing,
                status,
                aravis.arv_buffer_get_frame_id(buffer),
                0,
                aravis.arv_buffer_get_timestamp(buffer),
                whole ? aravis.arv_buffer_get_image_width(buffer) : 0,
                whole ? aravis.arv_buffer_get_image_height(buffer) : 0,
                whole ? aravis.arv_buffer_get_image_pixel_format(buffer) : 0,
                now,
                isGigE && !whole ? missedSince() : 0);
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
