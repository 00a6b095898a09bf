package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many triggers each station refused, on the way into the database. However many come, a station has one deed waiting
 * at most, which writes the newest number: a peer that asks again and again fills no memory. Safe for all threads.
 */
final class Refusals {
    private final Committer committer;
    /** The number that the waiting deed of a station will write; none waits for a station that is not in here. */
    private final Map<Integer, Long> waiting = new ConcurrentHashMap<>();

    Refusals(Committer committer) {
        this.committer = committer;
    }

    /** To be written when there is time. Returns at once. */
    void remember(int station, long refused) {
        if (waiting.put(station, refused) == null) {
            committer.later(new Newest(station));
        }
    }

    /** It is written with all else of the station: an older number that still waits must not undo it. */
    void written(int station, long refused) {
        waiting.replace(station, refused);
    }

    /** Used by the thread that carries it out alone. */
    private final class Newest implements Deed {
        private final int station;
        private boolean taken;
        private long newest;

        Newest(int station) {
            this.station = station;
        }

        @Override
        public void write(Ledger ledger) throws SQLException {
            if (!taken) {
                taken = true;
                newest = waiting.remove(station);
            }
            Memories.refused(ledger, station, newest);
        }

        @Override
        public void failed(String why) {
            if (!taken) {
                waiting.remove(station);
            }
        }
    }
}
