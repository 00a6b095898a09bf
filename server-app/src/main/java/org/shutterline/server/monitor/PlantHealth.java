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
 * @param lowDisk that the disk is full and results are written into the reserve; empty while all is well
 * @param damage what was found damaged since the start, a sentence each
 * @param troubles what else is wrong with the program, a sentence each
 * @param limitsHit how often each limit was hit since the start, by its name; those that were not are missing
 */
public record PlantHealth(
        Optional<StorageFault> storageFault,
        long lostPictures,
        Optional<StorageFault> lowDisk,
        List<String> damage,
        List<String> troubles,
        SortedMap<String, Long> limitsHit) {
    public static final PlantHealth WELL = new PlantHealth(Optional.empty(), 0);

    public PlantHealth {
        damage = List.copyOf(damage);
        troubles = List.copyOf(troubles);
        limitsHit = Collections.unmodifiableSortedMap(new TreeMap<>(limitsHit));
    }

    /** With nothing else wrong. */
    public PlantHealth(Optional<StorageFault> storageFault, long lostPictures) {
        this(storageFault, lostPictures, Optional.empty(), List.of(), List.of(), new TreeMap<>());
    }

    /**
     * Why something cannot be stored.
     *
     * @param why in plain words
     */
    public record StorageFault(Instant since, String why) {}
}
