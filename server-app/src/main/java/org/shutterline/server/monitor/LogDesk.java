package org.shutterline.server.monitor;

import java.util.List;
import java.util.Locale;

/** What of the log is in view. Used on the bench alone. */
final class LogDesk {
    private final LogRing ring;
    private LogRow.Level least = LogRow.Level.INFO;
    private String find = "";
    private LogView view = new LogView(List.of(), LogRow.Level.INFO, "");
    private long shownUpTo = -1;

    LogDesk(LogRing ring) {
        this.ring = ring;
    }

    void show(LogRow.Level level, String text) {
        least = level;
        find = text;
        shownUpTo = -1;
    }

    LogView view() {
        long newest = ring.newest();
        if (newest != shownUpTo) {
            shownUpTo = newest;
            view = new LogView(inView(), least, find);
        }
        return view;
    }

    private List<LogRow> inView() {
        String wanted = find.toLowerCase(Locale.ROOT);
        return ring.rows().stream()
                .filter(row -> row.level().compareTo(least) >= 0)
                .filter(row -> wanted.isEmpty() || has(row, wanted))
                .toList();
    }

    private static boolean has(LogRow row, String wanted) {
        return (row.text() + ' ' + row.source() + ' ' + row.thread())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
