package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which are taken of too many. */
final class FairShare {
    private FairShare() {}

    /** All if they are not too many, else as many of each label, as far as there are so many, from its whole range; in their order. */
    static <T> List<T> of(List<T> all, Function<T, ?> label, int most) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        Map<Object, List<Integer>> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byLabel.computeIfAbsent(label.apply(all.get(i)), first -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> groups = new ArrayList<>(byLabel.values());
        groups.sort(Comparator.comparing(List::size));
        TreeSet<Integer> taken = new TreeSet<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Integer> group = groups.get(i);
            int some = Math.min(group.size(), (most - taken.size()) / (groups.size() - i));
            IntStream.range(0, some)
                    .map(k -> (int) ((long) k * group.size() / some))
                    .mapToObj(group::get)
                    .forEach(taken::add);
        }
        return taken.stream().map(all::get).toList();
    }
}
