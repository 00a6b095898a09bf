package org.shutterline.server.spi;

/** No picture could be had. The message says why, in words for a technician. */
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1;

    /** What it means for the pictures that follow. */
    public enum Kind {
        /** This picture only; the next trigger goes on. */
        THIS_PICTURE,
        /** The camera is away: the station is FAULT until it could be opened again. */
        CAMERA_AWAY
    }

    private final Kind kind;

    public CameraException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public CameraException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
