package org.shutterline.server.ui.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.Saved;
import org.shutterline.server.monitor.TrafficChoice;
import org.shutterline.server.monitor.TrafficRow;
import org.shutterline.server.monitor.TrafficView;
import org.shutterline.server.ui.Deck;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.FindField;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.RowTable;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** What passes on the wire, line by line, with its ends and what it means. */
final class TrafficCard extends Card {
    private static final int MEANS_FROM_PX = 800;
    private static final int MEANS_PX = 190;
    private static final int MEANS = 4;

    private final MonitorActions actions;
    private final FileQuestion files;
    private final SegmentedSwitch choice = new SegmentedSwitch("", "", "");
    private final FindField find;
    private final JToggleButton pause = Buttons.toggle("", Icons.PAUSE);
    private final JButton save = Buttons.plain("", Icons.EXPORT);
    private final JLabel note = Headline.changing();
    private final JLabel empty = Headline.changing();
    private final Deck deck = new Deck();
    private final TrafficCells.Took took = new TrafficCells.Took();
    private final RowTable<TrafficRow> rows = new RowTable<>(
            "traffic",
            TrafficRow::number,
            new RowTable.Columns<TrafficRow>()
                    .with("traffic.time", row -> Times.millis(row.at()))
                    .with("traffic.who", TrafficRow::who)
                    .with("", row -> row.kind() != TrafficRow.Kind.OUT)
                    .with("traffic.text", row -> row)
                    .with("traffic.means", row -> row)
                    .with("traffic.took", row -> row)
                    .all());
    private OptionalLong wanted = OptionalLong.empty();
    private boolean wide = true;

    TrafficCard(MonitorActions actions, FileQuestion files) {
        super(new MigLayout("insets 8 1 1 1, gapy 6, fill, hidemode 3", "[grow, fill]", "[][grow, fill]"));
        this.actions = actions;
        this.files = files;
        find = new FindField("traffic.find", text -> showTraffic());
        deck.with("some", rows.scroll());
        JPanel none = new JPanel(new MigLayout("insets 16 14 0 0"));
        none.setOpaque(false);
        none.add(empty);
        deck.with("none", none);
        widths();
        Tables.mono(rows.column(0));
        Tables.arrows(rows.column(2));
        rows.column(3).setCellRenderer(new TrafficCells.Text());
        rows.column(MEANS).setCellRenderer(new TrafficCells.Means());
        rows.column(5).setCellRenderer(took);
        pause.setName("traffic.pause");
        choice.onChoice(chosen -> showTraffic());
        pause.addActionListener(pressed -> actions.pauseTraffic(pause.isSelected()));
        save.addActionListener(pressed -> save());
        add(head(), "wrap");
        add(deck, "grow, hmin 0");
        Words.follow(this, this::label);
    }

    private JPanel head() {
        JPanel head =
                new JPanel(new MigLayout("insets 0 14 0 12, gap 12, fill", "[][][grow, 0:pref][120:190:240][][]"));
        head.setOpaque(false);
        head.add(Headline.card("traffic.title"));
        head.add(choice);
        head.add(note, "growx, wmin 0");
        head.add(find, "growx, h 36!");
        head.add(pause, "h 36!");
        head.add(save, "h 36!");
        return head;
    }

    /** In a narrow card what a line means is its tooltip alone. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        boolean roomy = width >= MEANS_FROM_PX;
        if (roomy != wide) {
            wide = roomy;
            widths();
        }
    }

    private void widths() {
        rows.widths(126, wide ? 150 : 120, 40, 0, wide ? MEANS_PX : -1, wide ? 110 : 100);
    }

    private void label() {
        choice.label(UiWords.text("traffic.all"), UiWords.text("traffic.requests"), UiWords.text("traffic.errors"));
        pause.setText(UiWords.text("traffic.pause"));
        pause.setToolTipText(UiWords.text("traffic.pauseHint") + " (F8)");
        save.setText(UiWords.text("traffic.save"));
        save.setToolTipText(UiWords.text("traffic.saveHint") + " (Ctrl+E)");
        rows.label();
    }

    private void showTraffic() {
        actions.showTraffic(TrafficChoice.values()[choice.chosen()], find.getText());
    }

    /** Chooses the last line of a peer, with everything in view again if that is needed. */
    void showBytesOf(long peer) {
        wanted = OptionalLong.of(peer);
        choice.choose(TrafficChoice.ALL.ordinal());
        find.setText("");
        showTraffic();
    }

    void show(MonitorState state) {
        TrafficView traffic = state.traffic();
        took.now(traffic.waiting(), state.now());
        rows.show(traffic.rows(), true);
        if (!traffic.waiting().isEmpty()) {
            rows.table().repaint();
        }
        chooseWanted(traffic);
        pause.setSelected(traffic.paused());
        boolean notSaved = state.saved().flatMap(Saved::trouble).isPresent();
        note.setForeground(notSaved ? State.NG.text() : Palette.TEXT_SECOND.colour());
        note.setText(note(traffic, state.saved()));
        note.setToolTipText(note.getText().isEmpty() ? null : note.getText());
        empty.setText(UiWords.text(isNarrowed(traffic) ? "traffic.noneFound" : "traffic.empty"));
        deck.show(traffic.rows().isEmpty() ? "none" : "some");
    }

    private static boolean isNarrowed(TrafficView traffic) {
        return traffic.choice() != TrafficChoice.ALL || !traffic.find().isEmpty();
    }

    private void chooseWanted(TrafficView traffic) {
        if (wanted.isEmpty() || isNarrowed(traffic)) {
            return;
        }
        List<TrafficRow> all = traffic.rows();
        for (int i = all.size() - 1; i >= 0; i--) {
            TrafficRow row = all.get(i);
            if (row.peer() == wanted.getAsLong() && row.kind() != TrafficRow.Kind.CLOSED) {
                rows.select(row.number());
                rows.table().scrollRectToVisible(rows.table().getCellRect(i, 0, true));
                break;
            }
        }
        wanted = OptionalLong.empty();
    }

    private static String note(TrafficView traffic, Optional<Saved> saved) {
        if (saved.isPresent()) {
            return FileQuestion.words(saved.get());
        }
        if (traffic.paused()) {
            return UiWords.text("traffic.held", traffic.held());
        }
        return traffic.dropped() > 0 ? UiWords.text("traffic.dropped", traffic.dropped()) : "";
    }

    void togglePause() {
        pause.doClick(0);
    }

    void find() {
        find.requestFocusInWindow();
        find.selectAll();
    }

    void save() {
        Consumer<Path> saving = actions::saveTraffic;
        files.save("CSV", "traffic.csv", saving);
    }
}
