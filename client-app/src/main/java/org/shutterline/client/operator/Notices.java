package org.shutterline.client.operator;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator should know now, one notice a topic. On the bench. */
final class Notices {
    private static final Duration MENTIONED = Duration.ofSeconds(6);

    private final Bench bench;
    private final Runnable changed;
    private final Map<Notice.Topic, Notice> open = new EnumMap<>(Notice.Topic.class);

    Notices(Bench bench, Runnable changed) {
        this.bench = bench;
        this.changed = changed;
    }

    void tell(Notice notice) {
        open.put(notice.topic(), notice);
        changed.run();
    }

    /** Stands until it is closed. */
    void tell(Notice.Topic topic, Notice.Kind kind, Phrase what, Phrase next) {
        tell(new Notice(topic, kind, what, next, Optional.of(Notice.Remedy.CLOSE), Optional.empty()));
    }

    /** A warning that goes away by itself. */
    void mention(Notice.Topic topic, Phrase what, Phrase next) {
        Notice notice = new Notice(topic, Notice.Kind.WARNING, what, next, Optional.empty(), Optional.empty());
        tell(notice);
        bench.after(MENTIONED, () -> {
            if (open.remove(topic, notice)) {
                changed.run();
            }
        });
    }

    void close(Notice.Topic topic) {
        if (open.remove(topic) != null) {
            changed.run();
        }
    }

    List<Notice> open() {
        return List.copyOf(open.values());
    }
}
