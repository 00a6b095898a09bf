package org.shutterline.client.operator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/**
 * One value over the last results.
 *
 * @param names the values that can be chosen
 * @param name the chosen one, empty if there is none
 * @param unit of the value
 * @param decimals that are shown
 * @param low of the newest result that has it
 * @param high likewise
 * @param points oldest first
 */
public record Trend(
        List<String> names,
        String name,
        String unit,
        int decimals,
        OptionalDouble low,
        OptionalDouble high,
        List<TrendPoint> points) {
    static final Trend NONE =
            new Trend(List.of(), "", "", 0, OptionalDouble.empty(), OptionalDouble.empty(), List.of());

    public Trend {
        names = List.copyOf(names);
        points = List.copyOf(points);
    }

    /** @param value empty where it was not measured */
    public record TrendPoint(long id, OptionalDouble value, Verdict verdict) {}

    /**
     * @param newestFirst the results
     * @param wanted the value to follow; another is taken if no result has it
     */
    static Trend of(List<InspectionResult> newestFirst, String wanted) {
        Set<String> names = new LinkedHashSet<>();
        newestFirst.forEach(result -> result.values().stream()
                .filter(value -> value.value() instanceof Value.Decimal)
                .forEach(value -> names.add(value.name())));
        if (names.isEmpty()) {
            return NONE;
        }
        String name = names.contains(wanted) ? wanted : names.iterator().next();
        return of(newestFirst, List.copyOf(names), name);
    }

    private static Trend of(List<InspectionResult> newestFirst, List<String> names, String name) {
        List<TrendPoint> points = new ArrayList<>();
        Optional<Measurement> newest = Optional.empty();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            InspectionResult result = newestFirst.get(i);
            Optional<Measurement> value = named(result, name);
            newest = value.isPresent() ? value : newest;
            points.add(new TrendPoint(
                    result.id(),
                    value.map(it -> OptionalDouble.of(((Value.Decimal) it.value()).number()))
                            .orElse(OptionalDouble.empty()),
                    value.map(Measurement::verdict).orElse(Verdict.UNKNOWN)));
        }
        Measurement last = newest.orElseThrow();
        int decimals = ((Value.Decimal) last.value()).decimals();
        return new Trend(names, name, last.unit(), decimals, last.low(), last.high(), points);
    }

    private static Optional<Measurement> named(InspectionResult result, String name) {
        return result.values().stream()
                .filter(value -> value.name().equals(name) && value.value() instanceof Value.Decimal)
                .findFirst();
    }
}
