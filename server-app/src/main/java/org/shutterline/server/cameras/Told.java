package org.shutterline.server.cameras;

import java.time.Instant;
import java.util.Optional;

/**
 * How something ended that the technician wanted.
 *
 * @param station that it was wanted for
 * @param trouble why it was not done; empty if it was
 */
public record Told(Deed deed, int station, Optional<String> trouble, Instant at) {
    /** What was wanted. */
    public enum Deed {
        SET,
        BIND,
        ADD_STATION
    }
}
