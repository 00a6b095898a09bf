package org.shutterline.server.tool.golden;

import java.util.Locale;
import java.util.Optional;

/** Why a picture that was aligned cannot be judged. */
final class Doubts {
    private Doubts() {}

    /** The first reason, in plain words; empty if there is none. */
    static Optional<String> of(Aligned aligned, Golden golden, double seenPercent, GoldenRule rule) {
        if (!aligned.likeness().isEnough()) {
            return Optional.of("the picture is too unlike the golden one to be aligned");
        }
        double change = aligned.light().changePercent(golden.dark(), golden.bright());
        if (Math.abs(change) > rule.maxLightPercent()) {
            return said(
                    "%.0f %% %s than the golden picture, at most %.0f %% is allowed",
                    Math.abs(change), change > 0 ? "brighter" : "darker", rule.maxLightPercent());
        }
        if (aligned.likeness().isBurnt()) {
            return said(
                    "%.0f %% of the picture is quite white or black where the golden one is not",
                    100 * aligned.likeness().burntShare());
        }
        if (seenPercent < rule.minSeenPercent()) {
            return said(
                    "only %.1f %% of what the golden picture shows is in the picture, at least %.1f %% is needed",
                    seenPercent, rule.minSeenPercent());
        }
        return Optional.empty();
    }

    private static Optional<String> said(String words, Object... numbers) {
        return Optional.of(String.format(Locale.ROOT, words, numbers));
    }
}
