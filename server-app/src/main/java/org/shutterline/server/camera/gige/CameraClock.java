package org.shutterline.server.camera.gige;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells by the stamp of a picture when it was exposed, on this computer's clock.
 *
 * <p>Pictures that were asked for show how long the fastest way from a stamp to this computer takes at most. The fastest of
 * the last seconds shows how far the two clocks are apart now, since they drift. All times in nanoseconds.
 */
final class CameraClock {
    private static final long REMEMBERED = 10_000_000_000L;
    private static final int ENOUGH = 3;

    /** What the fastest of a few may be slower than the fastest that there was. */
    private static final long MARGIN = 2_000_000;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private long fastestWay = Long.MAX_VALUE;

    private record Seen(long arrived, long apart) {}

    /** A picture that was exposed after it was asked for. */
    void asked(long askedNanos, long stamp, long arrivedNanos) {
        fastestWay = Math.min(fastestWay, arrivedNanos - askedNanos);
        arrived(stamp, arrivedNanos);
    }

    /** Any picture. */
    void arrived(long stamp, long arrivedNanos) {
        seen.addLast(new Seen(arrivedNanos, arrivedNanos - stamp));
        forgetBefore(arrivedNanos - REMEMBERED);
    }

    /** What is older tells nothing any more: clocks drift. */
    private void forgetBefore(long nanos) {
        while (!seen.isEmpty() && seen.getFirst().arrived() - nanos < 0) {
            seen.removeFirst();
        }
    }

    /** Whether enough was seen to trust it. */
    boolean isSet() {
        return fastestWay != Long.MAX_VALUE && seen.size() >= ENOUGH;
    }

    /** When the picture with this stamp was exposed; rather too early than too late. */
    long exposedNanos(long stamp) {
        return stamp + apart() - fastestWay - MARGIN;
    }

    /** When the picture with this stamp was here, if it needed no longer than the fastest; some {@link #arrived} came before. */
    long arrivedNanos(long stamp) {
        return stamp + apart();
    }

    /** Whether the picture with this stamp is older even if it had needed no time to come here. */
    boolean wasSurelyBefore(long stamp, long nanos) {
        forgetBefore(nanos - REMEMBERED);
        return isSet() && stamp + apart() + MARGIN < nanos;
    }

    private long apart() {
        return seen.stream().mapToLong(Seen::apart).min().orElseThrow();
    }
}
