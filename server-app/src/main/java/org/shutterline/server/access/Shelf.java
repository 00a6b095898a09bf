package org.shutterline.server.access;

import java.util.Optional;
import java.util.function.Consumer;

/** Where the books are kept. */
@FunctionalInterface
public interface Shelf {
    /**
     * Adds one line behind all others.
     *
     * @param kept told once, on any thread: why it could not be made durable; empty if it is
     */
    void add(Entry entry, Consumer<Optional<String>> kept);

    /** Why nothing can be added now, if so. */
    default Optional<String> fault() {
        return Optional.empty();
    }
}
