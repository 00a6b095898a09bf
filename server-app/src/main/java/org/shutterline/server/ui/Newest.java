package org.shutterline.server.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** Brings states to the event thread; of those that come faster than they can be shown, only the newest. Any thread. */
final class Newest<S> {
    private final AtomicReference<S> waiting = new AtomicReference<>();
    private final Supplier<Optional<MonitorFrame>> frame;
    private final BiConsumer<MonitorFrame, S> shown;

    /** @param frame asked on the event thread; a state waits while there is none */
    Newest(Supplier<Optional<MonitorFrame>> frame, BiConsumer<MonitorFrame, S> shown) {
        this.frame = frame;
        this.shown = shown;
    }

    void tell(S state) {
        if (waiting.getAndSet(state) == null) {
            SwingUtilities.invokeLater(this::show);
        }
    }

    /** Shows what waits. Event thread. */
    void show() {
        frame.get()
                .ifPresent(there ->
                        Optional.ofNullable(waiting.getAndSet(null)).ifPresent(state -> shown.accept(there, state)));
    }
}
