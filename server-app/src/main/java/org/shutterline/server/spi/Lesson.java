package org.shutterline.server.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a tool learned.
 *
 * @param settings to be put over the present ones, as a job's file writes them
 * @param files to be put into the job's folder, by plain name; not to be changed by anybody
 * @param said what was learned, one sentence for the technician
 * @param limits in place of all present ones of these outputs: {@code low}, {@code high}, {@code warnLow}, {@code warnHigh}, by the
 *     name of the output
 */
public record Lesson(
        Map<String, Object> settings, Map<String, byte[]> files, String said, Map<String, Map<String, Double>> limits) {
    /** One that leaves the limits as they are. */
    public Lesson(Map<String, Object> settings, Map<String, byte[]> files, String said) {
        this(settings, files, said, Map.of());
    }

    public Lesson {
        limits = Map.copyOf(limits);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
