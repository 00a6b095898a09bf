package org.shutterline.server.ui.jobs;

import java.util.Optional;
import javax.swing.JButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.editor.Arrival;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** Asks what a job from a file is to become when there is one of its name. */
final class ArrivalBar extends Card {
    private final Paragraph words = new Paragraph(Type.BODY_STRONG);
    private final JButton version = Buttons.accent("");
    private final JButton other = Buttons.plain("");
    private final JButton cancel = Buttons.plain("");
    private Optional<Arrival> shown = Optional.empty();

    ArrivalBar(EditorActions actions) {
        super(new MigLayout("insets 12 16 12 16, gap 12, fillx", "[grow, fill][][][]", "[]"));
        words.setName("arrival");
        version.setName("arrival.version");
        other.setName("arrival.other");
        cancel.setName("arrival.cancel");
        add(words, "wmin 100");
        add(cancel);
        add(other);
        add(version);
        setVisible(false);
        version.addActionListener(pressed -> shown.ifPresent(asked -> actions.importAs(asked.file(), true)));
        other.addActionListener(pressed -> shown.ifPresent(asked -> actions.importAs(asked.file(), false)));
        cancel.addActionListener(pressed -> actions.forgetImport());
        Words.follow(this, () -> {
            version.setText(UiWords.text("jobs.arrival.version"));
            other.setText(UiWords.text("jobs.arrival.other"));
            cancel.setText(UiWords.text("controls.cancel"));
            shown.ifPresent(this::ask);
        });
    }

    void show(Optional<Arrival> arrival) {
        if (arrival.equals(shown)) {
            return;
        }
        shown = arrival;
        setVisible(arrival.isPresent());
        arrival.ifPresent(asked -> {
            ask(asked);
            cancel.requestFocusInWindow();
        });
        revalidate();
    }

    private void ask(Arrival arrival) {
        words.setText(UiWords.text("jobs.arrival", arrival.name()));
    }
}
