package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.station.Keeper;
import org.shutterline.server.station.StationMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps results and pictures under one folder, and finds them again. Safe for all threads. */
public final class Archive implements Keeper, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private static final Duration PICTURES_AT_THE_END = Duration.ofSeconds(2);

    private final Ids ids;
    private final Committer committer;
    private final History history;
    private final Tally tally;
    private final Lookups lookups;
    private final HeldFrames frames;
    private final PictureWriter pictures;
    private final ResultIntake intake;
    private final PictureShow show;
    private final Checkpoints checkpoints;
    private final Recollection recollection;
    private final Tail tail;
    private final Damages damages;
    private final Reserve reserve;
    private final Days days;
    private final LookThrough lookThrough;

    private Archive(
            Path dataDir,
            Database database,
            Ledger ledger,
            Tail tail,
            Damages damages,
            PictureRules rules,
            PictureMemory memory,
            Clock clock)
            throws IOException, SQLException {
        PictureFiles files = new PictureFiles(dataDir);
        OptionalLong told = tail.last();
        this.tail = tail;
        this.damages = damages;
        this.ids = Ids.in(ledger, told.orElse(0), damages);
        this.reserve = new Reserve(dataDir, rules.room().reserveBytes(), clock);
        this.committer = new Committer(database, ledger, ids, reserve, clock);
        this.history = new History(database);
        this.tally = new Tally(database);
        this.lookups = new Lookups(database);
        this.recollection = new Recollection(committer, lookups);
        this.frames = new HeldFrames(memory);
        PictureRows rows = new PictureRows(committer);
        this.checkpoints = new Checkpoints(database, committer);
        long clockBefore = Marks.read(ledger, Marks.CLOCK, damages).orElse(0);
        this.days = new Days(new AgeClock(clock, clockBefore, System::nanoTime), committer, ids.last() + 1);
        Upkeep upkeep =
                new Upkeep(checkpoints, reserve, days, lookups, rules.room().mostDays());
        this.pictures =
                new PictureWriter(rules, files, frames, rows, lookups, ids.last(), clock, reserve, damages, upkeep);
        this.intake = new ResultIntake(rules, committer, frames, rows, pictures, tail, days, ids.last());
        this.show = new PictureShow(history, frames, files, rows, lookups, damages);
        this.lookThrough = new LookThrough(database, dataDir, damages, LookThrough.AFTER_START);
        told.ifPresent(this::nameMissing);
    }

    /** Nothing was told to anybody before its row was durable: a row that is missing was taken away. */
    private void nameMissing(long told) {
        if (lookups.rows("SELECT 1 FROM result WHERE id=?", row -> 1, told).isEmpty()) {
            long newest = lookups.rows("SELECT max(id) FROM result", row -> row.getLong(1))
                    .get(0);
            damages.found("result " + told + " was answered and is missing in the results file " + Database.FILE
                    + ", whose newest is " + newest + ": it was damaged, or replaced by an older one");
        }
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
        Damages damages = new Damages(clock);
        Database database = new Database(dataDir, damages);
        Optional<Tail> tail = Optional.empty();
        try {
            Ledger ledger = new Ledger(database.openToWrite());
            tail = Optional.of(Tail.open(dataDir));
            Archive archive = new Archive(dataDir, database, ledger, tail.get(), damages, rules, memory, clock);
            archive.committer.start();
            archive.days.begin();
            archive.pictures.start();
            archive.lookThrough.start();
            return archive;
        } catch (UncheckedIOException e) {
            throw closed(database, tail, database.explained("cannot be opened", e.getCause()));
        } catch (SQLException | IOException e) {
            throw closed(database, tail, database.explained("cannot be opened", e));
        }
    }

    /** What was opened before the rest could not be is left to nobody. */
    private static ArchiveException closed(Database database, Optional<Tail> tail, ArchiveException why) {
        try {
            if (tail.isPresent()) {
                tail.get().close();
            }
        } catch (IOException stays) {
            why.addSuppressed(stays);
        }
        database.closeAll().ifPresent(why::addSuppressed);
        return why;
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
        intake.keep(detail, frame, outcome);
    }

    @Override
    public void keepLate(Detail detail) {
        intake.keepLate(detail);
    }

    /**
     * Is looked through with all else a while after the start.
     *
     * @param other says what is damaged, a sentence each; on the thread {@code look-through}
     */
    public void lookThroughAlso(Supplier<List<String>> other) {
        lookThrough.also(other);
    }

    // ---- what stations remember

    @Override
    public Optional<StationMemory> recall(int station) {
        return recollection.recall(station);
    }

    /** @throws UncheckedIOException if it could not be written */
    @Override
    public void remember(StationMemory memory) {
        recollection.remember(memory);
    }

    @Override
    public void rememberRefused(int station, long refused) {
        recollection.rememberRefused(station, refused);
    }

    // ---- the books

    /**
     * Writes one line behind all others of the books; its number and hash are given there.
     *
     * @param written told once, on any thread: why it could not be written durably; empty if it was
     */
    public void audit(
            Instant at, String who, String from, String deed, String outcome, Consumer<Optional<String>> written) {
        committer.now(new AuditIntake(new AuditRow(0, at, who, from, deed, outcome, ""), written));
    }

    /** How many lines the books have. Reads the disk. */
    public long bookLines() {
        return AuditTrail.given(lookups);
    }

    // ---- finding results

    @Override
    public List<InspectionResult> newest(int station, int most) {
        return history.newest(station, most);
    }

    /** The newest result of a station. */
    public Optional<InspectionResult> last(int station) {
        return history.last(station);
    }

    /** Results of a station with ids above the given one, in the order of ids, without those that are damaged. */
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
                pictures.use(),
                pictures.lastError(),
                reserve.used(),
                damages.all());
    }

    /** What its threads are at, by their names for people. */
    public Map<String, DiskStep> steps() {
        return Map.of(
                "the thread that stores results", committer.step(), "the thread that writes pictures", pictures.step());
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
            lookThrough.close();
            pictures.close(most);
            committer.later(intake::markPictures);
            committer.later(days::note);
            committer.drain();
            frames.close();
            checkpoints.close();
            lookups.close();
            history.close();
            tally.close();
            committer.close();
            tail.close();
        } catch (SQLException | IOException e) {
            LOG.warn("the archive did not close its files: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("the archive was interrupted while it was closed");
        }
    }
}
