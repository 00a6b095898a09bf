package org.shutterline.look;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/**
 * The card that tries a draft on kept pictures: which pictures, how many verdicts would change, and each result as a
 * frame; those that change have an accent frame. While it runs, a thin bar with count, time and Cancel.
 */
public final class TryStrip extends Card {
    private static final int DENSE_PX = 36;

    private final JLabel title = new JLabel();
    private final JComboBox<String> sources = new JComboBox<>();
    private final JButton run = Buttons.plain("", Icons.PLAY);
    private final JButton cancel = Buttons.plain("", Icons.CLOSE);
    private final Chip same = new Chip(State.OK, "");
    private final Chip changes = new Chip(State.BUSY, Icons.SWAP, "");
    private final JLabel progress = new JLabel();
    private final JProgressBar bar = new JProgressBar();
    private final SegmentedSwitch order;
    private final Optional<JComponent> table;
    private final CardLayout faces = new CardLayout();
    private final JPanel face = new JPanel(faces);
    private final JPanel body = new JPanel(new BorderLayout());
    private final TryFrames frames = new TryFrames(this::choose);
    private TryRoll roll = TryRoll.empty();
    private IntConsumer runListener = source -> {};
    private Runnable cancelListener = () -> {};
    private LongConsumer choice = id -> {};

    public TryStrip() {
        this(Optional.empty());
    }

    /** With a table of the same results, in place of the frames when a person wants it. */
    public TryStrip(JComponent table) {
        this(Optional.of(table));
    }

    private TryStrip(Optional<JComponent> table) {
        super(new MigLayout(
                "insets 10 16 8 16, gap 0, fill, wrap 1", "[grow, fill, 0:pref]", "[36!]6[4!]6[grow, fill]"));
        this.table = table;
        this.order = table.isPresent() ? new SegmentedSwitch("", "", "") : new SegmentedSwitch("", "");
        run.setName("try.run");
        cancel.setName("try.cancel");
        sources.setName("try.source");
        for (JButton button : List.of(run, cancel)) {
            button.putClientProperty(FlatClientProperties.MINIMUM_HEIGHT, DENSE_PX);
        }
        title.setFont(Type.CARD_TITLE.font());
        progress.setFont(Type.SECOND.font());
        progress.setForeground(Palette.TEXT_SECOND.colour());
        bar.setBorderPainted(false);
        add(head());
        add(bar, "h 4!");
        face.setOpaque(false);
        face.add(frames, "frames");
        table.ifPresent(rows -> face.add(rows, "table"));
        add(body, "grow, wmin 140, hmin 0");
        body.setOpaque(false);
        body.add(face, BorderLayout.CENTER);
        order.choose(1);
        order.onChoice(this::face);
        run.addActionListener(pressed -> runListener.accept(sources.getSelectedIndex()));
        cancel.addActionListener(pressed -> cancelListener.run());
        Words.follow(this, this::label);
        running(false);
    }

    private void face(int chosen) {
        faces.show(face, chosen == 2 ? "table" : "frames");
        become(roll.changedFirst(chosen != 0));
    }

    /** Shows the table, as its button does. */
    public void showTable() {
        order.choose(2);
        face(2);
    }

    /** A part that stands before the results in all their forms. */
    public void beside(JComponent part) {
        body.add(part, BorderLayout.LINE_START);
    }

    private JPanel head() {
        JPanel head = new JPanel(new MigLayout(
                "insets 0, gap 12, fillx, hidemode 3",
                "[shrink 0][shrinkprio 300][shrink 0][shrinkprio 50][shrinkprio 50][grow, shrinkprio 200][shrink 0]",
                "[36!, fill]"));
        head.setOpaque(false);
        // Each in its own cell, so that a hidden one does not shift the others.
        head.add(title, "cell 0 0");
        head.add(sources, "cell 1 0, wmin 120, wmax 280");
        head.add(run, "cell 2 0");
        head.add(cancel, "cell 2 0");
        head.add(same, "cell 3 0");
        head.add(changes, "cell 4 0");
        head.add(progress, "cell 5 0, alignx right, wmin 0");
        head.add(order, "cell 6 0");
        return head;
    }

    /** Names the sets of pictures that can be tried on; keeps the chosen one. */
    public void sources(List<String> names) {
        int chosen = Math.max(0, sources.getSelectedIndex());
        sources.setModel(new DefaultComboBoxModel<>(names.toArray(String[]::new)));
        sources.setSelectedIndex(names.isEmpty() ? -1 : Math.min(chosen, names.size() - 1));
        run.setEnabled(!names.isEmpty());
    }

    /** Told the index of the chosen set when a person starts. */
    public void onRun(IntConsumer told) {
        runListener = told;
    }

    /** Starts as its button does, unless it runs. */
    public void run() {
        if (run.isVisible() && run.isEnabled()) {
            run.doClick();
        }
    }

    public void onCancel(Runnable told) {
        cancelListener = told;
    }

    /** Told the id of a result that a person chose. */
    public void onChoice(LongConsumer told) {
        choice = told;
    }

    /** Shows the results so far, in the order in which they came. */
    public void show(List<TryEntry> tried) {
        become(roll.with(tried));
    }

    /** Frames a result without telling the listener; empty for none. */
    public void frame(OptionalLong id) {
        become(roll.choose(id));
    }

    /**
     * Shows how far it is.
     *
     * @param words "120 of 200, 1 s left"
     */
    public void running(int done, int all, String words) {
        bar.setMaximum(Math.max(1, all));
        bar.setValue(done);
        progress.setText(words);
        running(true);
    }

    /**
     * It is over.
     *
     * @param words "200 of 200 in 2.6 s"; empty if it has not run
     */
    public void stopped(String words) {
        progress.setText(words);
        running(false);
    }

    /** The bar keeps its line, so that nothing jumps. */
    private void running(boolean going) {
        bar.setForeground((going ? Palette.ACCENT_FILL : Palette.SURFACE).colour());
        bar.setBackground((going ? Palette.TRACK : Palette.SURFACE).colour());
        cancel.setVisible(going);
        run.setVisible(!going);
        sources.setEnabled(!going);
    }

    private void choose(long id) {
        become(roll.choose(OptionalLong.of(id)));
        choice.accept(id);
    }

    private void become(TryRoll next) {
        roll = next;
        label();
    }

    private void label() {
        int all = roll.entries().size();
        int changed = roll.changed();
        title.setText(LookWords.text("try.title"));
        run.setText(LookWords.text(all == 0 ? "try.run" : "try.again"));
        run.setToolTipText(run.getText() + " (F9)");
        cancel.setText(LookWords.text("try.cancel"));
        cancel.setToolTipText(cancel.getText() + " (Esc)");
        sources.getAccessibleContext().setAccessibleName(LookWords.text("try.sources"));
        same.setVisible(all > 0);
        order.setVisible(all > 0);
        same.show(State.OK, LookWords.text("try.same", Integer.toString(all - changed)));
        changes.setVisible(changed > 0);
        changes.show(
                State.BUSY, LookWords.text(changed == 1 ? "try.changes1" : "try.changes", Integer.toString(changed)));
        String whole = LookWords.text("try.all", Integer.toString(all));
        if (table.isPresent()) {
            order.label(whole, LookWords.text("try.changedFirst"), LookWords.text("try.table"));
        } else {
            order.label(whole, LookWords.text("try.changedFirst"));
        }
        frames.show(roll);
    }
}
