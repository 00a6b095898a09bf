package org.shutterline.client;

import org.shutterline.client.language.Ability;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorView;

/** Captures so many times, one after the other, once the station is ready; then only hands states on. On the bench. */
final class FirstCaptures implements OperatorView {
    private final OperatorView view;
    private OperatorActions actions;
    private int left;
    /** Asked for, and not yet seen to run. */
    private boolean asked;

    FirstCaptures(int captures, OperatorView view) {
        this.left = captures;
        this.view = view;
    }

    void by(OperatorActions presenter) {
        actions = presenter;
    }

    @Override
    public void show(OperatorState state) {
        view.show(state);
        if (state.capture() == OperatorState.Capture.RUNNING) {
            asked = false;
        }
        boolean ready = state.capture() == OperatorState.Capture.READY
                && (state.status().isPresent() || !state.can(Ability.STATUS));
        if (ready && left > 0 && !asked) {
            left--;
            asked = true;
            actions.capture("");
        }
    }
}
