package org.shutterline.server.editor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job in the list.
 *
 * @param version the number of its present version
 * @param saved when that was made
 * @param tools how many it has
 * @param stations the numbers of those on which it is active
 * @param trouble why it cannot be used, naming place and key
 */
public record JobRow(
        String name, int version, Instant saved, int tools, List<Integer> stations, Optional<String> trouble) {
    public JobRow {
        stations = List.copyOf(stations);
    }
}
