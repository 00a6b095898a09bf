package org.shutterline.server.archive;

import java.time.Instant;
import java.util.List;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Verdict;

/**
 * How many results there are, and the newest of them.
 *
 * @param ok how many were judged OK
 * @param ng how many NG
 * @param unknown how many UNKNOWN
 * @param looked how many rows were looked at
 * @param cut whether older ones were left out, because more rows would have had to be looked at than is allowed
 * @param oldestId no result of a lower id was looked at; 0 if all were
 * @param newest the newest of them first
 */
public record Figures(long ok, long ng, long unknown, long looked, boolean cut, long oldestId, List<Sample> newest) {
    public Figures {
        newest = List.copyOf(newest);
    }

    /** How many there are. */
    public long all() {
        return ok + ng + unknown;
    }

    /**
     * One result, without what only a single one is shown with.
     *
     * @param ms from the trigger to the verdict
     * @param stages those that were over when it was kept
     */
    public record Sample(
            long id,
            int station,
            String job,
            Instant time,
            Verdict verdict,
            double ms,
            List<Measurement> values,
            List<StageTime> stages) {
        public Sample {
            values = List.copyOf(values);
            stages = List.copyOf(stages);
        }
    }
}
