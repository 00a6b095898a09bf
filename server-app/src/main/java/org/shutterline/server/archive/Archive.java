package org.shutterline.server.archive;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.station.Keeper;
import org.shutterline.server.station.StationMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps results and pictures under one folder, and finds them again. Safe for all threads. */
public final class Archive implements Keeper, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private static final Duration PICTURES_AT_THE_END = Duration.ofSeconds(2);
    private static final int MARK_AFTER = 1_000;

    private final PictureRules rules;
    private final Ids ids;
    private final Committer committer;
    private final History history;
    private final Tally tally;
    private final Lookups lookups;
    private final HeldFrames frames;
    private final PictureRows rows;
    private final PictureWriter pictures;
    private final PictureShow show;
    private final Checkpoints checkpoints;
    private final Refusals refusals;
    private final Memories memories = new Memories();
    private long lastDurable;
    private int sinceMark;

    private Archive(
            Path dataDir, Database database, Ledger ledger, PictureRules rules, PictureMemory memory, Clock clock)
            throws ArchiveException, SQLException {
        PictureFiles files = new PictureFiles(dataDir);
        this.rules = rules;
        this.ids = Ids.in(ledger);
        this.committer = new Committer(database, ledger, ids, clock);
        this.refusals = new Refusals(committer);
        this.history = new History(database);
        this.tally = new Tally(database);
        this.lookups = new Lookups(database);
        this.frames = new HeldFrames(memory);
        this.rows = new PictureRows(committer);
        this.checkpoints = new Checkpoints(database, committer);
        this.pictures = new PictureWriter(rules, files, frames, rows, lookups, ids.last(), clock, checkpoints);
        this.show = new PictureShow(history, frames, files, rows, lookups);
        this.lastDurable = ids.last();
    }

    /**
     * Opens what is there or begins anew.
     *
     * @param dataDir held by a {@link DataFolder}
     * @param clock tells since when something does not work
     * @throws ArchiveException if it is damaged or cannot be written; the message names the file
     */
    public static Archive open(Path dataDir, PictureRules rules, Clock clock) throws ArchiveException {
        return open(dataDir, rules, PictureMemory.USUAL, clock);
    }

    /** Likewise, with another share of memory for pictures. */
    public static Archive open(Path dataDir, PictureRules rules, PictureMemory memory, Clock clock)
            throws ArchiveException {
        Database database = new Database(dataDir);
        try {
            Archive archive = new Archive(dataDir, database, new Ledger(database.openToWrite()), rules, memory, clock);
            archive.committer.start();
            archive.pictures.start();
            return archive;
        } catch (SQLException e) {
            throw database.explained("cannot be opened", e);
        }
    }

    @Override
    public boolean isSafe() {
        return committer.fault().isEmpty();
    }

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public void keep(Detail detail, Optional<Frame> frame, Outcome outcome) {
        long id = detail.result().id();
        PictureState state =
                frame.map(picture -> accepted(detail.result(), picture)).orElse(PictureState.LOST);
        ResultRow row = new ResultRow(withPicture(detail, state));
        committer.now(new Deed() {
            @Override
            public void write(Ledger ledger) throws SQLException {
                ledger.insert(row);
            }

            @Override
            public boolean single() {
                return true;
            }

            @Override
            public void done() {
                try {
                    outcome.durable(row.result());
                } finally {
                    stored(row.result());
                }
            }

            @Override
            public void failed(String why) {
                frames.drop(id);
                outcome.unsafe(why);
            }
        });
    }

    /** Takes the frame over, or gives it back to where it came from. */
    private PictureState accepted(InspectionResult result, Frame frame) {
        boolean wanted = switch (rules.keep()) {
            case ALL -> true;
            case NG_AND_UNKNOWN -> result.verdict() != Verdict.OK;
            case NONE -> false;
        };
        if (wanted && frames.hold(result.id(), frame)) {
            return PictureState.PENDING;
        }
        frame.close();
        if (!wanted) {
            return PictureState.NOT_KEPT;
        }
        pictures.lost(result.id(), "more pictures come than can be written");
        return PictureState.LOST;
    }

    /** What follows when a result is durable. Thread {@code archive}. */
    private void stored(InspectionResult result) {
        lastDurable = Math.max(lastDurable, result.id());
        if (result.picture() == PictureState.PENDING) {
            pictures.write(result);
        }
        if (memories.counted(result.station())) {
            committer.later(ledger -> Memories.total(ledger, result.station()));
        }
        if (++sinceMark >= MARK_AFTER) {
            sinceMark = 0;
            committer.later(this::markPictures);
        }
    }

    /** Up to the mark every picture's end is known: the next start looks from there on. Thread {@code archive}. */
    private void markPictures(Ledger ledger) throws SQLException {
        long waiting = frames.lowestWaiting(lastDurable + 1);
        ledger.update("UPDATE mark SET value=? WHERE name='pictures'", rows.lowest(waiting) - 1);
    }

    @Override
    public void keepLate(Detail detail) {
        String late = ResultJson.late(detail.late());
        committer.later(ledger -> ledger.update(
                "UPDATE result SET late=? WHERE id=?", late, detail.result().id()));
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
        return Memories.recall(lookups, station);
    }

    /** @throws UncheckedIOException if it could not be written */
    @Override
    public void remember(StationMemory memory) {
        CompletableFuture<Optional<String>> end = new CompletableFuture<>();
        refusals.written(memory.station(), memory.refused());
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
        refusals.remember(station, refused);
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

    /**
     * Counts the results that answer the query. May take some seconds for many millions.
     *
     * @param stop asked now and then whether nobody waits for it any more
     */
    public Figures figures(FiguresQuery query, BooleanSupplier stop) {
        List<Integer> stations =
                query.station().isPresent() ? List.of(query.station().getAsInt()) : history.stations();
        return tally.count(query, stations, stop);
    }

    // ---- pictures

    /**
     * A result's picture: while it waits to be written too. Blocks for reading and converting it.
     *
     * @throws UncheckedIOException if the disk fails
     */
    public PictureAnswer picture(long id, PictureFormat format, PictureView view) {
        try {
            return show.picture(id, format, view);
        } catch (ArchiveException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ArchiveHealth health() {
        return new ArchiveHealth(
                committer.fault(),
                committer.waiting(),
                frames.waiting(),
                pictures.lostPictures(),
                pictures.usedBytes(),
                pictures.lastError());
    }

    /** Writes what waits, pictures for two seconds at most, and closes the files; ids go on without a gap after it. */
    @Override
    public void close() {
        close(PICTURES_AT_THE_END);
    }

    /**
     * Likewise.
     *
     * @param most how long pictures are still written; those that are left then are lost
     */
    public void close(Duration most) {
        try {
            pictures.close(most);
            committer.later(this::markPictures);
            committer.drain();
            frames.close();
            checkpoints.close();
            lookups.close();
            history.close();
            tally.close();
            committer.close();
        } catch (SQLException e) {
            LOG.warn("the archive did not close its files: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("the archive was interrupted while it was closed");
        }
    }
}
