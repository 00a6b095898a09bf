package org.shutterline.server.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** Brings states to the event thread; of those that come faster than they can be shown, only the newest. Any thread. */
final class Newest<V, S> {
    private final AtomicReference<S> waiting = new AtomicReference<>();
    private final Supplier<Optional<V>> view;
    private final BiConsumer<V, S> shown;

    /** @param view asked on the event thread; a state waits while there is none */
    Newest(Supplier<Optional<V>> view, BiConsumer<V, S> shown) {
        this.view = view;
        this.shown = shown;
    }

    void tell(S state) {
        if (waiting.getAndSet(state) == null) {
            SwingUtilities.invokeLater(this::show);
        }
    }

    /** Shows what waits. Event thread. */
    void show() {
        view.get()
                .ifPresent(there ->
                        Optional.ofNullable(waiting.getAndSet(null)).ifPresent(state -> shown.accept(there, state)));
    }
}
