package org.shutterline.server;

/** A port or the data folder is not to be had. */
final class NotToBeHad extends Exception {
    private static final long serialVersionUID = 1;

    NotToBeHad(String message, Throwable cause) {
        super(message, cause);
    }
}
