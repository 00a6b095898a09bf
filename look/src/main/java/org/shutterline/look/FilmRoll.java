package org.shutterline.look;

import java.util.List;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Verdict;

/**
 * Which results are on the film and which one is chosen. While none or the newest is chosen the film follows the
 * newest; while an older one is chosen, it stays and new ones are counted.
 *
 * @param entries newest first
 * @param ngOnly whether only NG results are in view
 * @param chosen the id of a chosen older result; empty while the film follows the newest
 * @param seen the newest id when the older one was chosen
 */
record FilmRoll(List<FilmEntry> entries, boolean ngOnly, OptionalLong chosen, long seen) {
    static FilmRoll empty() {
        return new FilmRoll(List.of(), false, OptionalLong.empty(), 0);
    }

    FilmRoll with(List<FilmEntry> newer) {
        boolean gone = chosen.isPresent() && newer.stream().noneMatch(entry -> entry.id() == chosen.getAsLong());
        return new FilmRoll(List.copyOf(newer), ngOnly, gone ? OptionalLong.empty() : chosen, seen);
    }

    FilmRoll ngOnly(boolean only) {
        return new FilmRoll(entries, only, chosen, seen);
    }

    /** Chooses a result; the newest of all means following again. */
    FilmRoll choose(long id) {
        boolean newest = !entries.isEmpty() && entries.get(0).id() == id;
        long now = entries.isEmpty() ? 0 : entries.get(0).id();
        return newest ? follow() : new FilmRoll(entries, ngOnly, OptionalLong.of(id), chosen.isPresent() ? seen : now);
    }

    FilmRoll follow() {
        return new FilmRoll(entries, ngOnly, OptionalLong.empty(), 0);
    }

    /** The ids to be drawn, newest first. */
    List<FilmEntry> inView() {
        return ngOnly
                ? entries.stream()
                        .filter(entry -> entry.verdict() == Verdict.NG)
                        .toList()
                : entries;
    }

    /** The id with the frame: the chosen one, or the newest of all. */
    OptionalLong framed() {
        if (chosen.isPresent()) {
            return chosen;
        }
        return entries.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(entries.get(0).id());
    }

    /** How many came while an older one is chosen. */
    int newOnes() {
        return chosen.isEmpty()
                ? 0
                : (int) entries.stream().filter(entry -> entry.id() > seen).count();
    }

    /** The id of the result so many steps older (positive) or newer among those in view. */
    OptionalLong step(int older) {
        List<FilmEntry> shown = inView();
        if (shown.isEmpty()) {
            return OptionalLong.empty();
        }
        int at = indexOf(shown, framed());
        int next = Math.max(0, Math.min(shown.size() - 1, at + older));
        return at < 0
                ? OptionalLong.of(shown.get(0).id())
                : OptionalLong.of(shown.get(next).id());
    }

    /** The id of the next older (1) or newer (-1) NG result, if there is one. */
    OptionalLong stepNg(int direction) {
        int at = indexOf(entries, framed()) + direction;
        while (at >= 0 && at < entries.size()) {
            if (entries.get(at).verdict() == Verdict.NG) {
                return OptionalLong.of(entries.get(at).id());
            }
            at += direction;
        }
        return OptionalLong.empty();
    }

    /** The first of {@code count} frames in view, so that the framed one is among them. */
    int firstShown(int first, int count) {
        List<FilmEntry> shown = inView();
        int framed = chosen.isPresent() ? indexOf(shown, chosen) : 0;
        int start = framed < 0 ? first : Math.min(first, framed);
        start = framed >= start + count ? framed - count + 1 : start;
        return Math.max(0, Math.min(start, shown.size() - count));
    }

    static int indexOf(List<FilmEntry> entries, OptionalLong id) {
        for (int i = 0; id.isPresent() && i < entries.size(); i++) {
            if (entries.get(i).id() == id.getAsLong()) {
                return i;
            }
        }
        return -1;
    }
}
