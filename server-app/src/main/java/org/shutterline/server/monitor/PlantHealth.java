package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the server itself stands.
 *
 * @param storageFault that no result can be stored now; empty while all is well
 * @param lostPictures pictures that should have been kept and could not be, since the start
 * @param troubles what else is wrong with the program, a sentence each
 * @param limitsHit how often each limit was hit since the start, by its name; those that were not are missing
 */
public record PlantHealth(
        Optional<StorageFault> storageFault,
        long lostPictures,
        List<String> troubles,
        SortedMap<String, Long> limitsHit) {
    public static final PlantHealth WELL = new PlantHealth(Optional.empty(), 0);

    public PlantHealth {
        troubles = List.copyOf(troubles);
        limitsHit = Collections.unmodifiableSortedMap(new TreeMap<>(limitsHit));
    }

    /** With nothing else wrong. */
    public PlantHealth(Optional<StorageFault> storageFault, long lostPictures) {
        this(storageFault, lostPictures, List.of(), new TreeMap<>());
    }

    /**
     * Why no result can be stored.
     *
     * @param why in plain words
     */
    public record StorageFault(Instant since, String why) {}
}
