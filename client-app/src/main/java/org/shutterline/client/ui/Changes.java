package org.shutterline.client.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shutterline.client.operator.OperatorState;

/** What is different between the state that is shown and the next one. */
record Changes(Optional<OperatorState> before, OperatorState now) {
    /** Has it shown if one of these parts changed, or nothing was shown before. */
    @SafeVarargs
    final void in(Consumer<OperatorState> show, Function<OperatorState, Object>... parts) {
        for (Function<OperatorState, Object> part : parts) {
            if (before.isEmpty() || !part.apply(before.get()).equals(part.apply(now))) {
                show.accept(now);
                return;
            }
        }
    }
}
