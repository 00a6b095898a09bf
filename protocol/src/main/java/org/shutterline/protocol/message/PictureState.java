package org.shutterline.protocol.message;

/** Where the picture of a result is. */
public enum PictureState {
    /** Still being written; it is served all the same. */
    PENDING("pending"),
    /** In the archive. */
    STORED("stored"),
    /** There never was one, the settings say not to keep it, or room was needed for newer ones. */
    NOT_KEPT("not kept"),
    /** It should have been kept and could not be. */
    LOST("lost");

    private final String word;

    PictureState(String word) {
        this.word = word;
    }

    /** As on the wire. */
    public String word() {
        return word;
    }
}
