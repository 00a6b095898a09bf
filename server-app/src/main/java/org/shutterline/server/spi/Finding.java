package org.shutterline.server.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool found on one picture.
 *
 * @param values by the name of the output: Double (finite), String or Boolean; an output that is not there was not measured
 * @param marks where it looked and what it found, drawn in this order
 * @param missing why the feature was not found, in plain words ({@code "no edge from dark to light"}); empty if it was
 * @param wrong why what was found is not what was wanted, beyond limits on numbers ({@code "ABC124, expected ABC123"}); empty if it is
 * @param expected the text that was wanted, by the name of the output, for outputs that are compared with one
 */
public record Finding(
        Map<String, Object> values,
        List<Mark> marks,
        Optional<String> missing,
        Optional<String> wrong,
        Map<String, String> expected) {
    public Finding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        marks = List.copyOf(marks);
        expected = Map.copyOf(expected);
    }

    /** It found its feature. */
    public static Finding of(Map<String, Object> values, List<Mark> marks) {
        return new Finding(values, marks, Optional.empty(), Optional.empty(), Map.of());
    }

    /** It looked and did not find its feature: NG, or UNKNOWN if the job says so. */
    public static Finding missing(String why, List<Mark> marks) {
        return new Finding(Map.of(), marks, Optional.of(why), Optional.empty(), Map.of());
    }
}
