package org.shutterline.server.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;

/**
 * The bytes of what passed last, 5,000 pieces and 16 MiB at most, and which trigger became which result. Used on the bench
 * alone.
 */
final class WireBook {
    private static final int MOST_PIECES = 5_000;
    private static final long MOST_BYTES = 16 << 20;
    /** Of one trigger; its connection may talk of much else meanwhile. */
    private static final int MOST_OF_ONE = 64;

    private final Deque<Kept> pieces = new ArrayDeque<>();
    private final Map<Long, Taken> taken = new LinkedHashMap<>();
    private long bytes;
    private long number;

    /** @param judged the result that it tells */
    private record Kept(long number, long peer, WirePiece piece, OptionalLong judged) {
        boolean tells(long id) {
            return judged.isPresent() && judged.getAsLong() == id;
        }
    }

    /** @param at the number of the newest piece when the trigger was taken */
    private record Taken(long peer, long at) {}

    void add(Passed passed) {
        if (passed.kind() == Traffic.Kind.IN || passed.kind() == Traffic.Kind.OUT) {
            keep(passed);
        } else if (passed.kind() == Traffic.Kind.TAKEN && passed.meaning().orElse(null) instanceof Meaning.Taken now) {
            taken.put(now.id(), new Taken(passed.peer().id(), number));
            if (taken.size() > MOST_PIECES) {
                taken.remove(taken.keySet().iterator().next());
            }
        }
    }

    private void keep(Passed passed) {
        OptionalLong judged = passed.meaning().orElse(null) instanceof Meaning.Judged now
                ? OptionalLong.of(now.result().id())
                : OptionalLong.empty();
        boolean received = passed.kind() == Traffic.Kind.IN;
        byte[] raw = passed.raw().bytes();
        WirePiece piece = new WirePiece(
                passed.at(), passed.peer().who(), received, raw, passed.raw().further());
        pieces.addLast(new Kept(++number, passed.peer().id(), piece, judged));
        bytes += raw.length;
        while (pieces.size() > MOST_PIECES || bytes > MOST_BYTES) {
            bytes -= pieces.removeFirst().piece().bytes().length;
        }
    }

    /** From the line that asked for a result to the one that told it on that connection; empty if it is not known any more. */
    List<WirePiece> of(long id) {
        return Optional.ofNullable(taken.get(id))
                .map(when -> request(when).stream()
                        .flatMap(first -> passed(when.peer(), first, last(id, when)))
                        .limit(MOST_OF_ONE)
                        .toList())
                .orElse(List.of());
    }

    /** A line whose end was not clear at once may be told only after it was taken. */
    private Optional<Long> request(Taken when) {
        if (pieces.isEmpty() || pieces.getFirst().number() > when.at() + 1) {
            return Optional.empty();
        }
        Optional<Long> before =
                lines(when.peer()).filter(line -> line <= when.at()).reduce((first, second) -> second);
        return before.or(() -> lines(when.peer()).findFirst());
    }

    private Stream<Long> lines(long peer) {
        return pieces.stream()
                .filter(kept -> kept.peer() == peer && kept.piece().received())
                .map(Kept::number);
    }

    /** Where the answer is not known, the next trigger begins something else. */
    private long last(long id, Taken when) {
        Optional<Long> answer = pieces.stream()
                .filter(kept -> kept.peer() == when.peer() && kept.tells(id))
                .map(Kept::number)
                .findFirst();
        return answer.or(() -> taken.values().stream()
                        .filter(other -> other.peer() == when.peer() && other.at() > when.at())
                        .findFirst()
                        .flatMap(this::request)
                        .map(next -> next - 1))
                .orElse(number);
    }

    private Stream<WirePiece> passed(long peer, long first, long last) {
        return pieces.stream()
                .filter(kept -> kept.peer() == peer && kept.number() >= first && kept.number() <= last)
                .map(Kept::piece);
    }
}
