package org.shutterline.client.operator;

import java.util.ArrayList;
import java.util.List;

/** Keeps every state that it was shown. */
public final class RecordingView implements OperatorView {
    private final List<OperatorState> shown = new ArrayList<>();

    @Override
    public void show(OperatorState state) {
        shown.add(state);
    }

    public OperatorState last() {
        return shown.get(shown.size() - 1);
    }

    public List<OperatorState> all() {
        return shown;
    }

    public void forget() {
        shown.clear();
    }
}
