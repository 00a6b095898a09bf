package org.shutterline.client.operator;

/** Where states are shown. Called on the presenter's thread; it keeps only the newest and returns at once. */
@FunctionalInterface
public interface OperatorView {
    void show(OperatorState state);
}
