package org.shutterline.protocol.message;

/** Whether a station takes a trigger. */
public enum StationState {
    /** The next trigger is taken. */
    READY,
    /** The camera has not delivered the last picture, or as many pictures as allowed are in inspection. */
    BUSY,
    /** Switched off for production by a person or a command. */
    OFFLINE,
    /** The camera or a tool does not work. */
    FAULT
}
