package org.shutterline.server.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** The drafts before and after the present one. Used by one thread. */
final class UndoList {
    private static final int MOST = 200;

    private final Deque<Draft> before = new ArrayDeque<>();
    private final Deque<Draft> after = new ArrayDeque<>();
    private Draft now;

    UndoList(Draft first) {
        now = first;
    }

    Draft now() {
        return now;
    }

    /** A step that can be undone; the same content again is none. */
    void step(Draft next) {
        if (next.content().equals(now.content())) {
            return;
        }
        before.push(now);
        if (before.size() > MOST) {
            before.removeLast();
        }
        after.clear();
        now = next;
    }

    /** Changes all of them, as another name does; that is no step. */
    void all(UnaryOperator<Draft> change) {
        now = change.apply(now);
        each(before, change);
        each(after, change);
    }

    private static void each(Deque<Draft> drafts, UnaryOperator<Draft> change) {
        List<Draft> changed = drafts.stream().map(change).toList();
        drafts.clear();
        drafts.addAll(changed);
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            after.push(now);
            now = before.pop();
        }
    }

    void redo() {
        if (canRedo()) {
            before.push(now);
            now = after.pop();
        }
    }
}
