package org.shutterline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.shutterline.server.access.Entry;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.ArchiveException;
import org.shutterline.server.archive.DataFolder;
import org.shutterline.server.archive.FolderInUse;
import org.shutterline.server.archive.PictureRoom;
import org.shutterline.server.archive.PictureRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the books of a server that does not run. */
final class QuietBooks {
    private static final Logger LOG = LoggerFactory.getLogger(QuietBooks.class);

    /** Whatever the settings of the server say, no picture is removed here. */
    private static final PictureRules NO_PICTURE_GOES =
            new PictureRules(PictureRules.Keep.ALL, PictureRoom.ofBytes(Long.MAX_VALUE), PictureRules.Format.PNG, 90);

    private static final String NOT_WRITTEN = "it was done, but is not in the books: ";

    private QuietBooks() {}

    /**
     * Does nothing, and says so by false, while a server runs on the folder, which writes for itself.
     *
     * @throws IOException if it cannot be written down for any other reason; says so
     */
    static boolean add(Path data, Entry entry) throws IOException {
        try (DataFolder folder = DataFolder.lock(data)) {
            write(folder, entry);
            return true;
        } catch (FolderInUse busy) {
            LOG.debug("{} keeps its own books", data, busy);
            return false;
        } catch (ArchiveException unusable) {
            throw new IOException(NOT_WRITTEN + unusable.getMessage(), unusable);
        }
    }

    private static void write(DataFolder folder, Entry entry) throws IOException {
        try (Archive archive = Archive.open(folder.path(), NO_PICTURE_GOES, Clock.systemDefaultZone())) {
            CompletableFuture<Optional<String>> kept = new CompletableFuture<>();
            new BookShelf(archive).add(entry, kept::complete);
            Optional<String> trouble = kept.join();
            if (trouble.isPresent()) {
                throw new IOException(NOT_WRITTEN + trouble.get());
            }
        }
    }
}
