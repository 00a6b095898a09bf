package org.shutterline.server.storage;

import java.util.Optional;

/**
 * What the view of the storage shows.
 *
 * @param work what is being done, if anything is
 * @param end of what was done last, if anything was
 * @param staged whether a backup waits for the next start
 */
public record StorageState(StorageFacts facts, Optional<Work> work, Optional<End> end, boolean staged) {

    /** What takes a while. */
    public enum Work {
        BACKUP,
        RESTORE,
        VERIFY
    }

    /**
     * How it ended.
     *
     * @param results in the backup; how much is damaged, of a look through everything
     * @param pictures in the backup
     * @param trouble why it failed, or what is damaged; empty if all is well
     */
    public record End(Work work, long results, long pictures, String trouble) {}
}
