package org.shutterline.server.archive;

/**
 * How much room pictures may take. When one limit is reached the oldest give way; results are never deleted for pictures.
 *
 * @param quotaBytes the most that their files may take on the disk
 * @param mostPictures the most that are kept; 0 for any number
 * @param mostDays how many days they are kept; 0 for ever
 * @param freeBytes what is left free on their disk; of a small disk no more than a twentieth
 * @param reserveBytes room that is kept for results; of a small disk no more than a sixteenth
 */
public record PictureRoom(long quotaBytes, long mostPictures, int mostDays, long freeBytes, long reserveBytes) {
    /** 20 GB, leaving 1 GB of the disk free, 32 MB kept for results. */
    public static final PictureRoom USUAL = new PictureRoom(20_000_000_000L, 0, 0, 1_000_000_000L, 32_000_000L);

    public PictureRoom {
        notNegative("the room for pictures", quotaBytes);
        notNegative("the number of pictures", mostPictures);
        notNegative("the days for which pictures are kept", mostDays);
        notNegative("the free room on the disk", freeBytes);
        notNegative("the reserve for results", reserveBytes);
    }

    private static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is 0 or more, not " + value);
        }
    }

    /** So many bytes, and no other limit. */
    public static PictureRoom ofBytes(long quotaBytes) {
        return new PictureRoom(quotaBytes, 0, 0, 0, 0);
    }
}
