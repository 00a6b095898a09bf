package org.shutterline.server.spi;

/** A tool could not do its work: the result is UNKNOWN. The message says why, in words for a technician. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1;

    public ToolException(String message) {
        super(message);
    }

    public ToolException(String message, Throwable cause) {
        super(message, cause);
    }
}
