package org.shutterline.client.ui;

import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

/** A station's number as words. */
final class StationRenderer extends DefaultListCellRenderer {
    private final transient Sentences sentences;

    StationRenderer(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, Object value, int index, boolean selected, boolean focused) {
        Object words = value == null ? "" : sentences.text("bar.numbered", value.toString());
        return super.getListCellRendererComponent(list, words, index, selected, focused);
    }
}
