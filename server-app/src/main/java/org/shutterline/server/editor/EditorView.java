package org.shutterline.server.editor;

/** Shows a state. Called on any thread; it only hands the state on. */
@FunctionalInterface
public interface EditorView {
    void show(EditorState state);
}
