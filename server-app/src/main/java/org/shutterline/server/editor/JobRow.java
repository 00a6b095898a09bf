package org.shutterline.server.editor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job in the list.
 *
 * @param version the number of its present version; 0 for a draft, or if its file cannot be read or never could be used
 * @param kept the numbers of all versions that are kept, the highest first
 * @param saved when the present one was made
 * @param tools how many it has
 * @param stations the numbers of those on which it is active
 * @param draft whether it was never saved: only what is being taught is there
 * @param trouble why it cannot be used, naming place and key
 */
public record JobRow(
        String name,
        int version,
        List<Integer> kept,
        Instant saved,
        int tools,
        List<Integer> stations,
        boolean draft,
        Optional<String> trouble) {
    public JobRow {
        kept = List.copyOf(kept);
        stations = List.copyOf(stations);
    }

    static JobRow of(Draft draft) {
        return new JobRow(
                draft.content().name(),
                0,
                List.of(),
                Instant.EPOCH,
                draft.tools().size(),
                List.of(),
                true,
                Optional.empty());
    }
}
