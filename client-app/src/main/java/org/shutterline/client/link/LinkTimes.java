package org.shutterline.client.link;

import java.time.Duration;

/**
 * How patient a link is.
 *
 * @param connect the longest that connecting may take
 * @param ping how often a sign of life is asked for
 * @param firstAnswer how long no byte may come while nothing but a sign of life is waited for
 * @param silence how long no byte may come while an answer is owed, before the server counts as gone
 */
public record LinkTimes(Duration connect, Duration ping, Duration firstAnswer, Duration silence) {
    /** A silent server is noticed within 4 s: 3 s of silence, looked at each second. */
    public static final LinkTimes USUAL =
            new LinkTimes(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(3));

    /** For answers in their order: a sign of life then waits behind a trigger, whose deadline is the station's setting. */
    public static final LinkTimes IN_ORDER =
            new LinkTimes(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60));
}
