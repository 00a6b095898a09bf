package org.shutterline.server.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
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
import org.shutterline.look.StateShape;
import org.shutterline.look.Tables;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.Saved;
import org.shutterline.server.monitor.TrafficChoice;
import org.shutterline.server.monitor.TrafficRow;
import org.shutterline.server.monitor.TrafficView;

/** Listeners, clients and the traffic with its line ends. */
final class ConnectionsPage extends JPanel {
    private static final int SMALL_GAP_PX = 12;

    private final MonitorActions actions;
    private final SaveFile saveFile;
    private final JComponent beside;
    private final Card trafficCard;
    private int gap;
    private final PeersCards peers = new PeersCards();
    private final Card listeners = peers.listenersCard();
    private final Card clients = peers.clientsCard();
    private final SegmentedSwitch tabs = new SegmentedSwitch("", "");
    private final SegmentedSwitch choice = new SegmentedSwitch("", "", "");
    private final FindField find;
    private final JToggleButton pause = Buttons.toggle("", Icons.PAUSE);
    private final JButton save = Buttons.plain("", Icons.EXPORT);
    private final JLabel note = Headline.changing();
    private final JLabel empty = Headline.changing();
    private final Deck deck = new Deck();
    private final Card waits = new Card(new MigLayout("insets 10 14 10 14, gap 12, fill", "[][grow, fill]", "[]"));
    private final Paragraph waitsWords = new Paragraph(Type.BODY);
    private final TrafficCells.Took took = new TrafficCells.Took();
    private final RowTable<TrafficRow> rows = new RowTable<>(
            "traffic",
            TrafficRow::number,
            new RowTable.Columns<TrafficRow>()
                    .with("traffic.time", row -> Times.millis(row.at()))
                    .with("traffic.who", TrafficRow::who)
                    .with("", row -> row.kind() != TrafficRow.Kind.OUT)
                    .with("traffic.text", row -> row)
                    .with("traffic.took", row -> row)
                    .all());

    /** @param beside stands in the right column, and in a small window in place of the traffic */
    ConnectionsPage(MonitorActions actions, SaveFile saveFile, JComponent beside) {
        this.actions = actions;
        this.beside = beside;
        this.saveFile = saveFile;
        setOpaque(false);
        find = new FindField("traffic.find", text -> showTraffic());
        deck.with("some", rows.scroll());
        JPanel none = new JPanel(new MigLayout("insets 16 14 0 0"));
        none.setOpaque(false);
        none.add(empty);
        deck.with("none", none);
        rows.widths(126, 170, 40, 0, 120);
        Tables.mono(rows.column(0));
        Tables.arrows(rows.column(2));
        rows.column(3).setCellRenderer(new TrafficCells.Text());
        rows.column(4).setCellRenderer(took);
        pause.setName("traffic.pause");
        choice.onChoice(chosen -> showTraffic());
        pause.addActionListener(pressed -> actions.pauseTraffic(pause.isSelected()));
        save.addActionListener(pressed -> save());
        tabs.setName("connections.tab");
        tabs.onChoice(chosen -> arrange());
        trafficCard = trafficCard();
        gaps(16);
        Words.follow(this, this::label);
    }

    void gaps(int wanted) {
        gap = wanted;
        arrange();
    }

    private void arrange() {
        boolean small = gap == SMALL_GAP_PX;
        boolean alone = small && tabs.chosen() == 1;
        removeAll();
        setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill",
                "[0:0, grow, fill][0:0, grow, fill]" + (small ? "" : "[372!, fill]"),
                (small ? "[]" : "") + (alone ? "" : "[188!]") + "[grow, fill]"));
        if (small) {
            add(tabs, "spanx, alignx left, growx 0, wrap");
        }
        if (alone) {
            add(beside, "span, grow, wmin 0, hmin 0");
        } else {
            add(listeners, "wmin 0");
            add(clients, "wmin 0" + (small ? ", wrap" : ""));
            if (!small) {
                add(beside, "spany 2, grow, wmin 0, hmin 0, wrap");
            }
            add(trafficCard, "span 2, grow, wmin 0, hmin 0");
        }
        revalidate();
        repaint();
    }

    private Card trafficCard() {
        Card card =
                new Card(new MigLayout("insets 8 1 1 1, gapy 6, fill, hidemode 3", "[grow, fill]", "[][][grow, fill]"));
        JPanel head =
                new JPanel(new MigLayout("insets 0 14 0 12, gap 12, fill", "[][][grow, 0:pref][140:190:240][][]"));
        head.setOpaque(false);
        head.add(Headline.card("traffic.title"));
        head.add(choice);
        head.add(note, "growx, wmin 0");
        head.add(find, "growx, h 36!");
        head.add(pause, "h 36!");
        head.add(save, "h 36!");
        card.add(head, "wrap");
        waits.removeAll();
        waits.tone(Card.Tone.WARNING);
        waits.add(new JLabel(StateShape.of(State.FAULT, 20)), "aligny top");
        waits.add(waitsWords, "wmin 0");
        waits.setVisible(false);
        waitsWords.setForeground(Palette.TEXT.colour());
        card.add(waits, "gapx 14 14, wmin 0, wrap");
        card.add(deck, "grow, hmin 0");
        return card;
    }

    private void label() {
        tabs.label(UiWords.text("traffic.title"), UiWords.text("simulator.title"));
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

    void show(MonitorState state) {
        peers.show(state);
        TrafficView traffic = state.traffic();
        took.now(traffic.waiting(), state.now());
        rows.show(traffic.rows(), true);
        if (!traffic.waiting().isEmpty()) {
            rows.table().repaint();
        }
        pause.setSelected(traffic.paused());
        boolean notSaved = state.saved().flatMap(Saved::trouble).isPresent();
        note.setForeground(notSaved ? State.NG.text() : Palette.TEXT_SECOND.colour());
        note.setText(note(traffic, state.saved()));
        note.setToolTipText(note.getText().isEmpty() ? null : note.getText());
        boolean narrowed =
                traffic.choice() != TrafficChoice.ALL || !traffic.find().isEmpty();
        empty.setText(UiWords.text(narrowed ? "traffic.noneFound" : "traffic.empty"));
        deck.show(traffic.rows().isEmpty() ? "none" : "some");
        showWaiting(state);
    }

    private static String note(TrafficView traffic, Optional<Saved> saved) {
        if (saved.isPresent()) {
            return SaveFile.words(saved.get());
        }
        if (traffic.paused()) {
            return UiWords.text("traffic.held", traffic.held());
        }
        return traffic.dropped() > 0 ? UiWords.text("traffic.dropped", traffic.dropped()) : "";
    }

    private void showWaiting(MonitorState state) {
        Optional<TrafficRow> last = state.traffic().rows().stream()
                .filter(row -> row.kind() == TrafficRow.Kind.NO_END)
                .filter(row -> state.traffic().waiting().containsKey(row.peer()))
                .reduce((before, after) -> after);
        waits.setVisible(last.isPresent());
        last.ifPresent(row -> waitsWords.setText(UiWords.text(
                "traffic.noEnd",
                row.who(),
                org.shutterline.server.net.Visible.text(row.text()),
                TrafficCells.SILENCE_SETTING)));
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
        saveFile.ask("traffic.csv", saving);
    }
}
