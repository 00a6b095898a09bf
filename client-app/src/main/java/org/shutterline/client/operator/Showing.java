package org.shutterline.client.operator;

import java.util.function.Supplier;

/** Shows the newest state once all that waits on the bench is done, however much that is. On the bench. */
final class Showing {
    private final Bench bench;
    private final OperatorView view;
    private final Supplier<OperatorState> state;
    private boolean due;

    Showing(Bench bench, OperatorView view, Supplier<OperatorState> state) {
        this.bench = bench;
        this.view = view;
        this.state = state;
    }

    /** There is something else to be seen. */
    void changed() {
        if (!due) {
            bench.run(() -> {
                due = false;
                view.show(state.get());
            });
            due = true;
        }
    }
}
