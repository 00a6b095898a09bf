package org.shutterline.server.spi;

/** Looks at pictures for one thing, as a job set it up. Used by one thread at a time; keeps nothing of a picture. */
public interface InspectionTool extends AutoCloseable {
    /**
     * @return what it found, or that it did not find it
     * @throws ToolException if it could not do its work; anything else it throws counts as the same
     */
    Finding inspect(Scene scene) throws ToolException;

    /**
     * Whether it may be given less time than its job says when nothing depends on what it finds, as before the first part. One that
     * ends a program which is late says no.
     */
    default boolean mayBeCutShort() {
        return true;
    }

    /**
     * It is about to be closed: what takes a while to end begins to end, so that many tools take that while together. Returns at
     * once; never throws.
     */
    default void farewell() {}

    /** Frees what it holds outside the heap; never throws. */
    @Override
    default void close() {}
}
