package org.shutterline.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.net.Passed;

/** What of the traffic is in view. Used on the bench alone. */
final class TrafficDesk {
    private static final int LAST = 3;

    private final TrafficRing ring;
    private final Consumer<Passed> doctor;
    private final TrafficBook book = new TrafficBook();
    private final WireBook wires = new WireBook();
    private TrafficChoice choice = TrafficChoice.ALL;
    private String find = "";
    private boolean paused;
    private long pausedAt;
    private List<TrafficRow> rows = List.of();
    private List<TrafficRow> last = List.of();
    private boolean stale;

    /** @param doctor told of all that passed */
    TrafficDesk(TrafficRing ring, Consumer<Passed> doctor) {
        this.ring = ring;
        this.doctor = doctor;
    }

    /** Takes what is new. */
    void fetch() {
        List<Passed> fresh = ring.take();
        fresh.forEach(book::add);
        fresh.forEach(wires::add);
        fresh.forEach(doctor);
        if (!fresh.isEmpty()) {
            last = lastLines();
            stale |= !paused;
        }
    }

    private List<TrafficRow> lastLines() {
        List<TrafficRow> lines = book.rows().stream()
                .filter(row -> row.kind() != TrafficRow.Kind.OPENED && row.kind() != TrafficRow.Kind.CLOSED)
                .filter(row -> !isSignOfLife(row.text()))
                .toList();
        return List.copyOf(lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }

    /** They come every second and would leave no room for what matters. */
    private static boolean isSignOfLife(String text) {
        return text.startsWith("PING") || text.startsWith("{\"re\":\"PING");
    }

    void show(TrafficChoice wanted, String text) {
        choice = wanted;
        find = text;
        stale = true;
    }

    void pause(boolean still) {
        paused = still;
        pausedAt = book.newest();
        stale = true;
    }

    TrafficView view() {
        if (stale) {
            rows = inView();
            stale = false;
        }
        long held = paused ? book.newest() - pausedAt : 0;
        return new TrafficView(rows, last, choice, find, paused, held, ring.dropped(), book.waiting());
    }

    private List<TrafficRow> inView() {
        String wanted = find.toLowerCase(Locale.ROOT);
        List<TrafficRow> inView = new ArrayList<>();
        for (TrafficRow row : book.rows()) {
            boolean inTime = !paused || row.number() <= pausedAt;
            if (inTime && choice.takes(row) && has(row, wanted)) {
                inView.add(row);
            }
        }
        return List.copyOf(inView);
    }

    /** What passed for this result, from the request to the answer; empty if nobody asked over a wire, or long ago. */
    List<WirePiece> wire(long id) {
        return wires.of(id);
    }

    private static boolean has(TrafficRow row, String wanted) {
        return wanted.isEmpty()
                || row.text().toLowerCase(Locale.ROOT).contains(wanted)
                || row.who().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
