package org.shutterline.server.storage;

import java.nio.file.Path;

/** What a technician may want of the storage. Safe for any thread; each call returns at once and its effect comes as a state. */
public interface StorageActions {
    /** Whether anyone looks. */
    void watching(boolean yes);

    void backup(Path file);

    /** Checks a backup and has it taken in at the next start. */
    void restore(Path file);

    void giveUp();

    /** Looks through everything. */
    void verify();
}
