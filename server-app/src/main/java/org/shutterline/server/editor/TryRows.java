package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Verdict;

/** The rows of a try that runs, put in order as they come. Used by one thread. */
final class TryRows {
    private final List<TryView.Row> changes = new ArrayList<>();
    private final List<TryView.Row> others = new ArrayList<>();
    private final Map<Verdict, Map<Verdict, Integer>> confusion = new EnumMap<>(Verdict.class);
    private List<TryView.Row> all = List.of();

    /** Those that changed, and those that did not, stay in the order in which they came. */
    void add(TryView.Row row) {
        (row.isChange() ? changes : others).add(row);
        row.label()
                .ifPresent(label -> confusion
                        .computeIfAbsent(label, fresh -> new EnumMap<>(Verdict.class))
                        .merge(row.now(), 1, Integer::sum));
    }

    int size() {
        return changes.size() + others.size();
    }

    /** Those that changed first; the very same list until another row comes. */
    List<TryView.Row> all() {
        if (all.size() != size()) {
            List<TryView.Row> both = new ArrayList<>(changes);
            both.addAll(others);
            all = List.copyOf(both);
        }
        return all;
    }

    /** By label, then verdict. */
    Map<Verdict, Map<Verdict, Integer>> confusion() {
        Map<Verdict, Map<Verdict, Integer>> counts = new EnumMap<>(Verdict.class);
        confusion.forEach((label, judged) -> counts.put(label, new EnumMap<>(judged)));
        return counts;
    }
}
