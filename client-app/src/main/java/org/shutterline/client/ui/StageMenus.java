package org.shutterline.client.ui;

import java.util.Optional;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.SwingUtilities;
import org.shutterline.client.language.Ability;
import org.shutterline.client.operator.OperatorState;

/** The menus of one station's page. */
final class StageMenus implements Menus {
    private static final int[] INTERVALS_MS = {200, 500, 1_000, 2_000, 5_000, 10_000};

    private final Sentences sentences;
    private final Stage stage;
    private final Exporter exporter;

    StageMenus(Sentences sentences, Stage stage) {
        this.sentences = sentences;
        this.stage = stage;
        this.exporter = new Exporter(sentences, stage);
    }

    @Override
    public void export(JComponent below) {
        JPopupMenu menu = new JPopupMenu();
        exports(menu);
        open(menu, below);
    }

    @Override
    public void logIn(JComponent below) {
        if (SwingUtilities.getWindowAncestor(below) instanceof JFrame over) {
            state().ifPresent(shown -> new LoginDialog(sentences, over, shown, stage.actions()).open());
        }
    }

    @Override
    public void more(JComponent below) {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem live = new JCheckBoxMenuItem(
                sentences.text("bar.live"), state().filter(OperatorState::live).isPresent());
        boolean sayable = state().filter(it -> it.can(Ability.LIVE)).isPresent();
        live.setEnabled(
                sayable && state().filter(it -> it.connection().stands()).isPresent());
        live.setToolTipText(sayable ? null : sentences.text("cannot.LIVE"));
        live.addActionListener(chosen -> stage.bar().liveOrNot());
        menu.add(live);
        menu.addSeparator();
        exports(menu);
        menu.addSeparator();
        for (int ms : INTERVALS_MS) {
            JMenuItem every = new JRadioButtonMenuItem(
                    sentences.text("repeat.every", Integer.toString(ms)),
                    ms == stage.captureBar().everyMs());
            every.addActionListener(chosen -> stage.captureBar().everyMs(ms));
            menu.add(every);
        }
        open(menu, below);
    }

    private Optional<OperatorState> state() {
        return stage.state();
    }

    private void exports(JPopupMenu menu) {
        JMenuItem csv = new JMenuItem(sentences.text("export.csv"));
        csv.setName("exportCsv");
        csv.setEnabled(state().filter(it -> !it.film().isEmpty()).isPresent());
        csv.addActionListener(chosen -> state().ifPresent(exporter::table));
        menu.add(csv);
        PictureCard picture = stage.pictureCard();
        JMenuItem png = new JMenuItem(sentences.text("export.picture"));
        png.setName("exportPicture");
        png.setEnabled(picture.pane().picture().isPresent());
        png.addActionListener(
                chosen -> state().ifPresent(shown -> exporter.picture(picture.pane(), shown, picture.oldWords())));
        menu.add(png);
    }

    private static void open(JPopupMenu menu, JComponent below) {
        menu.show(below, Math.min(0, below.getWidth() - menu.getPreferredSize().width), below.getHeight() + 4);
    }
}
