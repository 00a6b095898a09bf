package org.shutterline.server.ui.users;

import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.Type;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.access.Account;
import org.shutterline.server.access.Act;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.RowTable;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.users.UsersActions;
import org.shutterline.server.users.UsersState;
import org.shutterline.server.users.UsersState.Said;

/** Who may do what on this server. Esc closes it. */
public final class UsersDialog {
    private final JDialog dialog;
    private final UsersActions actions;
    private final RowTable<Account> rows = new RowTable<>(
            "users",
            account -> key(account.name()),
            new RowTable.Columns<Account>()
                    .with("seat.name", Account::name)
                    .with("users.may", account -> UserWords.role(account.role()))
                    .with("users.by", account -> UiWords.text(account.token() ? "users.token" : "users.password"))
                    .all());
    private final JComboBox<String> role =
            new JComboBox<>(Arrays.stream(Role.values()).map(UserWords::role).toArray(String[]::new));
    private final JButton password = Buttons.plain("");
    private final JButton remove = Buttons.plain("", Icons.TRASH);
    private final JButton close = Buttons.plain(UiWords.text("storage.close"));
    private final UserForm form;
    private final TokenCard token;
    private final LogOffRow logOff;
    private final Paragraph said = new Paragraph(Type.BODY);
    private Optional<Said> shown = Optional.empty();
    private List<Account> users = List.of();
    private boolean filling;
    private boolean sure;

    public UsersDialog(Window owner, UsersActions actions) {
        this.actions = actions;
        dialog = new JDialog(owner, UiWords.text("users.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        form = new UserForm(actions);
        token = new TokenCard(actions);
        logOff = new LogOffRow(actions);
        name();
        build();
        listen();
        offer();
        Permits.guard(dialog);
        dialog.setSize(Math.min(800, owner.getWidth() - 24), Math.min(780, owner.getHeight() - 24));
        dialog.setLocationRelativeTo(owner);
    }

    private static long key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private void name() {
        dialog.setName("users.dialog");
        role.setName("users.role");
        password.setName("users.password");
        remove.setName("users.remove");
        close.setName("users.close");
        said.setName("users.said");
        Needs.mark(Act.USERS, role, password, remove, form, logOff);
    }

    private void build() {
        JPanel content = new JPanel(new MigLayout(
                "insets 24, gap 8, wrap 1, fill, hidemode 3",
                "[grow, fill]",
                "[]12[100:260, grow, fill][]12[]12[]12[][]12[]"));
        content.setBackground(Palette.SURFACE.colour());
        JLabel title = new JLabel(UiWords.text("users.title"));
        title.setFont(Type.BANNER.font());
        content.add(title, "wmin 0");
        rows.label();
        rows.widths(0, 190, 190);
        Tables.second(rows.column(2));
        content.add(rows.scroll(), "wmin 0, hmin 80");
        JPanel chosen = new JPanel(new MigLayout("insets 0, gap 8", "[190!, fill][][]", "[40!]"));
        chosen.setOpaque(false);
        chosen.add(role, "h 40!");
        chosen.add(password);
        chosen.add(remove);
        content.add(chosen, "wmin 0");
        content.add(token, "wmin 0");
        content.add(new JSeparator());
        content.add(form, "wmin 0");
        content.add(said, "wmin 0");
        JPanel foot = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[]push[]", "[40!]"));
        foot.setOpaque(false);
        foot.add(logOff, "wmin 0");
        foot.add(close);
        content.add(foot, "wmin 0");
        dialog.setContentPane(content);
    }

    private void listen() {
        rows.onChoice(account -> {
            sure = false;
            form.forAnother();
            offer();
        });
        role.addActionListener(picked -> {
            if (!filling) {
                chosen().ifPresent(account ->
                        actions.role(account.name(), Role.values()[Math.max(0, role.getSelectedIndex())]));
            }
        });
        password.addActionListener(pressed -> chosen().ifPresent(account -> {
            if (account.token()) {
                actions.renew(account.name());
            } else {
                form.forPasswordOf(account.name());
            }
        }));
        remove.addActionListener(pressed -> {
            if (sure) {
                chosen().ifPresent(account -> actions.remove(account.name()));
            }
            sure = !sure;
            offer();
        });
        close.addActionListener(pressed -> dialog.dispose());
        dialog.getRootPane()
                .registerKeyboardAction(
                        pressed -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent closed) {
                actions.watching(false);
            }
        });
    }

    private Optional<Account> chosen() {
        return rows.chosen();
    }

    /** What can be done with the chosen one. */
    private void offer() {
        Optional<Account> account = chosen();
        if (!role.isPopupVisible()) {
            filling = true;
            role.setSelectedIndex(account.map(now -> now.role().ordinal()).orElse(-1));
            filling = false;
        }
        for (JComponent part : new JComponent[] {role, password, remove}) {
            part.setEnabled(account.isPresent());
        }
        password.setText(
                UiWords.text(account.filter(Account::token).isPresent() ? "users.renew" : "users.newPassword"));
        remove.setText(UiWords.text(sure ? "users.removeSure" : "users.remove"));
    }

    /** Comes back when it is closed. */
    public void open() {
        actions.watching(true);
        dialog.setVisible(true);
    }

    public void show(UsersState state) {
        if (!state.users().equals(users)) {
            users = state.users();
            rows.show(users, false);
            offer();
        }
        token.show(state.token());
        logOff.show(state.logOffMin());
        if (!state.said().equals(shown)) {
            shown = state.said();
            sure = false;
            offer();
            if (shown.filter(end -> end.trouble().isEmpty()).isPresent()) {
                form.done();
            }
        }
        boolean trouble =
                state.damage().isPresent() || shown.flatMap(Said::trouble).isPresent();
        said.setText(state.damage()
                .map(why -> UiWords.text("users.damaged", why))
                .or(() -> shown.map(UserWords::said))
                .orElse(""));
        said.setForeground((trouble ? State.NG : State.OK).text());
    }
}
