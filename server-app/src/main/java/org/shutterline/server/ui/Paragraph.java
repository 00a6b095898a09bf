package org.shutterline.server.ui;

import java.awt.Dimension;
import javax.swing.JTextArea;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;

/** Words that may take several lines. What stands in it is text and nothing else, wherever it came from. */
final class Paragraph extends JTextArea {
    Paragraph(Type type) {
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setBorder(null);
        setFont(type.font());
        setForeground(Palette.TEXT_SECOND.colour());
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
