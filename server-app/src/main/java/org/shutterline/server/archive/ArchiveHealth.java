package org.shutterline.server.archive;

import java.util.Optional;

/**
 * How the archive is.
 *
 * @param fault why no result can be stored now, if so
 * @param waitingResults results and notes that wait to be written
 * @param waitingPictures pictures that wait to be written
 * @param lostPictures pictures that should have been kept and could not be, since the start
 * @param usedBytes bytes of all picture files
 * @param pictureError why the last picture that was lost was lost, if one was
 */
public record ArchiveHealth(
        Optional<Trouble> fault,
        int waitingResults,
        int waitingPictures,
        long lostPictures,
        long usedBytes,
        Optional<Trouble> pictureError) {}
