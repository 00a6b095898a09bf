package org.shutterline.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.station.CameraOpener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices when two stations have the same camera, by its serial number. Safe for all threads. */
final class SharedCameras {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCameras.class);

    private final Map<Integer, CameraPost> posts = new ConcurrentSkipListMap<>();

    /** Opens the camera of this station, and warns if it is another one's too. */
    CameraOpener watching(int station, CameraPost post) {
        posts.put(station, post);
        return new CameraOpener() {
            @Override
            public Camera open() throws CameraException {
                Camera camera = post.open();
                sentences(station, post).forEach(sentence -> LOG.warn("{}", sentence));
                return camera;
            }

            @Override
            public Map<String, String> notes() {
                return post.notes();
            }
        };
    }

    /** A sentence for each two stations that have the same one now. */
    List<String> sentences() {
        return posts.entrySet().stream()
                .flatMap(post -> sentences(post.getKey(), post.getValue()).stream())
                .distinct()
                .toList();
    }

    private List<String> sentences(int station, CameraPost post) {
        String serial = serial(post);
        if (serial.isEmpty()) {
            return List.of();
        }
        return posts.entrySet().stream()
                .filter(other ->
                        other.getKey() != station && serial(other.getValue()).equals(serial))
                .map(other -> sentence(station, other.getKey(), serial))
                .toList();
    }

    private static String sentence(int one, int other, String serial) {
        return "stations " + Math.min(one, other) + " and " + Math.max(one, other) + " have the same camera, serial "
                + serial + "; boundTo gives each its own";
    }

    /** Of the one that was opened, else of the one to which the station is bound; empty if neither is known. */
    private static String serial(CameraPost post) {
        String seen = post.seen().serial();
        return seen.isEmpty() ? post.setup().guard().boundTo() : seen;
    }
}
