package org.shutterline.server.net;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.Code;

/** How many mistakes a peer may make: so many at once, and as many more in each minute. Used by one thread at a time. */
final class ErrorBudget {
    /** They tell how a station, its results or the storage stand, and not that the peer is wrong. */
    private static final Set<Code> NO_MISTAKE = EnumSet.of(
            Code.NO_SUCH_STATION,
            Code.STATION_BUSY,
            Code.STATION_OFFLINE,
            Code.NO_SUCH_JOB,
            Code.NO_SUCH_RESULT,
            Code.PICTURE_NOT_KEPT,
            Code.STATION_FAULT,
            Code.STORAGE_FAILED);

    private final int aMinute;
    private double left;
    private long countedNanos;

    /** @param aMinute 0 is any number */
    ErrorBudget(int aMinute, long nowNanos) {
        this.aMinute = aMinute;
        this.left = aMinute;
        this.countedNanos = nowNanos;
    }

    /** Counts an error; whether it was one too many. */
    boolean isSpentBy(Code code, long nowNanos) {
        if (aMinute == 0 || NO_MISTAKE.contains(code)) {
            return false;
        }
        double minutes = (double) (nowNanos - countedNanos) / TimeUnit.MINUTES.toNanos(1);
        left = Math.min(aMinute, left + minutes * aMinute) - 1;
        countedNanos = nowNanos;
        return left < 0;
    }
}
