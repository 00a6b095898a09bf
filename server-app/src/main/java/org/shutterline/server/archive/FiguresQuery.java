package org.shutterline.server.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which results are to be counted.
 *
 * @param from not before this time, if given
 * @param to before this time, if given
 * @param station of this one, if given
 * @param job judged by this job, if given
 * @param most at most so many of the newest are handed out one by one, 0 or more
 */
public record FiguresQuery(
        Optional<Instant> from, Optional<Instant> to, OptionalInt station, Optional<String> job, int most) {
    /** The same question of one station. */
    FiguresQuery of(int number) {
        return new FiguresQuery(from, to, OptionalInt.of(number), job, most);
    }
}
