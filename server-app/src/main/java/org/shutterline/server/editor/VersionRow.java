package org.shutterline.server.editor;

import java.time.Instant;
import java.util.Locale;
import org.shutterline.server.jobs.JobVersionEntry;

/**
 * A version of a job that is kept.
 *
 * @param number rising from 1
 * @param id of its content, as results name it
 * @param by who or what made it: {@code window}, {@code wire}, {@code import}, {@code file}
 */
public record VersionRow(int number, String id, Instant saved, String by, String note) {
    static VersionRow of(JobVersionEntry entry) {
        return new VersionRow(
                entry.number(),
                entry.id(),
                entry.savedAt(),
                entry.origin().way().name().toLowerCase(Locale.ROOT),
                entry.origin().note());
    }
}
