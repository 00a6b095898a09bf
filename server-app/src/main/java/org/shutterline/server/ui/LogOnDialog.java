package org.shutterline.server.ui;

import java.awt.BorderLayout;
import java.awt.Window;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.Seat;

/** Who sits at the window: the first user is made here, others log on and off. Esc closes it. */
final class LogOnDialog {
    private static final int FIELD_PX = 280;

    private final Seat seat;
    private final Seat.Standing standing;
    private final Executor aside;
    private final Runnable changed;
    private final Runnable showUsers;
    private final JDialog dialog;
    private final JTextField name = new JTextField();
    private final JPasswordField password = new JPasswordField();
    private final JPasswordField again = new JPasswordField();
    private final Paragraph trouble = new Paragraph(Type.BODY);
    private final JButton yes = Buttons.accent("");

    /**
     * @param aside does what blocks
     * @param changed told on the event thread when somebody else sits there
     * @param showUsers shows who may do what; asked for when this dialog is closed
     */
    LogOnDialog(Window over, Seat seat, Executor aside, Runnable changed, Runnable showUsers) {
        this.seat = seat;
        this.standing = seat.standing();
        this.aside = aside;
        this.changed = changed;
        this.showUsers = showUsers;
        dialog = new JDialog(over, UiWords.text("seat.title"), JDialog.ModalityType.DOCUMENT_MODAL);
        dialog.setName("seat.dialog");
        name.setName("seat.name");
        password.setName("seat.password");
        again.setName("seat.again");
        trouble.setName("seat.trouble");
        yes.setName("seat.yes");
        dialog.setContentPane(content());
        dialog.getRootPane().setDefaultButton(yes);
        dialog.getRootPane()
                .registerKeyboardAction(
                        pressed -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        Permits.guard(dialog);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.setResizable(false);
        dialog.pack();
        dialog.setLocationRelativeTo(over);
    }

    void open() {
        dialog.setVisible(true);
    }

    private JPanel content() {
        JPanel content = new JPanel(
                new MigLayout("insets 24, gap 12 8, wrap 2, hidemode 3", "[][" + FIELD_PX + "::, grow, fill]", ""));
        content.setBackground(Palette.SURFACE.colour());
        JLabel title = new JLabel(title());
        title.setFont(Type.BANNER.font());
        title.setToolTipText(title.getText());
        content.add(title, "span 2, growx, w 0:0:");
        Paragraph what = new Paragraph(Type.BODY);
        what.setText(
                standing.guarded()
                        ? UiWords.text("seat.what", seat.idle().toMinutes())
                        : UiWords.text("seat.firstWhat"));
        content.add(what, "span 2, growx, w 0:0:, gapbottom 8");
        row(content, "seat.name", name);
        row(content, "seat.password", password);
        if (!standing.guarded()) {
            row(content, "seat.again", again);
        }
        trouble.setForeground(State.NG.text());
        trouble.setVisible(false);
        content.add(trouble, "span 2, growx, w 0:0:");
        JButton off = Buttons.plain(UiWords.text("seat.off"));
        off.setName("seat.off");
        off.setVisible(!standing.user().isEmpty());
        off.addActionListener(pressed -> {
            seat.logOff();
            done();
        });
        JButton users = Buttons.plain(UiWords.text("seat.users"), Icons.USER);
        users.setName("seat.users");
        users.setVisible(standing.guarded());
        users.addActionListener(pressed -> {
            dialog.dispose();
            showUsers.run();
        });
        Needs.mark(Act.USERS, users);
        JButton cancel = Buttons.plain(UiWords.text("seat.cancel"));
        cancel.addActionListener(pressed -> dialog.dispose());
        yes.setText(UiWords.text(standing.guarded() ? "seat.on" : "seat.make"));
        yes.addActionListener(pressed -> begin());
        JPanel buttons = new JPanel(new BorderLayout(24, 0));
        buttons.setOpaque(false);
        buttons.add(row(users, off), BorderLayout.WEST);
        buttons.add(row(cancel, yes), BorderLayout.EAST);
        content.add(buttons, "span 2, growx, gaptop 8");
        return content;
    }

    private static JPanel row(JButton first, JButton second) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3", "", "[40!]"));
        row.setOpaque(false);
        row.add(first);
        row.add(second);
        return row;
    }

    private String title() {
        if (!standing.guarded()) {
            return UiWords.text("seat.first");
        }
        return standing.user().isEmpty() ? UiWords.text("seat.logOn") : SeatWords.who(standing);
    }

    private static void row(JPanel content, String key, JComponent field) {
        JLabel label = new JLabel(UiWords.text(key));
        label.setLabelFor(field);
        content.add(label);
        content.add(field, "h 40!");
    }

    private void begin() {
        Secret typed = taken(password);
        if (!standing.guarded() && !typed.equals(taken(again))) {
            complain(UiWords.text("seat.notSame"));
            return;
        }
        String who = name.getText().strip();
        yes.setEnabled(false);
        aside.execute(() -> {
            Optional<String> why = attempt(who, typed);
            SwingUtilities.invokeLater(() -> why.ifPresentOrElse(this::complain, this::done));
        });
    }

    private static Secret taken(JPasswordField field) {
        char[] typed = field.getPassword();
        Secret taken = Secret.of(new String(typed));
        Arrays.fill(typed, ' ');
        field.setText("");
        return taken;
    }

    private Optional<String> attempt(String who, Secret typed) {
        try {
            if (!standing.guarded()) {
                seat.makeFirst(who, typed);
                return Optional.empty();
            }
            return seat.logOn(who, typed) ? Optional.empty() : Optional.of(whyNot());
        } catch (IOException | BadSetting refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private String whyNot() {
        return seat.damage().map(why -> UiWords.text("users.damaged", why)).orElseGet(() -> UiWords.text("seat.wrong"));
    }

    private void complain(String why) {
        yes.setEnabled(true);
        trouble.setText(why);
        trouble.setVisible(true);
        password.requestFocusInWindow();
        dialog.pack();
    }

    private void done() {
        dialog.dispose();
        changed.run();
    }
}
