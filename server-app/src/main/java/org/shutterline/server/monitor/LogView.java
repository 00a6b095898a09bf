package org.shutterline.server.monitor;

import java.util.List;

/**
 * The log in view.
 *
 * @param rows oldest first; the same list as before if nothing changed
 * @param least the least grave level in view
 * @param find the piece of text that all rows have; empty for all
 */
public record LogView(List<LogRow> rows, LogRow.Level least, String find) {
    public LogView {
        rows = List.copyOf(rows);
    }
}
