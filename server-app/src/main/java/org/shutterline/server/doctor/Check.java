package org.shutterline.server.doctor;

/** What the doctor looks at all the time; passed while no finding belongs to it. */
public enum Check {
    /** Every listener takes connections. */
    LISTENERS,
    /** All clients speak the dialect of their port. */
    DIALECT,
    /** Every line has an end. */
    LINE_ENDS,
    /** Each station has one master. */
    MASTERS,
    /** Every trigger and number finds something. */
    TRIGGERS,
    /** Nobody asks too often, and everybody reads. */
    PACE,
    /** Every connection is alive. */
    ALIVE
}
