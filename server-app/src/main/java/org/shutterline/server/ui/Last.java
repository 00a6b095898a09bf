package org.shutterline.server.ui;

import java.util.List;

/** What stood in a part when it was shown last, so that a state that changes nothing there paints nothing. */
public final class Last {
    private List<Object> shown = List.of();

    /** Whether any of it differs from the last time. */
    public boolean differs(Object... now) {
        List<Object> all = List.of(now);
        boolean differs = !all.equals(shown);
        shown = all;
        return differs;
    }

    /** The next one differs, as after a change of the language. */
    public void forget() {
        shown = List.of();
    }
}
