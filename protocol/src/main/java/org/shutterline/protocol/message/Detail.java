package org.shutterline.protocol.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of a result.
 *
 * @param result the result itself
 * @param jobVersion identifies the content of the job that judged it
 * @param overlays what the tools looked at and found, in the order of the tools
 * @param stages how long each stage took, in order
 * @param notes what the camera said of the picture, such as {@code file} or {@code number}
 * @param late the values that came after the deadline had been answered; empty otherwise
 */
public record Detail(
        InspectionResult result,
        String jobVersion,
        List<Overlay> overlays,
        List<StageTime> stages,
        Map<String, String> notes,
        List<Measurement> late) {
    public Detail {
        overlays = List.copyOf(overlays);
        stages = List.copyOf(stages);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        late = List.copyOf(late);
    }
}
