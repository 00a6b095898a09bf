package org.shutterline.server.tool.logic;

/** A formula needs a value that was not measured. */
final class MissingValue extends Exception {
    private static final long serialVersionUID = 1;

    private final String name;

    /** @param name {@code tool.output} */
    MissingValue(String name) {
        super(name);
        this.name = name;
    }

    String name() {
        return name;
    }
}
