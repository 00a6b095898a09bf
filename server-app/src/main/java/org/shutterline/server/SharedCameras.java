package org.shutterline.server;

import java.util.ArrayList;
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
                sentencesOf(station).forEach(sentence -> LOG.warn("{}", sentence));
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
        return posts.keySet().stream()
                .flatMap(station -> sentencesOf(station).stream())
                .distinct()
                .toList();
    }

    private List<String> sentencesOf(int station) {
        String serial = serial(station);
        List<String> sentences = new ArrayList<>();
        for (int other : posts.keySet()) {
            if (other != station && !serial.isEmpty() && serial(other).equals(serial)) {
                sentences.add("stations " + Math.min(station, other) + " and " + Math.max(station, other)
                        + " have the same camera, serial " + serial + "; boundTo gives each its own");
            }
        }
        return sentences;
    }

    /** The one that was opened, else the one to which the station is bound; empty if neither is known. */
    private String serial(int station) {
        CameraPost post = posts.get(station);
        String seen = post.seen().serial();
        return seen.isEmpty() ? post.setup().guard().boundTo() : seen;
    }
}
