package org.shutterline.server.archive;

/**
 * Which pictures are kept, and how.
 *
 * @param keep of which results
 * @param room how much room they may take
 * @param format how they are written
 * @param jpegQuality 1 to 100, for {@link Format#JPEG}
 */
public record PictureRules(Keep keep, PictureRoom room, Format format, int jpegQuality) {
    /** All pictures, lossless, in the usual room. */
    public static final PictureRules USUAL = new PictureRules(Keep.ALL, PictureRoom.USUAL, Format.PNG, 90);

    public PictureRules {
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new IllegalArgumentException("the quality of JPEG is 1 to 100, not " + jpegQuality);
        }
    }

    /** Of which results the pictures are kept. */
    public enum Keep {
        ALL,
        NG_AND_UNKNOWN,
        NONE
    }

    /** How pictures are written. */
    public enum Format {
        /** Lossless. */
        PNG("png"),
        /** Smaller; what is judged again later may differ. */
        JPEG("jpg");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }
}
