package org.shutterline.server.cameras;

import java.util.Map;
import java.util.Set;

/**
 * How the search for cameras stands.
 *
 * @param asked whether there was one
 * @param running ids of the drivers that still look
 * @param found how many cameras were found
 * @param troubles by the id of the driver: why it could not look
 */
public record Search(boolean asked, Set<String> running, int found, Map<String, String> troubles) {
    public static final Search NONE = new Search(false, Set.of(), 0, Map.of());

    public Search {
        running = Set.copyOf(running);
        troubles = Map.copyOf(troubles);
    }
}
