package org.shutterline.server.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the storage is.
 *
 * @param folder where everything is kept
 * @param pictures how many are kept
 * @param pictureBytes what they take of the disk
 * @param quotaBytes the most that they may take
 * @param mostPictures the most that are kept; 0 for any number
 * @param mostDays for how many days they are kept; 0 for ever
 * @param freeBytes free on the disk
 * @param leftFreeBytes what pictures leave free on it
 * @param lost pictures that should have been kept and could not be, since the start
 * @param fault why no result can be stored, if so
 * @param lowDisk that results are written into the reserve, if so
 * @param damage what was found damaged since the start
 */
public record StorageFacts(
        Path folder,
        long pictures,
        long pictureBytes,
        long quotaBytes,
        long mostPictures,
        int mostDays,
        long freeBytes,
        long leftFreeBytes,
        long lost,
        Optional<String> fault,
        Optional<String> lowDisk,
        List<String> damage) {
    public StorageFacts {
        damage = List.copyOf(damage);
    }
}
