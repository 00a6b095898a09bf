package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.Optional;

/**
 * How the keeping of results stands.
 *
 * @param storageFault that no result can be stored now; empty while all is well
 * @param lostPictures pictures that should have been kept and could not be, since the start
 */
public record PlantHealth(Optional<StorageFault> storageFault, long lostPictures) {
    public static final PlantHealth WELL = new PlantHealth(Optional.empty(), 0);

    /**
     * Why no result can be stored.
     *
     * @param why in plain words
     */
    public record StorageFault(Instant since, String why) {}
}
