package org.shutterline.server.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.server.access.Act;

/** Asks before stations that are online stop answering. */
final class CloseQuestion {
    private CloseQuestion() {}

    /** Whether to stop; Cancel has the focus. */
    static boolean stop(JFrame window, int online) {
        JDialog dialog = new JDialog(window, UiWords.text("window.title"), true);
        AtomicBoolean stop = new AtomicBoolean();
        JPanel content = new JPanel(new MigLayout("insets 24, gapy 8, wrap 1", "[420!, fill]", "[][]16[]"));
        content.setBackground(Palette.SURFACE.colour());
        JLabel question = new JLabel(UiWords.text("close.question"));
        question.setFont(Type.BANNER.font());
        Paragraph what = new Paragraph(Type.BODY);
        what.setText(UiWords.text("close.what", online));
        JButton cancel = Buttons.plain(UiWords.text("close.cancel"));
        cancel.setName("close.cancel");
        JButton yes = Buttons.accent(UiWords.text("close.stop"));
        yes.setName("close.stop");
        cancel.addActionListener(pressed -> dialog.dispose());
        yes.addActionListener(pressed -> {
            stop.set(true);
            dialog.dispose();
        });
        content.add(question);
        content.add(what, "wmin 0");
        Permits.at(window).whyNot(Act.STOP).ifPresent(why -> content.add(reason(why), "wmin 0"));
        content.add(cancel, "split 2, growx 0, pushx, alignx right");
        content.add(yes, "growx 0");
        dialog.setContentPane(content);
        Needs.mark(Act.STOP, yes);
        Permits.guard(dialog);
        dialog.getRootPane()
                .registerKeyboardAction(
                        pressed -> dialog.dispose(),
                        javax.swing.KeyStroke.getKeyStroke("ESCAPE"),
                        javax.swing.JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setResizable(false);
        dialog.pack();
        dialog.setLocationRelativeTo(window);
        dialog.addWindowListener(new java.awt.event.WindowAdapter() {
            @Override
            public void windowOpened(java.awt.event.WindowEvent opened) {
                cancel.requestFocusInWindow();
            }
        });
        dialog.setVisible(true);
        return stop.get();
    }

    private static Paragraph reason(String why) {
        Paragraph reason = new Paragraph(Type.BODY);
        reason.setName("close.why");
        reason.setForeground(State.NG.text());
        reason.setText(why);
        return reason;
    }
}
