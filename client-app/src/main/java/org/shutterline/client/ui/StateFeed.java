package org.shutterline.client.ui;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorView;

/** Carries states to the event thread; of those that wait there only the newest is shown. */
final class StateFeed implements OperatorView {
    private final AtomicReference<OperatorState> newest = new AtomicReference<>();
    private final Consumer<OperatorState> onEventThread;

    StateFeed(Consumer<OperatorState> onEventThread) {
        this.onEventThread = onEventThread;
    }

    @Override
    public void show(OperatorState state) {
        if (newest.getAndSet(state) == null) {
            SwingUtilities.invokeLater(() -> onEventThread.accept(newest.getAndSet(null)));
        }
    }
}
