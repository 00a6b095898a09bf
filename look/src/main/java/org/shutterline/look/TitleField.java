package org.shutterline.look;

import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** A field over a row in which its title is written: Enter or leaving it takes the title, Esc leaves it as it was. */
final class TitleField {
    private final JComponent list;
    private final BiConsumer<ToolRow, String> done;
    private final JTextField field = new JTextField();
    private Optional<ToolRow> row = Optional.empty();

    TitleField(JComponent list, BiConsumer<ToolRow, String> done) {
        this.list = list;
        this.done = done;
        field.setFont(ToolRowPainting.title(true));
        field.addActionListener(entered -> {
            leave();
            list.requestFocusInWindow();
        });
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                leave();
            }
        });
        field.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        field.getActionMap().put("close", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                close();
                list.requestFocusInWindow();
            }
        });
    }

    void open(ToolRow titled, Rectangle place) {
        row = Optional.of(titled);
        field.setText(titled.title());
        field.setBounds(place);
        list.add(field);
        field.selectAll();
        field.requestFocusInWindow();
        list.repaint();
    }

    /** Takes what was written. */
    void leave() {
        Optional<ToolRow> titled = row;
        close();
        titled.ifPresent(named -> done.accept(named, field.getText()));
    }

    /** Leaves the title as it was. */
    void close() {
        row = Optional.empty();
        list.remove(field);
        list.repaint();
    }
}
