package org.shutterline.server.station;

import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;

/**
 * What a tool found, or why it did not come to it.
 *
 * @param finding empty if it could not work
 * @param failure why not; empty if it could
 * @param blocked the verdict of the tool that it had to wait for and that found nothing; empty otherwise
 * @param ms how long it took
 */
record Attempt(Optional<Finding> finding, String failure, Optional<Verdict> blocked, double ms) {
    static Attempt done(Finding finding) {
        return new Attempt(Optional.of(finding), "", Optional.empty(), 0);
    }

    static Attempt failed(String why) {
        return new Attempt(Optional.empty(), why, Optional.empty(), 0);
    }

    /** It was not run, because the tool that says where to look did not find its feature. */
    static Attempt blocked(Verdict verdict, String why) {
        return new Attempt(Optional.empty(), why, Optional.of(verdict), 0);
    }

    Attempt took(double spentMs) {
        return new Attempt(finding, failure, blocked, spentMs);
    }
}
