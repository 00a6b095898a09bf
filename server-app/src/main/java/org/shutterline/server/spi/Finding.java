package org.shutterline.server.spi;

import java.util.ArrayList;
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
 * @param unknown why the picture cannot be judged, although it could be measured ({@code "too dark"}); empty if it can
 * @param expected the text that was wanted, by the name of the output, for outputs that are compared with one
 * @param pose how the part lies, from a tool that finds it
 * @param plane where later tools measure lengths, from a tool that calibrates
 */
public record Finding(
        Map<String, Object> values,
        List<Mark> marks,
        Optional<String> missing,
        Optional<String> wrong,
        Optional<String> unknown,
        Map<String, String> expected,
        Optional<Pose> pose,
        Optional<Plane> plane) {
    public Finding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        marks = List.copyOf(marks);
        expected = Map.copyOf(expected);
    }

    /** It found its feature. */
    public static Finding of(Map<String, Object> values, List<Mark> marks) {
        return new Finding(
                values,
                marks,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** It looked and did not find its feature: NG, or UNKNOWN if the job says so. */
    public static Finding missing(String why, List<Mark> marks) {
        return new Finding(
                Map.of(),
                marks,
                Optional.of(why),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** It measured, but the picture cannot be judged: UNKNOWN. */
    public static Finding unknown(String why, Map<String, Object> values, List<Mark> marks) {
        return new Finding(
                values,
                marks,
                Optional.empty(),
                Optional.empty(),
                Optional.of(why),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What was found is not what was wanted: NG. */
    public Finding wrong(String why) {
        return new Finding(values, marks, missing, Optional.of(why), unknown, expected, pose, plane);
    }

    /** What texts were compared with, by the name of the output. */
    public Finding expecting(Map<String, String> texts) {
        return new Finding(values, marks, missing, wrong, unknown, texts, pose, plane);
    }

    /** The part lies so. */
    public Finding at(Pose found) {
        return new Finding(values, marks, missing, wrong, unknown, expected, Optional.of(found), plane);
    }

    /** Later tools measure there. */
    public Finding in(Plane calibrated) {
        return new Finding(values, marks, missing, wrong, unknown, expected, pose, Optional.of(calibrated));
    }

    /** More marks, drawn over the present ones. */
    public Finding with(List<Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return new Finding(values, all, missing, wrong, unknown, expected, pose, plane);
    }
}
