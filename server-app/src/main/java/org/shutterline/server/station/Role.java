package org.shutterline.server.station;

/** What a tool's verdict means for that of the part. */
public enum Role {
    /** It counts. */
    REQUIRED,
    /** Its feature need not be there; if it is, it must be good. */
    OPTIONAL,
    /** It is measured and shown, and never counts. */
    INFORMATIVE
}
