package org.shutterline.server.ui.users;

import java.util.Arrays;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.Type;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.server.access.Users;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.users.UsersActions;

/** A user more, a person or a program, or a new password for one who is there. */
final class UserForm extends JPanel {
    private static final int PERSON = 0;

    private final UsersActions actions;
    private final JLabel title = new JLabel();
    private final JTextField name = new JTextField();
    private final JComboBox<String> role =
            new JComboBox<>(Arrays.stream(Role.values()).map(UserWords::role).toArray(String[]::new));
    private final SegmentedSwitch kind =
            new SegmentedSwitch(UiWords.text("users.person"), UiWords.text("users.program"));
    private final JPasswordField password = new JPasswordField();
    private final JPasswordField again = new JPasswordField();
    private final JButton add = Buttons.accent("");
    private final JButton cancel = Buttons.plain(UiWords.text("seat.cancel"));
    private final JLabel nameWord = word("seat.name", name);
    private final JLabel roleWord = word("users.may", role);
    private final JLabel passwordWord = word("seat.password", password);
    private final JLabel againWord = word("seat.again", again);
    private final JLabel hint = Headline.text(UiWords.text("users.passwordHint", Users.LEAST_CHARACTERS));
    /** Whose password is given anew; empty for a user more. */
    private Optional<String> renewed = Optional.empty();

    UserForm(UsersActions actions) {
        super(new MigLayout(
                "insets 0, gap 12 8, fillx, hidemode 3", "[pref!][200::, grow, fill][pref!][200::, grow, fill]"));
        this.actions = actions;
        setOpaque(false);
        title.setFont(Type.CARD_TITLE.font());
        name.setName("users.new.name");
        role.setName("users.new.role");
        kind.setName("users.new.kind");
        password.setName("users.new.password");
        again.setName("users.new.again");
        add.setName("users.add");
        cancel.setName("users.new.cancel");
        add(title, "span 2, wmin 0");
        add(kind, "span 2, growx 0, alignx right, wrap");
        add(nameWord);
        add(name, "h 40!, wmin 60");
        add(roleWord);
        add(role, "h 40!, wmin 60, wrap");
        add(passwordWord);
        add(password, "h 40!, wmin 60");
        add(againWord);
        add(again, "h 40!, wmin 60, wrap");
        add(hint, "span 2, wmin 0");
        JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3, alignx trailing", "", "[40!]"));
        buttons.setOpaque(false);
        buttons.add(cancel);
        buttons.add(add);
        add(buttons, "span 2, growx");
        kind.onChoice(chosen -> arrange());
        add.addActionListener(pressed -> take());
        again.addActionListener(entered -> take());
        cancel.addActionListener(pressed -> forAnother());
        forAnother();
    }

    private static JLabel word(String key, JComponent field) {
        JLabel label = Headline.text(UiWords.text(key));
        label.setLabelFor(field);
        return label;
    }

    /** For a user more. */
    void forAnother() {
        renewed = Optional.empty();
        arrange();
    }

    /** For a new password of somebody who is there. */
    void forPasswordOf(String user) {
        renewed = Optional.of(user);
        arrange();
        password.requestFocusInWindow();
    }

    private void arrange() {
        boolean fresh = renewed.isEmpty();
        boolean person = !fresh || kind.chosen() == PERSON;
        title.setText(renewed.map(user -> UiWords.text("users.passwordOf", user))
                .orElseGet(() -> UiWords.text("users.another")));
        for (JComponent part : new JComponent[] {nameWord, name, roleWord, role, kind}) {
            part.setVisible(fresh);
        }
        for (JComponent part : new JComponent[] {passwordWord, password, againWord, again, hint}) {
            part.setVisible(person);
        }
        cancel.setVisible(!fresh);
        add.setText(UiWords.text(fresh ? person ? "users.add" : "users.addToken" : "users.setPassword"));
        clear(password);
        clear(again);
        revalidate();
        repaint();
    }

    private static void clear(JPasswordField field) {
        field.setText("");
    }

    private void take() {
        Role chosen = Role.values()[Math.max(0, role.getSelectedIndex())];
        String typed = name.getText().strip();
        if (renewed.isPresent()) {
            actions.password(renewed.get(), taken(password), taken(again));
        } else if (kind.chosen() == PERSON) {
            actions.add(typed, chosen, taken(password), taken(again));
        } else {
            actions.addToken(typed, chosen);
        }
    }

    private static Secret taken(JPasswordField field) {
        char[] typed = field.getPassword();
        Secret taken = Secret.of(new String(typed));
        Arrays.fill(typed, ' ');
        field.setText("");
        return taken;
    }

    /** It was done: the next one is another. */
    void done() {
        name.setText("");
        forAnother();
    }
}
