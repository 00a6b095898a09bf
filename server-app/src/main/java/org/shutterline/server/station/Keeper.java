package org.shutterline.server.station;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.server.spi.Frame;

/** What a station wants of whoever keeps its results. Safe for all threads. */
public interface Keeper {
    /** Whether results are safe with it now; a station takes no trigger while they are not. Does not block. */
    boolean isSafe();

    /** A new id: positive, greater than every one before, never given twice, not after a restart either. Does not block. */
    long nextId();

    /**
     * Keeps a result, and its picture if the settings want it. Returns at once.
     *
     * @param detail the result; the state of its picture is decided by the keeper
     * @param frame its picture, if there is one; the keeper owns it from now on
     * @param outcome told once, on the keeper's thread
     */
    void keep(Detail detail, Optional<Frame> frame, Outcome outcome);

    /** Adds values that came after the result had been answered; best effort, returns at once. */
    void keepLate(Detail detail);

    /** The newest results of a station, newest first. Blocks for the time of a look-up. */
    List<InspectionResult> newest(int station, int most);

    /** What a station wants to know again after a restart; empty for a station never seen. */
    Optional<StationMemory> recall(int station);

    /** Remembers it, durably before it returns. */
    void remember(StationMemory memory);

    /** Remembers how many triggers were refused; best effort, returns at once. */
    void rememberRefused(int station, long refused);

    /** How keeping a result ended. */
    interface Outcome {
        /**
         * Its row survives a power cut from now on.
         *
         * @param result the result as it is stored, with the state of its picture
         */
        void durable(InspectionResult result);

        /** Its row could not be made durable; it may prove to be stored after all. */
        void unsafe(String why);
    }
}
