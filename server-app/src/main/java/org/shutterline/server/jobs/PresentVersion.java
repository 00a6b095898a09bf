package org.shutterline.server.jobs;

import java.time.Instant;

/**
 * The version of a job that counts when the job is activated.
 *
 * @param entry may have been made long ago: the same content is the same version
 * @param by how it became the present one, by whom and what for
 * @param since when it became the present one; as it was made if that was not written down
 */
public record PresentVersion(JobVersionEntry entry, Origin by, Instant since) {
    /** Whether it was made before, and became the present one later. */
    public boolean isChosenAgain() {
        return !since.equals(entry.savedAt());
    }
}
