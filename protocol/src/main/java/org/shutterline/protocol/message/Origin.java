package org.shutterline.protocol.message;

/** Who triggered. */
public enum Origin {
    /** A line from a peer. */
    WIRE,
    /** The technician's window. */
    WINDOW,
    /** The camera itself, by its own trigger input. */
    CAMERA
}
