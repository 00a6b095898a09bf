package org.shutterline.server.archive;

/**
 * What picture files take of the disk.
 *
 * @param pictures how many there are
 * @param bytes in whole blocks, as the disk counts them
 */
public record PictureUse(long pictures, long bytes) {
    public static final PictureUse NONE = new PictureUse(0, 0);

    PictureUse plus(PictureUse other) {
        return new PictureUse(pictures + other.pictures, bytes + other.bytes);
    }

    PictureUse minus(PictureUse other) {
        return new PictureUse(pictures - other.pictures, bytes - other.bytes);
    }
}
