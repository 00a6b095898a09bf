package org.shutterline.server.cameras;

import java.util.List;
import org.shutterline.server.guard.Latency;

/**
 * How the measuring of a camera's delay stands.
 *
 * @param camera the key of its row
 * @param latency what was seen so far
 * @param why in the words of the server, why it could not be measured; empty otherwise
 */
public record Delay(String camera, Stage stage, Latency latency, String why) {
    /** How often the light is changed. */
    public static final int CHANGES = 10;

    /** How far it came. */
    public enum Stage {
        MEASURING,
        MEASURED,
        /** Too few changes were seen to tell. */
        NOT_SEEN,
        NO_PICTURE,
        FAILED
    }

    static Delay begun(String camera) {
        return measuring(camera, new Latency(0, List.of(), 0));
    }

    static Delay measuring(String camera, Latency soFar) {
        return new Delay(camera, Stage.MEASURING, soFar, "");
    }

    static Delay ended(String camera, Latency latency) {
        Stage stage = latency.latencyMs().isPresent()
                ? Stage.MEASURED
                : latency.changes() == 0 ? Stage.NO_PICTURE : Stage.NOT_SEEN;
        return new Delay(camera, stage, latency, "");
    }

    static Delay failed(String camera, String why) {
        return new Delay(camera, Stage.FAILED, new Latency(0, List.of(), 0), why);
    }
}
