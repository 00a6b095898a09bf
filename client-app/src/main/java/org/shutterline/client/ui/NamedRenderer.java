package org.shutterline.client.ui;

import java.awt.Component;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

/** A choice by its words. */
final class NamedRenderer extends DefaultListCellRenderer {
    private final transient Function<Object, String> words;

    NamedRenderer(Function<Object, String> words) {
        this.words = words;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, Object value, int index, boolean selected, boolean focused) {
        String shown = value == null ? "" : words.apply(value);
        return super.getListCellRendererComponent(list, shown, index, selected, focused);
    }
}
