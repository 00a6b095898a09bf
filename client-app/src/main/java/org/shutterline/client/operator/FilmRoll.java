package org.shutterline.client.operator;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;

/** Which result of the log is shown: the newest, or one that was brought back. On the bench. */
final class FilmRoll {
    static final int LENGTH = 50;

    private final ResultLog log;
    private Optional<InspectionResult> picked = Optional.empty();
    private long newestWhenPicked;
    private boolean ngOnly;

    FilmRoll(ResultLog log) {
        this.log = log;
    }

    List<InspectionResult> frames() {
        return log.last(LENGTH, ngOnly);
    }

    boolean ngOnly() {
        return ngOnly;
    }

    void showNgOnly(boolean on) {
        ngOnly = on;
    }

    Optional<InspectionResult> shown() {
        return picked.or(log::newest);
    }

    boolean earlier() {
        return picked.isPresent();
    }

    /** Results that came since one was brought back. */
    int newSince() {
        return picked.isPresent() ? log.countAfter(newestWhenPicked) : 0;
    }

    void pick(long id) {
        if (id == log.newestId()) {
            pickNewest();
            return;
        }
        log.find(id).ifPresent(result -> {
            if (picked.isEmpty()) {
                newestWhenPicked = log.newestId();
            }
            picked = Optional.of(result);
        });
    }

    void pickNewest() {
        picked = Optional.empty();
    }

    void pickOlder() {
        pickOlder(frames(), result -> true);
    }

    void pickNewer() {
        pickNewer(frames(), result -> true);
    }

    void pickPreviousNg() {
        pickOlder(log.last(LENGTH, false), result -> result.verdict() == Verdict.NG);
    }

    void pickNextNg() {
        pickNewer(log.last(LENGTH, false), result -> result.verdict() == Verdict.NG);
    }

    private void pickOlder(List<InspectionResult> newestFirst, Predicate<InspectionResult> wanted) {
        long from = shown().map(InspectionResult::id).orElse(0L);
        newestFirst.stream()
                .filter(result -> result.id() < from && wanted.test(result))
                .findFirst()
                .ifPresent(result -> pick(result.id()));
    }

    private void pickNewer(List<InspectionResult> newestFirst, Predicate<InspectionResult> wanted) {
        long from = shown().map(InspectionResult::id).orElse(0L);
        newestFirst.stream()
                .filter(result -> result.id() > from && wanted.test(result))
                .reduce((newer, older) -> older)
                .ifPresent(result -> pick(result.id()));
    }
}
