package org.shutterline.protocol.dialect.plain;

/** A server said something that the contract does not allow; the client's conversation catches it and ends. */
final class NotOurs extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotOurs(String message) {
        super(message);
    }
}
