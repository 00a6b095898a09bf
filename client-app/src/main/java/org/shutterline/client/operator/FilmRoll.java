package org.shutterline.client.operator;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;

/** Which result of the log is shown: the newest, or one that was brought back. On the bench. */
final class FilmRoll {
    static final int LENGTH = 50;

    private final ResultLog log;
    private Optional<InspectionResult> picked = Optional.empty();
    private long newestWhenPicked;

    FilmRoll(ResultLog log) {
        this.log = log;
    }

    List<InspectionResult> frames() {
        return log.last(LENGTH);
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
}
