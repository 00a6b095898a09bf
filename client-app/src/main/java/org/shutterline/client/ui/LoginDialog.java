package org.shutterline.client.ui;

import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.look.Buttons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.protocol.message.Secret;

/** As whom this window works at one station. Esc closes it. */
final class LoginDialog {
    private final JDialog dialog;
    private final JTextField user = new JTextField(20);
    private final JPasswordField password = new JPasswordField(20);

    LoginDialog(Sentences sentences, JFrame over, OperatorState state, OperatorActions actions) {
        dialog = new JDialog(over, sentences.text("login.title"), false);
        dialog.setName("login");
        user.setName("loginUser");
        user.setText(state.connection().user());
        password.setName("loginPassword");
        JPanel form = new JPanel(new MigLayout("insets 20 24 20 24, gap 12 12, wrap 2", "[][260, grow, fill]", ""));
        form.setBackground(Palette.SURFACE.colour());
        row(form, sentences.text("login.user"), user);
        row(form, sentences.text("login.password"), password);
        JLabel hint = new JLabel(sentences.text("login.hint"));
        hint.setFont(Type.SECOND.font());
        hint.setForeground(Palette.TEXT_SECOND.colour());
        form.add(hint, "span 2");
        JButton out = Buttons.plain(sentences.text("login.out"));
        out.setName("logOut");
        out.setEnabled(!state.connection().user().isEmpty());
        out.addActionListener(pressed -> {
            actions.logOut();
            dialog.dispose();
        });
        JButton in = Buttons.accent(sentences.text("login.in"));
        in.setName("logIn");
        in.addActionListener(pressed -> logIn(actions));
        form.add(out, "span 2, split 2, align right");
        form.add(in);
        dialog.add(form);
        dialog.getRootPane().setDefaultButton(in);
        Escapable.finish(dialog, over);
    }

    private static void row(JPanel form, String words, JComponent field) {
        JLabel name = new JLabel(words);
        name.setLabelFor(field);
        form.add(name);
        form.add(field, "h 40!");
    }

    private void logIn(OperatorActions actions) {
        char[] typed = password.getPassword();
        if (!user.getText().isBlank() && typed.length > 0) {
            actions.logIn(user.getText().strip(), Secret.of(new String(typed)));
            dialog.dispose();
        }
        Arrays.fill(typed, ' ');
    }

    void open() {
        dialog.setVisible(true);
    }
}
