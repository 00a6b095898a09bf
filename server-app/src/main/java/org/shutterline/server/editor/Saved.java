package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.station.JobShelf;

/**
 * What a draft is begun with. Read from the disk.
 *
 * @param version empty for a job that was never saved
 */
record Saved(Draft draft, Optional<VersionRow> version) {
    /** The present version; empty if there is no such job, or its file is no job at all. */
    static Optional<Saved> present(JobStore jobs, String job) {
        try {
            return Optional.of(new Saved(new Draft(jobs.content(job)), newest(jobs.versions(job))));
        } catch (JobShelf.NoSuchJob | BadSetting none) {
            return Optional.empty();
        }
    }

    private static Optional<VersionRow> newest(List<JobVersionEntry> versions) {
        return versions.isEmpty() ? Optional.empty() : Optional.of(VersionRow.of(versions.get(versions.size() - 1)));
    }

    /** The newest version with this content; if none is kept any more, nothing. */
    static Saved version(JobStore jobs, String job, String id) {
        try {
            Optional<VersionRow> version = jobs.versions(job).stream()
                    .filter(entry -> entry.id().equals(id))
                    .reduce((older, newer) -> newer)
                    .map(VersionRow::of);
            return version.isPresent() ? new Saved(new Draft(jobs.content(job, id)), version) : nothing(job);
        } catch (JobShelf.NoSuchJob | BadSetting none) {
            return nothing(job);
        }
    }

    /** A job without tools. */
    static Saved nothing(String job) {
        Map<String, Object> empty = Map.of("tools", List.of(), "outputs", List.of());
        return new Saved(new Draft(JobContent.of(job, empty, Map.of())), Optional.empty());
    }

    /** Of its content, as results name it. */
    String id() {
        return draft.content().id();
    }

    /** Whether both are the same content. */
    boolean saysAs(Saved other) {
        return id().equals(other.id());
    }
}
