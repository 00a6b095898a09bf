package org.shutterline.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;

/** Makes rows of what passed, and finds to each answer the request that it answers. Keeps the last 5,000 rows. */
final class TrafficBook {
    private static final int MOST = 5_000;
    private static final int MOST_UNANSWERED = 64;
    /** A peer's bytes are told to wait when they have done so for this long. */
    private static final Duration TOLD_AFTER = Duration.ofSeconds(1);

    private final Map<Long, TrafficRow> rows = new LinkedHashMap<>();
    private final Map<Long, Long> lastIn = new HashMap<>();
    private final Map<Long, Deque<Asked>> unanswered = new HashMap<>();
    private final Map<Long, Instant> waiting = new HashMap<>();
    private long number;

    private record Asked(String tag, Instant at) {}

    void add(Passed passed) {
        long peer = passed.peer().id();
        switch (passed.kind()) {
            case OPENED -> row(passed, TrafficRow.Kind.OPENED, passed.text(), OptionalDouble.empty());
            case CLOSED -> {
                unanswered.remove(peer);
                waiting.remove(peer);
                lastIn.remove(peer);
                row(passed, TrafficRow.Kind.CLOSED, passed.text(), OptionalDouble.empty());
            }
            case IN -> {
                waiting.remove(peer);
                asked(peer, passed);
                row(passed, TrafficRow.Kind.IN, passed.text(), OptionalDouble.empty());
                lastIn.put(peer, number);
            }
            case ASKED -> meant(peer, passed);
            case OUT -> row(passed, TrafficRow.Kind.OUT, passed.text(), took(peer, passed));
            case NO_LINE_END -> {
                waiting.putIfAbsent(peer, passed.at().minus(TOLD_AFTER));
                row(passed, TrafficRow.Kind.NO_END, passed.text(), OptionalDouble.empty());
            }
            case TLS -> row(passed, TrafficRow.Kind.TLS, passed.text(), OptionalDouble.empty());
            case HTTP -> row(passed, TrafficRow.Kind.HTTP, passed.text(), OptionalDouble.empty());
            case TELNET -> row(passed, TrafficRow.Kind.TELNET, passed.text(), OptionalDouble.empty());
            case TURNED_AWAY -> row(passed, TrafficRow.Kind.TURNED_AWAY, passed.text(), OptionalDouble.empty());
            case NOT_ON_THE_LIST -> row(passed, TrafficRow.Kind.NOT_ON_THE_LIST, passed.text(), OptionalDouble.empty());
            case NAMED, REFUSED, TAKEN, UNKNOWN, UNMAPPED, SILENT -> {
                // the rows that follow say it: they carry the name, the refusal, or the end of the connection
            }
        }
    }

    private void row(Passed passed, TrafficRow.Kind kind, String text, OptionalDouble tookMs) {
        String blob = passed.blobBytes() > 0 ? " + " + passed.blobBytes() + " B" : "";
        boolean refused = kind == TrafficRow.Kind.OUT
                && (isRefusal(text) || passed.meaning().orElse(null) instanceof Meaning.Refused);
        number++;
        rows.put(
                number,
                new TrafficRow(
                        number,
                        passed.at(),
                        passed.peer().id(),
                        passed.peer().who(),
                        kind,
                        ControlText.of(text) + blob,
                        refused,
                        tookMs,
                        passed.meaning()));
        if (rows.size() > MOST) {
            rows.remove(rows.keySet().iterator().next());
        }
    }

    /** The line before it asked for this; the first of several things stands for all. */
    private void meant(long peer, Passed asked) {
        Optional.ofNullable(lastIn.get(peer))
                .flatMap(line -> Optional.ofNullable(rows.get(line)))
                .filter(row -> row.meaning().isEmpty())
                .ifPresent(row -> rows.put(row.number(), row.meaning(asked.meaning())));
    }

    /** In fields a refusal begins with ER; in JSON that is its status. */
    private static boolean isRefusal(String text) {
        return text.startsWith("ER,") || text.startsWith("{") && text.contains("\"status\":\"ER\"");
    }

    private void asked(long peer, Passed passed) {
        Deque<Asked> ofPeer = unanswered.computeIfAbsent(peer, id -> new ArrayDeque<>());
        ofPeer.addLast(new Asked(tag(passed.text()), passed.at()));
        if (ofPeer.size() > MOST_UNANSWERED) {
            ofPeer.removeFirst();
        }
    }

    /** Untagged requests are answered in their order, a tagged one whenever its answer is ready; events answer nothing. */
    private OptionalDouble took(long peer, Passed answer) {
        Collection<Asked> ofPeer = unanswered.getOrDefault(peer, new ArrayDeque<>());
        if (answer.text().startsWith("!") || answer.text().startsWith("{\"event\"")) {
            return OptionalDouble.empty();
        }
        String tag = tag(answer.text());
        for (Asked asked : ofPeer) {
            if (asked.tag().equals(tag)) {
                ofPeer.remove(asked);
                return OptionalDouble.of(
                        Duration.between(asked.at(), answer.at()).toNanos() / 1e6);
            }
        }
        return OptionalDouble.empty();
    }

    /** What stands between # and the next comma of the first two fields. */
    private static String tag(String text) {
        int begin = text.indexOf('#');
        int firstField = text.indexOf(',');
        int secondField = text.startsWith("ER,") ? text.indexOf(',', firstField + 1) : firstField;
        if (begin < 0 || secondField >= 0 && begin > secondField) {
            return "";
        }
        int end = begin;
        while (end < text.length() && ",\"\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(begin, end);
    }

    Collection<TrafficRow> rows() {
        return rows.values();
    }

    long newest() {
        return number;
    }

    /** Whose bytes wait for a line end, and since when. */
    Map<Long, Instant> waiting() {
        return waiting;
    }
}
