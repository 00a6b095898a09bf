package org.shutterline.server.tool.logic;

/** A formula cannot be read; the message says where. */
final class BadFormula extends Exception {
    private static final long serialVersionUID = 1;

    BadFormula(String message) {
        super(message);
    }
}
