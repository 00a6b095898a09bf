package org.shutterline.server.ui.connections;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.terminal.Cut;
import org.shutterline.server.terminal.End;
import org.shutterline.server.terminal.History;
import org.shutterline.server.terminal.TerminalActions;
import org.shutterline.server.terminal.TerminalNote;
import org.shutterline.server.terminal.TerminalState;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** Plays the PLC: what is typed goes to any address in any dialect, with a line end and cut as chosen. */
final class TerminalCard extends Card {
    private final TerminalActions actions;
    private final JComboBox<String> dialect = new JComboBox<>();
    private final JComboBox<End> end = new JComboBox<>(End.values());
    private final JComboBox<Cut> cut = new JComboBox<>(Cut.values());
    private final JTextField address = new JTextField();
    private final JButton disconnect = Buttons.square(Icons.DISCONNECT, "");
    private final TerminalLines lines = new TerminalLines();
    private final Paragraph note = new Paragraph(Type.SECOND);
    private final JTextField typed = new JTextField();
    private final JButton send = Buttons.accent("", Icons.ARROW_RIGHT);
    private final History history = new History();
    private Optional<TerminalState> shown = Optional.empty();
    private boolean filling;

    TerminalCard(TerminalActions actions) {
        super(new MigLayout("insets 10 14 14 14, gap 8 8, fill, hidemode 3", "[grow, fill]", "[][][grow, fill][][]"));
        this.actions = actions;
        name();
        add(Headline.card("terminal.title"), "split 3, growx, pushx, wmin 0");
        add(dialect, "growx 0, w 100:124:140, h 34!");
        add(end, "growx 0, w 90:112:128, h 34!, wrap");
        add(address, "split 3, growx, pushx, wmin 60, h 34!");
        add(cut, "growx 0, w 110:132:150, h 34!");
        add(disconnect, "growx 0, w 34!, h 34!, wrap");
        add(lines.scroll(), "grow, hmin 60, wmin 0, wrap");
        add(note, "growx, wmin 0, wrap");
        add(typed, "split 2, growx, pushx, wmin 60, h 40!");
        add(send, "growx 0");
        note.setVisible(false);
        typed.setFont(Type.WIRE.font());
        address.setFont(Type.WIRE.font());
        end.setRenderer(new NamedRenderer<>(value -> UiWords.text("terminal.end." + value)));
        cut.setRenderer(new NamedRenderer<>(value -> UiWords.text("terminal.cut." + value)));
        listen();
        Words.follow(this, this::label);
    }

    private void name() {
        dialect.setName("terminal.dialect");
        end.setName("terminal.end");
        cut.setName("terminal.cut");
        address.setName("terminal.address");
        disconnect.setName("terminal.disconnect");
        typed.setName("terminal.typed");
        send.setName("terminal.send");
        note.setName("terminal.note");
        Needs.mark(Act.TALK, this);
    }

    private void listen() {
        dialect.addActionListener(chosen -> unlessFilling(() -> actions.speak((String) dialect.getSelectedItem())));
        end.addActionListener(chosen -> unlessFilling(() -> actions.end((End) end.getSelectedItem())));
        cut.addActionListener(chosen -> unlessFilling(() -> actions.cut((Cut) cut.getSelectedItem())));
        address.addActionListener(entered -> actions.address(address.getText()));
        disconnect.addActionListener(pressed -> actions.disconnect());
        typed.addActionListener(entered -> send());
        send.addActionListener(pressed -> send());
        onKey("UP", () -> history.up(typed.getText()));
        onKey("DOWN", history::down);
    }

    private void onKey(String key, java.util.function.Supplier<Optional<String>> line) {
        typed.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        typed.getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                line.get().ifPresent(typed::setText);
            }
        });
    }

    private void unlessFilling(Runnable told) {
        if (!filling) {
            told.run();
        }
    }

    /** What was sent is gone from the field, and one key away. */
    private void send() {
        if (!address.getText().strip().equals(shown.map(TerminalState::address).orElse(""))) {
            actions.address(address.getText());
        }
        history.add(typed.getText());
        actions.send(typed.getText());
        typed.selectAll();
        typed.requestFocusInWindow();
    }

    private void label() {
        send.setText(UiWords.text("terminal.send"));
        Buttons.named(disconnect, UiWords.text("terminal.disconnect"));
        named(dialect, "terminal.dialect");
        named(end, "terminal.endHint");
        named(cut, "terminal.cutHint");
        named(address, "terminal.addressHint");
        named(typed, "terminal.typedHint");
        typed.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, UiWords.text("terminal.typed"));
        address.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, UiWords.text("terminal.address"));
        lines.label();
        shown.ifPresent(this::show);
    }

    private static void named(javax.swing.JComponent field, String key) {
        field.setToolTipText(UiWords.text(key));
        field.getAccessibleContext().setAccessibleName(UiWords.text(key));
    }

    void show(TerminalState state) {
        boolean moved = !shown.map(TerminalState::address).equals(Optional.of(state.address()));
        shown = Optional.of(state);
        filling = true;
        fillDialects(state.dialects());
        dialect.setSelectedItem(state.dialect());
        end.setSelectedItem(state.end());
        cut.setSelectedItem(state.cut());
        filling = false;
        if (moved && !address.getText().strip().equals(state.address())) {
            address.setText(state.address());
        }
        boolean wrongAddress = state.note()
                .filter(told -> told.kind() == TerminalNote.Kind.BAD_ADDRESS)
                .isPresent();
        boolean wrongTyped = state.note()
                .filter(told -> told.kind() == TerminalNote.Kind.BAD_ESCAPE || told.kind() == TerminalNote.Kind.NOTHING)
                .isPresent();
        outline(address, wrongAddress);
        outline(typed, wrongTyped);
        disconnect.setEnabled(state.connection() != TerminalState.Connection.CLOSED);
        lines.show(state.rows());
        showNote(state);
    }

    private static void outline(JTextField field, boolean wrong) {
        field.putClientProperty(FlatClientProperties.OUTLINE, wrong ? FlatClientProperties.OUTLINE_ERROR : null);
    }

    private void showNote(TerminalState state) {
        boolean connecting = state.connection() == TerminalState.Connection.CONNECTING;
        note.setVisible(connecting || state.note().isPresent());
        boolean wrong = state.note().filter(TerminalNote::wrong).isPresent();
        note.setForeground(wrong ? State.NG.text() : Palette.TEXT_SECOND.colour());
        note.setText(state.note()
                .map(told -> UiWords.text("terminal.note." + told.kind(), told.detail(), told.position()))
                .orElse(connecting ? UiWords.text("terminal.connecting", state.address()) : ""));
        revalidate();
    }

    private void fillDialects(List<String> ids) {
        if (dialect.getItemCount() != ids.size()) {
            dialect.removeAllItems();
            ids.forEach(dialect::addItem);
        }
    }
}
