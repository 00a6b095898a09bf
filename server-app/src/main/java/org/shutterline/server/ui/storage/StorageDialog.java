package org.shutterline.server.ui.storage;

import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import org.shutterline.server.storage.StorageActions;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;

/** How full the storage is and what is wrong with it; backup, restore, a look through everything. */
public final class StorageDialog {
    private static final String[] FACTS = {"folder", "pictures", "limits", "disk", "state"};

    private final JDialog dialog;
    private final StorageActions actions;
    private final Runnable stopServer;
    private final FileQuestion files;
    private final JLabel[] facts = new JLabel[FACTS.length];
    private final Paragraph damage = new Paragraph(Type.SECOND);
    private final Paragraph said = new Paragraph(Type.BODY);
    private final JButton backup = Buttons.plain(UiWords.text("storage.backup"), Icons.EXPORT);
    private final JButton restore = Buttons.plain(UiWords.text("storage.restore"), Icons.HISTORY);
    private final JButton verify = Buttons.plain(UiWords.text("storage.verify"), Icons.SEARCH);
    private final JButton stop = Buttons.accent(UiWords.text("storage.stop"));
    private final JButton giveUp = Buttons.plain(UiWords.text("storage.giveUp"));
    private final JButton close = Buttons.plain(UiWords.text("storage.close"));

    /** @param stopServer ends the server, so that the next start takes a backup in */
    public StorageDialog(Window owner, StorageActions actions, Runnable stopServer) {
        this.actions = actions;
        this.stopServer = stopServer;
        this.dialog = new JDialog(owner, UiWords.text("storage.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        dialog.setName("storage.dialog");
        this.files = new FileQuestion(dialog);
        build();
        listen();
        Permits.guard(dialog);
        dialog.setSize(720, 520);
        dialog.setLocationRelativeTo(owner);
    }

    private void build() {
        JPanel content = new JPanel(new MigLayout(
                "insets 24, gap 16 8, fill, hidemode 3",
                "[pref!][0:pref, grow, fill]",
                "[]12[][][][][]12[0:0, grow, fill]12[]12[]"));
        content.setBackground(Palette.SURFACE.colour());
        JLabel title = new JLabel(UiWords.text("storage.title"));
        title.setFont(Type.BANNER.font());
        content.add(title, "span, wrap");
        for (int i = 0; i < FACTS.length; i++) {
            facts[i] = new JLabel();
            facts[i].setName("storage." + FACTS[i]);
            content.add(Headline.second("storage." + FACTS[i]));
            content.add(facts[i], "wmin 0, wrap");
        }
        damage.setForeground(State.NG.text());
        said.setName("storage.said");
        // a failing disk has more to say than fits
        ScrollColumn words =
                new ScrollColumn(new MigLayout("insets 0, gapy 8, wrap 1, fillx, hidemode 3", "[grow, fill]"));
        words.add(said, "wmin 0");
        words.add(damage, "wmin 0");
        content.add(words.inView(), "span, grow, wmin 0, hmin 0, wrap");
        content.add(stop, "span, split 2, alignx right");
        content.add(giveUp, "wrap");
        content.add(backup, "span, growx 0, split 4");
        content.add(restore);
        content.add(verify);
        content.add(close, "gapleft push");
        dialog.setContentPane(content);
    }

    private void listen() {
        backup.setName("storage.backup.button");
        verify.setName("storage.verify.button");
        stop.setName("storage.stop");
        restore.setName("storage.restore.button");
        Needs.mark(Act.STORE, backup, restore, giveUp);
        Needs.mark(Act.STOP, stop);
        backup.addActionListener(pressed -> files.save(UiWords.text("storage.files"), proposed(), actions::backup));
        restore.addActionListener(
                pressed -> files.open(UiWords.text("storage.files"), List.of("zip"), actions::restore));
        verify.addActionListener(pressed -> actions.verify());
        giveUp.addActionListener(pressed -> actions.giveUp());
        stop.addActionListener(pressed -> {
            dialog.dispose();
            stopServer.run();
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

    private static String proposed() {
        return "shutterline-" + LocalDate.now(ZoneId.systemDefault()) + ".zip";
    }

    /** Comes back when it is closed. */
    public void open() {
        actions.watching(true);
        dialog.setVisible(true);
    }

    public void show(StorageState state) {
        String[] words = StorageWords.facts(state.facts());
        for (int i = 0; i < facts.length; i++) {
            facts[i].setText(words[i]);
            facts[i].setToolTipText(words[i]);
        }
        boolean well =
                state.facts().fault().isEmpty() && state.facts().lowDisk().isEmpty();
        facts[facts.length - 1].setForeground((well ? State.OK : State.NG).text());
        damage.setText(String.join("\n", state.facts().damage()));
        damage.setVisible(!state.facts().damage().isEmpty());
        said.setText(StorageWords.said(state));
        boolean trouble = state.end().filter(end -> !end.trouble().isEmpty()).isPresent();
        said.setForeground(trouble ? State.NG.text() : Palette.TEXT_SECOND.colour());
        boolean free = state.work().isEmpty();
        backup.setEnabled(free);
        restore.setEnabled(free && !state.staged());
        verify.setEnabled(free);
        stop.setVisible(state.staged());
        giveUp.setVisible(state.staged());
    }
}
