package org.shutterline.protocol.message;

/** Which view of a result's picture is asked for. */
public enum PictureView {
    /** As the camera gave it. */
    SOURCE,
    /** With the overlays of its result drawn in. */
    OVERLAY,
    /** Small, for a filmstrip. */
    THUMBNAIL
}
