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
 */
public record Lesson(Map<String, Object> settings, Map<String, byte[]> files, String said) {
    public Lesson {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
