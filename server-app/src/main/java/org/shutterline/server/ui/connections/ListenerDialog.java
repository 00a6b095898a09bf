package org.shutterline.server.ui.connections;

import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.server.access.Act;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;

/** One listener: its place and limits, the settings of its dialect, and what it would tell of the last result. */
final class ListenerDialog {
    private static final int WIDTH_PX = 1_080;
    private static final int HEIGHT_PX = 780;
    private static final int MARGIN_PX = 24;

    private final JDialog dialog;
    private final ListenersActions actions;
    private final SettingRows own;
    private final SettingRows settings;
    private final PreviewLines preview = new PreviewLines();
    private final Paragraph note = new Paragraph(Type.BODY);
    private final JButton remove = Buttons.plain("", Icons.TRASH);
    private final JButton cancel = Buttons.plain("");
    private final JButton save = Buttons.accent("", Icons.CHECK);
    private final int number;
    private boolean sure;

    ListenerDialog(Window owner, ListenersActions actions, ListenerForm form) {
        this.actions = actions;
        this.number = form.number();
        String title = form.at()
                .map(at ->
                        UiWords.text("listener.edit", at.getAddress().getHostAddress(), Integer.toString(at.getPort())))
                .orElseGet(() -> UiWords.text("listener.new"));
        dialog = new JDialog(owner, title, Dialog.ModalityType.DOCUMENT_MODAL);
        own = new SettingRows(actions::setOwn);
        settings = new SettingRows(actions::set);
        name();
        build(title);
        listen();
        show(form);
        Permits.guard(dialog);
        dialog.setSize(Math.min(WIDTH_PX, owner.getWidth() - MARGIN_PX), Math.min(HEIGHT_PX, owner.getHeight()));
        dialog.setLocationRelativeTo(owner);
    }

    /** Whether it shows this one, and not another that was opened later. */
    boolean isOf(ListenerForm form) {
        return number == form.number();
    }

    /** Comes back when it is closed. */
    void open() {
        dialog.setVisible(true);
    }

    void close() {
        dialog.dispose();
    }

    private void name() {
        dialog.setName("listener.dialog");
        Needs.mark(Act.LISTEN, dialog.getRootPane());
        Needs.mark(Act.LOOK, cancel);
        note.setName("listener.note");
        remove.setName("listener.remove");
        cancel.setName("listener.cancel");
        save.setName("listener.save");
    }

    private void listen() {
        save.addActionListener(pressed -> actions.save());
        cancel.addActionListener(pressed -> actions.close());
        remove.addActionListener(pressed -> {
            if (sure) {
                actions.remove();
            }
            sure = !sure;
            label();
        });
        dialog.getRootPane()
                .registerKeyboardAction(
                        pressed -> actions.close(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                actions.close();
            }
        });
    }

    private void build(String words) {
        JPanel content = new JPanel(new MigLayout(
                "insets 24, gap 24 8, fill, hidemode 3",
                "[0:0, grow 44, fill][0:0, grow 56, fill]",
                "[]12[][0:0, grow, fill]12[][]8[]12[]"));
        content.setBackground(Palette.SURFACE.colour());
        JLabel title = new JLabel(words);
        title.setFont(Type.BANNER.font());
        content.add(title, "span, wmin 0, wrap");
        content.add(Headline.card("listener.own"), "wmin 0");
        content.add(Headline.card("listener.ofDialect"), "wmin 0, wrap");
        content.add(own.column().inView(), "wmin 0, hmin 0, grow");
        content.add(settings.column().inView(), "wmin 0, hmin 0, grow, wrap");
        content.add(Headline.card("listener.preview"), "span, wmin 0, wrap");
        content.add(preview, "span, growx, wmin 0, wrap");
        content.add(note, "span, growx, wmin 0, wrap");
        content.add(buttons(), "span, growx, wmin 0");
        dialog.setContentPane(content);
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[]push[][]", ""));
        buttons.setOpaque(false);
        buttons.add(remove);
        buttons.add(cancel);
        buttons.add(save);
        return buttons;
    }

    void show(ListenerForm form) {
        own.show("listener", form.own());
        settings.show(form.dialect(), form.settings());
        own.allow(!form.working());
        settings.allow(!form.working());
        preview.show(form.preview(), ListenerWords.preview(form));
        boolean refused = form.refused().isPresent();
        String words = form.refused()
                .map(why -> UiWords.text("listener.refused", Retold.trouble(why)))
                .orElseGet(() -> ListenerWords.peers(form));
        note.setText(words);
        note.setVisible(!words.isEmpty());
        note.setForeground(refused ? State.NG.text() : State.FAULT.text());
        remove.setVisible(form.at().isPresent());
        remove.setEnabled(!form.last() && !form.working());
        remove.setToolTipText(form.last() ? UiWords.text("listener.last") : null);
        save.setEnabled(form.changed() && form.usable() && !form.working());
        label();
    }

    private void label() {
        remove.setText(UiWords.text(sure ? "listener.removeNow" : "listener.remove"));
        cancel.setText(UiWords.text("listener.cancel"));
        save.setText(UiWords.text("listener.save"));
    }
}
