package org.shutterline.server.tool.golden;

import java.util.List;
import java.util.Optional;

/**
 * What a comparison with the golden picture gave.
 *
 * @param aligned how the picture lies
 * @param seenPercent how much of what is to be compared was seen, 0..100
 * @param doubt why it cannot be judged, in plain words; empty if it can
 * @param spots where it differs, the largest first; empty if it cannot be judged
 */
record Comparison(Aligned aligned, double seenPercent, Optional<String> doubt, List<Spot> spots) {
    /** How like it is, -1..1. */
    double score() {
        return aligned.likeness().correlation();
    }
}
