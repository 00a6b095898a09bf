package org.shutterline.server.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The cases that are open, and those that were closed a while ago: each sign of the same trouble belongs to one case. */
final class Casebook {
    private static final Duration TOLD_AFTER = Duration.ofSeconds(60);
    private static final int MOST = 200;

    private final Map<Key, Finding> cases = new LinkedHashMap<>();

    /**
     * What makes two signs the same case.
     *
     * @param of the client or listener, and the station where it matters
     */
    record Key(Trouble trouble, String of) {}

    /** A sign that something is wrong. */
    void sign(Key key, Instant at, Client client, String... told) {
        Optional<Finding> before =
                Optional.ofNullable(cases.get(key)).filter(open -> open.over().isEmpty());
        cases.remove(key);
        cases.put(
                key,
                new Finding(
                        key.trouble(),
                        client.who(),
                        client.peer(),
                        client.dialect(),
                        client.port(),
                        List.of(told),
                        before.map(Finding::since).orElse(at),
                        at,
                        before.map(Finding::times).orElse(0L) + 1,
                        Optional.empty(),
                        client.fix()));
        if (cases.size() > MOST) {
            cases.remove(cases.keySet().iterator().next());
        }
    }

    /** It is over; nothing if it is not open. */
    void over(Key key, Instant at) {
        Optional.ofNullable(cases.get(key))
                .filter(open -> open.over().isEmpty())
                .ifPresent(open -> close(key, open, at));
    }

    /** Those of a trouble that the test says are over. */
    void overIf(Trouble trouble, Instant at, Predicate<Finding> isOver) {
        cases.keySet().stream()
                .filter(key -> key.trouble() == trouble && isOver.test(cases.get(key)))
                .toList()
                .forEach(key -> over(key, at));
    }

    /** Closes those without a sign for long, and forgets those that were closed long ago. */
    void passTime(Instant now) {
        cases.keySet().stream()
                .filter(key ->
                        !now.isBefore(cases.get(key).last().plus(key.trouble().stays())))
                .toList()
                .forEach(key -> over(key, now));
        cases.values()
                .removeIf(each -> each.over()
                        .filter(over -> !now.isBefore(over.plus(TOLD_AFTER)))
                        .isPresent());
    }

    /** Newest first. */
    List<Finding> open() {
        return sorted(each -> each.over().isEmpty(), Comparator.comparing(Finding::since));
    }

    /** Newest first. */
    List<Finding> closed() {
        return sorted(
                each -> each.over().isPresent(),
                Comparator.comparing(each -> each.over().orElse(each.last())));
    }

    private List<Finding> sorted(Predicate<Finding> which, Comparator<Finding> by) {
        List<Finding> sorted =
                new ArrayList<>(cases.values().stream().filter(which).toList());
        sorted.sort(by.reversed());
        return sorted;
    }

    private void close(Key key, Finding open, Instant at) {
        cases.put(
                key,
                new Finding(
                        open.trouble(),
                        open.who(),
                        open.peer(),
                        open.dialect(),
                        open.port(),
                        open.told(),
                        open.since(),
                        open.last(),
                        open.times(),
                        Optional.of(at),
                        Optional.empty()));
    }
}
