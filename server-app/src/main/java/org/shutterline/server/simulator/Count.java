package org.shutterline.server.simulator;

/** What a PLC counts. Each trigger that was sent ends in exactly one of OK to NOT_UNDERSTOOD. */
public enum Count {
    /** Triggers. */
    SENT,
    OK,
    NG,
    UNKNOWN,
    REFUSED,
    /** The PLC itself reset the connection before the result. */
    ABANDONED,
    /** The line had no end, no answer came, and the PLC gave up. */
    UNENDED,
    /** No answer came in time, or the station closed the connection. */
    LOST,
    /** The answer was none of the dialect. */
    NOT_UNDERSTOOD,
    /** Tries to connect that failed. */
    NO_CONNECTION,
    CONNECTIONS,
    /** Changes of the job. */
    PROGRAMS,
    PROGRAMS_REFUSED,
    /** Results that were read a second time. */
    READS,
    /** Reads that gave another result than the trigger. */
    READ_OTHERWISE
}
