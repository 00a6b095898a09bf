package org.shutterline.server.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;

/** All that the view of the storage needs of the rest of the server. Safe for all threads. */
public interface StorageSource {
    /** Does not wait for the disk. */
    StorageFacts facts();

    /**
     * Writes all that is kept into one file. Blocks until it is written.
     *
     * @return how many results and pictures are in it
     * @throws BadSetting if whoever sits there may not; likewise the others
     */
    Kept backup(Path file) throws IOException;

    /**
     * Unpacks and checks a backup beside the store; the next start takes it in. Blocks.
     *
     * @throws IOException if it cannot be taken in; the message names the entry and why
     */
    Kept stage(Path file) throws IOException;

    /** Gives up what was staged. */
    void giveUp() throws IOException;

    /** Looks through everything; what is damaged, a sentence each. Blocks until all is read. */
    List<String> verify();

    /** What a backup holds. */
    record Kept(long results, long pictures) {}
}
