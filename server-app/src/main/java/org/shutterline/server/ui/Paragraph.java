package org.shutterline.server.ui;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;

/** Words that may take several lines. What stands in it is text and nothing else, wherever it came from. */
public final class Paragraph extends JTextArea {
    public Paragraph(Type type) {
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        if (getCaret() instanceof DefaultCaret caret) {
            // or each new text would scroll to itself
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        }
        setFont(type.font());
        setForeground(Palette.TEXT_SECOND.colour());
    }

    /** A theme that is put on would give it the border of a field. */
    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createEmptyBorder());
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(20, super.getMinimumSize().height);
    }

    @Override
    public void setText(String text) {
        if (!text.equals(getText())) {
            super.setText(text);
            setToolTipText(text.isEmpty() ? null : text);
        }
    }
}
