package org.shutterline.server.ui.connections;

import java.awt.Component;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

/** Shows the values of a drop-down in words. */
final class NamedRenderer<T> extends DefaultListCellRenderer {
    private final transient Function<T, String> words;

    NamedRenderer(Function<T, String> words) {
        this.words = words;
    }

    @Override
    @SuppressWarnings("unchecked") // the list has no other values
    public Component getListCellRendererComponent(
            JList<?> list, Object value, int index, boolean selected, boolean focused) {
        String text = value == null ? "" : words.apply((T) value);
        return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
}
