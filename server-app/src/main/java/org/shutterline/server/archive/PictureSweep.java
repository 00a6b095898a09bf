package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.server.frame.Pixels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets right what an unclean end left: unfinished files go, results that wait for a picture get it or are told that it is
 * lost. Names what no end of the program leaves: a file that belongs to no result, and one that is gone. Runs once, on the
 * thread {@code pictures}, before it writes.
 */
final class PictureSweep {
    /** Triggers that may have been under way when the mark was set; far more than all stations can have. */
    static final long MARGIN = 10_000;

    private static final int PIECE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(PictureSweep.class);

    private final PictureFiles files;
    private final PictureRows rows;
    private final Lookups lookups;
    private final long lastId;
    private final Damages damages;
    private final BooleanSupplier stop;
    private PictureUse use = PictureUse.NONE;
    private long found;

    /** @param lastId the last that was given when the archive was opened; later results are not touched */
    PictureSweep(
            PictureFiles files, PictureRows rows, Lookups lookups, long lastId, Damages damages, BooleanSupplier stop) {
        this.files = files;
        this.rows = rows;
        this.lookups = lookups;
        this.lastId = lastId;
        this.damages = damages;
        this.stop = stop;
    }

    /** What all files take that stay. */
    PictureUse run() throws IOException {
        settlePending();
        files.each(stop, this::look);
        if (!stop.getAsBoolean() && found < storedRows()) {
            nameMissing();
        }
        return use;
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

    private void look(Path file) {
        try {
            if (file.getFileName().toString().endsWith(PictureFiles.UNFINISHED)) {
                Files.deleteIfExists(file);
                return;
            }
            use = use.plus(files.use(file));
            OptionalLong id = PictureFiles.id(file);
            if (id.isPresent()) {
                look(id.getAsLong(), files.name(file));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} among the pictures is left as it is: {}", file.getFileName(), e.toString());
        }
    }

    private void look(long id, String name) throws IOException {
        Optional<PictureRow> row = rows.find(id, lookups);
        if (row.filter(stored -> stored.file().equals(name)).isPresent()) {
            found++;
        } else if (row.isPresent()) {
            LOG.warn("the picture {} is not kept any more and is deleted", name);
            use = use.minus(files.delete(name));
        } else {
            adopt(id, name);
        }
    }

    /** What became of it was never noted. */
    private void adopt(long id, String name) {
        List<InspectionResult> result = lookups.rows(ResultRow.SELECT + "WHERE r.id=?", ResultRow::result, id);
        if (result.isEmpty()) {
            damages.found("the picture " + name + " is there, but no result that it belongs to; it is left as it is");
        } else {
            rows.write(settled(result.get(0)));
        }
    }

    private long storedRows() {
        return lookups.rows("SELECT count(*) FROM picture WHERE state='STORED'", row -> row.getLong(1))
                .get(0);
    }

    private void nameMissing() throws IOException {
        OldEnd oldEnd = new OldEnd();
        List<PictureRow> some = PictureRow.storedAbove(lookups, 0, PIECE);
        while (!some.isEmpty() && !stop.getAsBoolean()) {
            for (PictureRow row : some) {
                if (oldEnd.isAmiss(row, files.exists(row.file()))) {
                    isGone(row);
                }
            }
            some = PictureRow.storedAbove(lookups, some.get(some.size() - 1).id(), PIECE);
        }
        oldEnd.amiss().forEach(this::isGone);
        oldEnd.gaveWay().forEach(row -> rows.write(PictureRow.gone(row.id(), PictureState.NOT_KEPT)));
    }

    private void isGone(PictureRow row) {
        damages.found("the picture " + row.file() + " is gone");
        rows.write(PictureRow.gone(row.id(), PictureState.LOST));
    }
}
