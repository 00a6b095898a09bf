package org.shutterline.server.editor;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.jobs.PresentVersion;

/**
 * A version of a job that is kept.
 *
 * @param number rising from 1
 * @param id of its content, as results name it
 * @param by who or what made it: {@code window}, {@code wire}, {@code import}, {@code file}
 * @param chosen how it became the present one, if it was made before that; else empty
 */
public record VersionRow(int number, String id, Instant saved, String by, String note, Optional<Chosen> chosen) {
    /**
     * How a version became the present one after it was made.
     *
     * @param by as that of a version
     */
    public record Chosen(Instant since, String by, String note) {}

    static VersionRow of(JobVersionEntry entry) {
        return new VersionRow(
                entry.number(),
                entry.id(),
                entry.savedAt(),
                word(entry.origin()),
                entry.origin().note(),
                Optional.empty());
    }

    private static String word(Origin origin) {
        return origin.way().name().toLowerCase(Locale.ROOT);
    }

    /** With how it became the present one, if it is that. */
    VersionRow at(PresentVersion present) {
        return present.entry().number() != number || !present.isChosenAgain()
                ? this
                : new VersionRow(
                        number,
                        id,
                        saved,
                        by,
                        note,
                        Optional.of(new Chosen(
                                present.since(),
                                word(present.by()),
                                present.by().note())));
    }
}
