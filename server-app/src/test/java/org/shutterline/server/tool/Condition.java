package org.shutterline.server.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In what light, how sharp, how noisy and how far off plates are measured.
 *
 * @param name for people
 * @param camera settings of the simulated camera
 * @param light times as bright
 * @param fixture whether the regions move with the pattern
 * @param promised whether lengths are right to a tenth of a px
 */
record Condition(String name, Map<String, Object> camera, double light, boolean fixture, boolean promised) {
    static final Condition USUAL = new Condition(
            "Usual: noise 2.5 grey, uneven light 15 %, up to 6 px and 1 degree off", Map.of(), 1, false, true);

    static final List<Condition> ALL = List.of(
            USUAL,
            new Condition(
                    "Up to 40 px and 8 degrees off, regions by the pattern as fixture",
                    Map.of("shiftPx", 40, "turnDegrees", 8),
                    1,
                    true,
                    true),
            new Condition("Noise 5 grey", Map.of("noise", 5), 1, false, true),
            new Condition("Noise 10 grey", Map.of("noise", 10), 1, false, false),
            new Condition("Half the light", Map.of(), 0.5, false, true),
            new Condition("A quarter more light, parts of it clipped", Map.of(), 1.25, false, true),
            new Condition("Light 50 % uneven", Map.of("unevenLight", 0.5), 1, false, true),
            new Condition("Blur of 1 px (standard deviation)", Map.of("blurPx", 1), 1, false, true),
            new Condition("Blur of 2 px", Map.of("blurPx", 2), 1, false, false),
            new Condition("Blur of 4 px", Map.of("blurPx", 4), 1, false, false));

    /** The camera with other chance. */
    Map<String, Object> camera(int seed) {
        Map<String, Object> all = new LinkedHashMap<>(camera);
        all.put("seed", seed);
        return all;
    }
}
