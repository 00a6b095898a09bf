package org.shutterline.protocol.message;

/** In which form a picture is asked for. */
public enum PictureFormat {
    JPEG,
    PNG,
    /** The pixels as the camera gave them. */
    RAW
}
