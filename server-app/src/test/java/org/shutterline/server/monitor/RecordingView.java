package org.shutterline.server.monitor;

import java.util.ArrayList;
import java.util.List;

/** Keeps every state that it was shown. */
public final class RecordingView implements MonitorView {
    private final List<MonitorState> shown = new ArrayList<>();

    @Override
    public void show(MonitorState state) {
        shown.add(state);
    }

    public MonitorState last() {
        return shown.get(shown.size() - 1);
    }

    /** The station in the large view. */
    StationView station() {
        return last().station().orElseThrow();
    }
}
