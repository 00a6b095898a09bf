package org.shutterline.server.monitor;

/** Which rows of the traffic are in view. */
public enum TrafficChoice {
    ALL,
    /** What peers sent. */
    REQUESTS,
    /** Refusals, lines without an end, and peers that speak something else. */
    ERRORS;

    boolean takes(TrafficRow row) {
        return switch (this) {
            case ALL -> true;
            case REQUESTS -> row.kind() == TrafficRow.Kind.IN || row.kind() == TrafficRow.Kind.NO_END;
            case ERRORS -> row.wrong();
        };
    }
}
