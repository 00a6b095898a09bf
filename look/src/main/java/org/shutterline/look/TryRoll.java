package org.shutterline.look;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The results of a try-on, in the order in which they are shown.
 *
 * @param entries as they came
 * @param changedFirst whether those that change stand before the others
 * @param chosen the id of the one that is shown in full; empty for none
 */
record TryRoll(List<TryEntry> entries, boolean changedFirst, OptionalLong chosen) {
    static TryRoll empty() {
        return new TryRoll(List.of(), true, OptionalLong.empty());
    }

    TryRoll with(List<TryEntry> tried) {
        boolean kept = chosen.isPresent() && tried.stream().anyMatch(entry -> entry.id() == chosen.getAsLong());
        return new TryRoll(List.copyOf(tried), changedFirst, kept ? chosen : OptionalLong.empty());
    }

    TryRoll changedFirst(boolean first) {
        return new TryRoll(entries, first, chosen);
    }

    TryRoll choose(OptionalLong id) {
        return new TryRoll(entries, changedFirst, id);
    }

    List<TryEntry> inView() {
        return changedFirst
                ? Stream.concat(
                                entries.stream().filter(TryEntry::changes),
                                entries.stream().filter(entry -> !entry.changes()))
                        .toList()
                : entries;
    }

    int changed() {
        return (int) entries.stream().filter(TryEntry::changes).count();
    }

    int index() {
        List<TryEntry> shown = inView();
        for (int i = 0; chosen.isPresent() && i < shown.size(); i++) {
            if (shown.get(i).id() == chosen.getAsLong()) {
                return i;
            }
        }
        return -1;
    }

    /** The id so many places further; the first one when none is chosen. */
    OptionalLong step(int places) {
        List<TryEntry> shown = inView();
        if (shown.isEmpty()) {
            return OptionalLong.empty();
        }
        int at = index();
        int next = at < 0 ? 0 : Math.max(0, Math.min(shown.size() - 1, at + places));
        return OptionalLong.of(shown.get(next).id());
    }

    /** The first of {@code count} frames in view, so that the chosen one is among them. */
    int firstShown(int first, int count) {
        int at = index();
        int start = at < 0 ? first : Math.min(first, at);
        start = at >= start + count ? at - count + 1 : start;
        return Math.max(0, Math.min(start, entries.size() - count));
    }
}
