package org.shutterline.server.access;

/** Where the books are kept. */
@FunctionalInterface
public interface Shelf {
    /**
     * Adds one line behind all others.
     *
     * @param kept told once, on any thread, when it is durable or cannot be made so
     */
    void add(Entry entry, Runnable kept);
}
