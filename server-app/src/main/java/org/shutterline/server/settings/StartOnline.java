package org.shutterline.server.settings;

/** Whether a station is online after a start. */
public enum StartOnline {
    /** As it was when the program ended; yes when it never ran. */
    LAST,
    YES,
    NO
}
