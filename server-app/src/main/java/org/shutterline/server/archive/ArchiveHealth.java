package org.shutterline.server.archive;

import java.util.List;
import java.util.Optional;

/**
 * How the archive is.
 *
 * @param fault why no result can be stored now, if so
 * @param waitingResults results and notes that wait to be written
 * @param waitingPictures pictures that wait to be written
 * @param lostPictures pictures that should have been kept and could not be, since the start
 * @param use what picture files take of the disk
 * @param pictureError why the last picture that was lost was lost, if one was
 * @param reserveUsed that the disk is full and results are written into the reserve, if so
 * @param damage what was found damaged since the start
 */
public record ArchiveHealth(
        Optional<Trouble> fault,
        int waitingResults,
        int waitingPictures,
        long lostPictures,
        PictureUse use,
        Optional<Trouble> pictureError,
        Optional<Trouble> reserveUsed,
        List<Trouble> damage) {
    public ArchiveHealth {
        damage = List.copyOf(damage);
    }
}
