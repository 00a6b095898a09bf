package org.shutterline.server.station;

import java.util.List;

/** Where jobs come from. Safe for all threads. */
public interface JobShelf {
    /** The names of all jobs, sorted. */
    List<String> names();

    /**
     * Reads a job. Blocks.
     *
     * @throws NoSuchJob if there is none of this name
     * @throws org.shutterline.protocol.plugin.BadSetting if it cannot be used
     */
    Job read(String name) throws NoSuchJob;

    /** There is no job of that name. */
    final class NoSuchJob extends Exception {
        private static final long serialVersionUID = 1;

        public NoSuchJob(String name) {
            super("no job with the name '" + name + "'");
        }
    }
}
