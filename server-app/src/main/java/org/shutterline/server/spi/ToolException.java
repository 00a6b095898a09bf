package org.shutterline.server.spi;

/** A tool could not do its work: the result is UNKNOWN. The message says why, in words for a technician. */
public final class ToolException extends Exception {
    /** What is told of a tool that threw anything else: its own words are for the log. */
    public static final String OWN_FAULT =
            "the tool has a fault of its own and could not judge this picture; the log says more";

    private static final long serialVersionUID = 1;

    public ToolException(String message) {
        super(message);
    }

    public ToolException(String message, Throwable cause) {
        super(message, cause);
    }
}
