package org.shutterline.server.monitor;

import java.util.Optional;

/**
 * How the keeping of results stands.
 *
 * @param storageFault why no result can be stored now, in plain words; empty while all is well
 * @param lostPictures pictures that should have been kept and could not be, since the start
 */
public record PlantHealth(Optional<String> storageFault, long lostPictures) {
    public static final PlantHealth WELL = new PlantHealth(Optional.empty(), 0);
}
