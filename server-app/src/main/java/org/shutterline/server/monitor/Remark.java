package org.shutterline.server.monitor;

import java.time.Instant;
import org.shutterline.protocol.message.Code;

/**
 * Why the last thing that the technician asked for was not done.
 *
 * @param text the server's own words
 */
public record Remark(Deed deed, Code code, String text, Instant at) {
    /** What was asked for. */
    public enum Deed {
        TRIGGER,
        LIVE,
        JOB,
        ONLINE,
        OFFLINE
    }
}
