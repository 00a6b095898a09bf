package org.shutterline.server.archive;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.station.Keeper;
import org.shutterline.server.station.StationMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps results and pictures under one folder, and finds them again. Safe for all threads. */
public final class Archive implements Keeper, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final PictureRules rules;
    private final Clock clock;
    private final Ids ids;
    private final Committer committer;
    private final History history;
    private final Lookups recalls;
    private final Memories memories = new Memories();

    private Archive(PictureRules rules, Clock clock, Ids ids, Committer committer, History history, Lookups recalls) {
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
        this.committer = committer;
        this.history = history;
        this.recalls = recalls;
    }

    /**
     * Opens what is there or begins anew.
     *
     * @param dataDir held by a {@link DataFolder}
     * @throws ArchiveException if it is damaged or cannot be written; the message names the file
     */
    public static Archive open(Path dataDir, PictureRules rules, Clock clock) throws ArchiveException {
        Database database = new Database(dataDir);
        try {
            Ledger ledger = new Ledger(database.openToWrite());
            Ids ids = Ids.in(ledger);
            Committer committer = new Committer(database, ledger, ids);
            Archive archive = new Archive(rules, clock, ids, committer, new History(database), new Lookups(database));
            committer.start();
            return archive;
        } catch (SQLException e) {
            throw database.explained("cannot be opened", e);
        }
    }

    @Override
    public boolean isSafe() {
        return true;
    }

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public void keep(Detail detail, Optional<Frame> frame, Outcome outcome) {
        PictureState state = frame.isPresent() ? PictureState.NOT_KEPT : PictureState.LOST;
        frame.ifPresent(Frame::close);
        ResultRow row = new ResultRow(withPicture(detail, state));
        committer.now(new Deed() {
            @Override
            public void write(Ledger ledger) throws SQLException {
                ledger.insert(row);
            }

            @Override
            public void done() {
                outcome.durable(row.result());
                total(row.result().station());
            }

            @Override
            public void failed(String why) {
                outcome.unsafe(why);
            }
        });
    }

    @Override
    public void keepLate(Detail detail) {
        String late = ResultJson.late(detail.late());
        committer.later(ledger -> ledger.update(
                "UPDATE result SET late=? WHERE id=?", late, detail.result().id()));
    }

    private void total(int station) {
        if (memories.counted(station)) {
            committer.later(ledger -> Memories.total(ledger, station));
        }
    }

    private static Detail withPicture(Detail detail, PictureState state) {
        return new Detail(
                detail.result().withPicture(state),
                detail.jobVersion(),
                detail.overlays(),
                detail.stages(),
                detail.notes(),
                detail.late());
    }

    // ---- what stations remember

    @Override
    public Optional<StationMemory> recall(int station) {
        return Memories.recall(recalls, station);
    }

    /** @throws UncheckedIOException if it could not be written */
    @Override
    public void remember(StationMemory memory) {
        CompletableFuture<Optional<String>> end = new CompletableFuture<>();
        committer.now(new Deed() {
            @Override
            public void write(Ledger ledger) throws SQLException {
                Memories.remember(ledger, memory);
            }

            @Override
            public void done() {
                end.complete(Optional.empty());
            }

            @Override
            public void failed(String why) {
                end.complete(Optional.of(why));
            }
        });
        end.join().ifPresent(why -> {
            throw new UncheckedIOException(new ArchiveException(why));
        });
    }

    @Override
    public void rememberRefused(int station, long refused) {
        committer.later(ledger -> Memories.refused(ledger, station, refused));
    }

    // ---- finding results

    @Override
    public List<InspectionResult> newest(int station, int most) {
        return history.newest(station, most);
    }

    /** The newest result of a station. */
    public Optional<InspectionResult> last(int station) {
        return newest(station, 1).stream().findFirst();
    }

    /** Results of a station with ids above the given one, in the order of ids. */
    public List<InspectionResult> since(int station, long after, int most) {
        return history.since(station, after, most);
    }

    public Optional<InspectionResult> find(long id) {
        return history.find(id);
    }

    /** All that is kept of a result. */
    public Optional<Detail> detail(long id) {
        return history.detail(id);
    }

    /** Results that answer the query, newest first. May take a few tenths of a second for millions of results. */
    public List<InspectionResult> search(HistoryQuery query) {
        return history.search(query);
    }

    /** Writes what waits and closes the files; the next id after it is the one that would have come next. */
    @Override
    public void close() {
        try {
            history.close();
            recalls.close();
            committer.close();
        } catch (SQLException e) {
            LOG.warn("the archive did not close its files: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("the archive was interrupted while it was closed");
        }
    }
}
