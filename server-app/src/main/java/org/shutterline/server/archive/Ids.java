package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that are never given twice. A mark in the database lies above all that were given; it is raised in blocks, in
 * the same transaction as the results, so that giving a number never waits for the disk.
 *
 * <p>No row is ever committed above the mark, and nobody sees a number before its row is durable: that holds even if
 * numbers are given faster than the mark follows.
 */
final class Ids {
    static final long BLOCK = 1_000;

    /** Further than anybody got since it was last known for certain which were given. */
    static final long FAR = 1_000_000;

    private final AtomicLong next;
    private long mark;
    private long marking;

    /** @param last the highest number that may have been given */
    Ids(long last) {
        this.next = new AtomicLong(last + 1);
        this.mark = last;
    }

    /**
     * Goes on above all that the database knows.
     *
     * @param told the highest that was told to anybody, as far as is known apart from the database
     */
    static Ids in(Ledger ledger, long told, Damages damages) throws SQLException {
        long known = Math.max(told, ledger.number("SELECT max(id) FROM result"));
        OptionalLong mark = Marks.read(ledger, Marks.IDS, damages);
        return new Ids(mark.isPresent() ? Math.max(mark.getAsLong(), known) : known + FAR);
    }

    /** Safe for all threads. */
    long next() {
        return next.getAndIncrement();
    }

    /** The last that was given. */
    long last() {
        return next.get() - 1;
    }

    /** Whether the mark comes too near. Thread {@code archive}. */
    boolean low() {
        return last() + BLOCK / 2 > mark;
    }

    /** Raises the mark as part of the transaction. Thread {@code archive}. */
    void raise(Ledger ledger) throws SQLException {
        marking = last() + BLOCK;
        write(ledger, marking);
    }

    /** The transaction is committed. Thread {@code archive}. */
    void raised() {
        mark = marking;
    }

    /** At the end, when no more are given: the next start goes on without a gap. */
    void settle(Ledger ledger) throws SQLException {
        write(ledger, last());
    }

    private static void write(Ledger ledger, long value) throws SQLException {
        Marks.write(ledger, Marks.IDS, value);
    }
}
