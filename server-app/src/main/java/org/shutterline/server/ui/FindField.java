package org.shutterline.server.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.Consumer;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Words;

/** A field that is told of while it is typed into. */
public final class FindField extends JTextField {
    public FindField(String name, Consumer<String> told) {
        setName(name);
        putClientProperty(
                FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.SEARCH.icon(18, Palette.TEXT_SECOND.colour()));
        putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent change) {
                told.accept(getText());
            }

            @Override
            public void removeUpdate(DocumentEvent change) {
                told.accept(getText());
            }

            @Override
            public void changedUpdate(DocumentEvent change) {
                told.accept(getText());
            }
        });
        Words.follow(this, this::label);
    }

    private void label() {
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, UiWords.text("find.hint"));
        setToolTipText(UiWords.text("find.hint") + " (Ctrl+F)");
        getAccessibleContext().setAccessibleName(UiWords.text("find.hint"));
    }
}
