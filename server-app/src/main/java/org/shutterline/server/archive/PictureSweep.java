package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.server.frame.Pixels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets right what an unclean end left: unfinished files go, files without a row go, results that wait for a picture get it
 * or are told that it is lost. Runs once, on the thread {@code pictures}, before it writes.
 */
final class PictureSweep {
    /** Triggers that may have been under way when the mark was set; far more than all stations can have. */
    static final long MARGIN = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(PictureSweep.class);

    private final PictureFiles files;
    private final PictureRows rows;
    private final Lookups lookups;
    private final long lastId;
    private final BooleanSupplier stop;

    /** @param lastId the last that was given when the archive was opened; later results are not touched */
    PictureSweep(PictureFiles files, PictureRows rows, Lookups lookups, long lastId, BooleanSupplier stop) {
        this.files = files;
        this.rows = rows;
        this.lookups = lookups;
        this.lastId = lastId;
        this.stop = stop;
    }

    /** Bytes of all files that stay. */
    long run() throws IOException {
        settlePending();
        return walk();
    }

    private void settlePending() throws IOException {
        List<InspectionResult> pending = lookups.rows(
                ResultRow.SELECT + "WHERE r.id > (SELECT value FROM mark WHERE name='pictures') - ? AND r.id <= ?"
                        + " AND r.picture='PENDING' AND p.id IS NULL",
                ResultRow::result,
                MARGIN,
                lastId);
        for (InspectionResult result : pending) {
            rows.write(settled(result));
        }
    }

    /** One file that cannot be looked at must not keep all others from being set right. */
    private PictureRow settled(InspectionResult result) {
        try {
            return found(result);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the picture of result {} cannot be looked at: {}", result.id(), e.toString());
            return PictureRow.gone(result.id(), PictureState.LOST);
        }
    }

    private PictureRow found(InspectionResult result) throws IOException {
        for (PictureRules.Format format : PictureRules.Format.values()) {
            String name = PictureFiles.name(result, format);
            if (files.exists(name)) {
                try {
                    byte[] content = files.read(name);
                    Pixels.decode(content);
                    return PictureRow.stored(result.id(), name, content);
                } catch (IOException damaged) {
                    LOG.warn("the picture {} was not finished: {}", name, damaged.getMessage());
                    files.delete(name);
                }
            }
        }
        return PictureRow.gone(result.id(), PictureState.LOST);
    }

    private long walk() throws IOException {
        AtomicLong used = new AtomicLong();
        files.each(stop, file -> used.addAndGet(staysIfReadable(file)));
        return used.get();
    }

    private long staysIfReadable(Path file) {
        try {
            return stays(file);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} among the pictures is left as it is: {}", file.getFileName(), e.toString());
            return 0;
        }
    }

    /** Bytes of the file if it stays. */
    private long stays(Path file) throws IOException {
        if (file.getFileName().toString().endsWith(PictureFiles.UNFINISHED)) {
            Files.deleteIfExists(file);
            return 0;
        }
        OptionalLong id = PictureFiles.id(file);
        if (id.isPresent()) {
            String name = files.name(file);
            boolean known = rows.find(id.getAsLong(), lookups)
                    .filter(row -> row.file().equals(name))
                    .isPresent();
            if (!known) {
                LOG.warn("the picture {} belongs to no result and is deleted", name);
                files.delete(name);
                return 0;
            }
        }
        return Files.size(file);
    }
}
