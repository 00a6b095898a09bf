package org.shutterline.server.tool;

import java.util.Locale;
import java.util.Optional;

/** What a picture must be like to be judged; units as in {@link Quality}. */
record QualityRule(double minMean, double maxMean, double maxClipped, double minContrast, double minSharpness) {

    /** Why a picture cannot be judged, in plain words: light first, because without it the rest means little. */
    Optional<String> broken(Quality quality) {
        if (quality.mean() < minMean) {
            return Optional.of(said("too dark: mean %.0f, at least %.0f", quality.mean(), minMean));
        }
        if (quality.mean() > maxMean) {
            return Optional.of(said("too bright: mean %.0f, at most %.0f", quality.mean(), maxMean));
        }
        if (quality.clipped() > maxClipped) {
            return Optional.of(said(
                    "too many px are quite black or quite white: %.1f %%, at most %.1f %%",
                    quality.clipped(), maxClipped));
        }
        if (quality.contrast() < minContrast) {
            return Optional.of(said("too little contrast: %.1f, at least %.1f", quality.contrast(), minContrast));
        }
        return quality.sharpness() < minSharpness
                ? Optional.of(said("not sharp: %.1f %%, at least %.1f %%", quality.sharpness(), minSharpness))
                : Optional.empty();
    }

    private static String said(String words, double is, double wanted) {
        return String.format(Locale.ROOT, words, is, wanted);
    }
}
