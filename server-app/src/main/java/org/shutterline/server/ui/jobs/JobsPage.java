package org.shutterline.server.ui.jobs;

import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.JPanel;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.Deck;
import org.shutterline.server.ui.FileQuestion;

/** The list of jobs, or the job that is taught. */
public final class JobsPage extends JPanel {
    private final EditorActions actions;
    private final Deck deck = new Deck();
    private final JobListPanel list;
    private final EditorPanel editor;
    private Optional<EditorState> shown = Optional.empty();

    public JobsPage(EditorActions actions, Darkroom darkroom, FileQuestion files) {
        super(new BorderLayout());
        this.actions = actions;
        setOpaque(false);
        list = new JobListPanel(actions, files);
        editor = new EditorPanel(actions, darkroom, files);
        deck.with("list", list);
        deck.with("editor", editor);
        add(deck, BorderLayout.CENTER);
    }

    /** The parts for a window with this gap; 12 is a small one. */
    public void gaps(int gap) {
        list.gaps(gap);
        editor.gaps(gap);
    }

    /** Looks again when the page is opened, for jobs may have been changed elsewhere meanwhile. */
    public void opened() {
        actions.refresh();
    }

    public void show(EditorState state) {
        shown = Optional.of(state);
        state.open().ifPresentOrElse(job -> editor.show(state, job), () -> list.show(state));
        deck.show(state.open().isPresent() ? "editor" : "list");
    }

    private boolean isEditing() {
        return shown.flatMap(EditorState::open).isPresent();
    }

    /** A new job on the picture of a result; what is taught now is kept as a draft. */
    public void askForNew(long id) {
        actions.close();
        list.askForNew(id);
    }

    public void undo() {
        if (isEditing()) {
            actions.undo();
        }
    }

    public void redo() {
        if (isEditing()) {
            actions.redo();
        }
    }

    public void activate() {
        if (isEditing()) {
            actions.activate();
        }
    }

    public void tryNow() {
        if (isEditing()) {
            editor.tryNow();
        }
    }

    /** Takes back what is going on; false if nothing is. */
    public boolean escape() {
        return isEditing() ? editor.escape() : list.escape();
    }
}
