package org.shutterline.server.archive;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.shutterline.server.station.StationMemory;

/** What stations want remembered, on its way into the database and out of it again. Safe for all threads. */
final class Recollection {
    private final Committer committer;
    private final Lookups lookups;
    private final Refusals refusals;

    Recollection(Committer committer, Lookups lookups) {
        this.committer = committer;
        this.lookups = lookups;
        this.refusals = new Refusals(committer);
    }

    /** @throws UncheckedIOException if the file cannot be read */
    Optional<StationMemory> recall(int station) {
        try {
            return Memories.recall(lookups, station);
        } catch (UncheckedIOException failed) {
            if (failed.getCause().getCause() instanceof DamagedRow) {
                // it is told as damage; the station begins as its settings say
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * Returns when it is durable.
     *
     * @throws UncheckedIOException if it could not be written
     */
    void remember(StationMemory memory) {
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

    /** Returns at once. */
    void rememberRefused(int station, long refused) {
        refusals.remember(station, refused);
    }
}
