package org.shutterline.server.ui;

import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.monitor.HistoryFilter;
import org.shutterline.server.monitor.HistoryView;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.Saved;
import org.shutterline.server.monitor.StationView;

/** Earlier results: found by time, part, verdict and station; the chosen one in full beside the list. */
final class HistoryPage extends JPanel {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final int NARROW_PX = 590;
    private static final int WIDE_PX = 760;

    private final MonitorActions actions;
    private final FileQuestion files;
    private final HistoryFind find;
    private final ResultColumn result;
    private final JButton more = Buttons.plain("");
    private final JLabel note = Headline.changing();
    private final JLabel empty = Headline.changing();
    private final Deck deck = new Deck();
    private final Last framed = new Last();
    private boolean badTime;
    private boolean small;
    private Map<Long, Verdict> said = Map.of();
    private final SaidBar saidBar;
    private final RowTable<InspectionResult> rows = new RowTable<>(
            "history",
            InspectionResult::id,
            new RowTable.Columns<InspectionResult>()
                    .with("history.number", result -> "#" + result.id())
                    .with("history.time", result -> Times.day(result.time().toInstant()))
                    .with("history.station", InspectionResult::station)
                    .with("history.verdict", result -> result)
                    .with("history.job", InspectionResult::job)
                    .with("history.part", result -> result.part().orElse(UiWords.text("figure.none")))
                    .with("history.said", this::said)
                    .with("history.took", result -> UiWords.text("figure.ms", Times.oneDecimal(result.ms())))
                    .all());

    /**
     * @param taught told the job and the number of a result on which it is to be taught
     * @param fresh told the number of a result on which a new job is to be taught
     */
    HistoryPage(
            MonitorActions actions,
            Darkroom darkroom,
            FileQuestion files,
            BiConsumer<String, Long> taught,
            LongConsumer fresh) {
        this.actions = actions;
        this.files = files;
        find = new HistoryFind(this::find, this::save);
        result = new ResultColumn(darkroom);
        saidBar = new SaidBar(actions, files, taught, fresh);
        setOpaque(false);
        Tables.mono(rows.column(0));
        Tables.second(rows.column(1));
        Tables.lamps(rows.column(3), HistoryPage::state, row -> state(row).word());
        Tables.second(rows.column(5));
        Tables.second(rows.column(7));
        rows.onChoice(row -> actions.showFound(row.id()));
        more.addActionListener(pressed -> actions.findMore());
        deck.with("some", rows.scroll());
        rows.scroll().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                columns();
            }
        });
        JPanel none = new JPanel(new MigLayout("insets 12 14 0 0"));
        none.setOpaque(false);
        none.add(empty);
        deck.with("none", none);
        gaps(16);
        Words.follow(this, this::label);
    }

    private static State state(Object row) {
        return State.of(((InspectionResult) row).verdict());
    }

    /** The parts for a window with this gap; 12 is a small one. */
    void gaps(int gap) {
        removeAll();
        boolean small = gap < 16;
        this.small = small;
        columns();
        find.arrange(small);
        result.arrange(gap);
        setLayout(new MigLayout("insets " + gap + ", gap " + gap + ", fill", "[grow, fill]", "[][grow, fill]"));
        JPanel both = new JPanel(
                new MigLayout("insets 0, gap " + gap + ", fill", "[420:720:780, fill][grow, fill]", "[grow, fill]"));
        both.setOpaque(false);
        both.add(listCard(), "wmin 0, hmin 0");
        both.add(resultSide(gap), "wmin 0, hmin 0");
        add(find, "wmin 0, wrap");
        add(both, "grow, hmin 0");
        revalidate();
    }

    /** As many columns as there is room for beside the name of the part; the rest stands beside the list. */
    private void columns() {
        int width = rows.scroll().getWidth();
        if (small || width < NARROW_PX) {
            rows.widths(70, 156, -1, 98, -1, 0, 84, -1);
        } else {
            rows.widths(66, 152, 74, 92, 84, 0, 84, width < WIDE_PX ? -1 : 84);
        }
    }

    private JPanel resultSide(int gap) {
        JPanel side =
                new JPanel(new MigLayout("insets 0, gap " + gap + ", wrap 1, fill", "[grow, fill]", "[][grow, fill]"));
        side.setOpaque(false);
        side.add(saidBar, "wmin 0");
        side.add(result, "wmin 0, hmin 0");
        return side;
    }

    /** What a person said of the part, where that differs from the verdict it stands out by its word. */
    private String said(InspectionResult row) {
        return Optional.ofNullable(said.get(row.id())).map(Verdict::name).orElse("");
    }

    private Card listCard() {
        Card card =
                new Card(new MigLayout("insets 8 1 8 1, gapy 4, fill, hidemode 3", "[grow, fill][]", "[grow, fill][]"));
        card.add(deck, "span, grow, hmin 0, wrap");
        card.add(note, "gapx 14, wmin 0");
        card.add(more, "gapright 12, h 36!");
        return card;
    }

    private void label() {
        more.setText(UiWords.text("history.more"));
        rows.label();
    }

    private void find(Optional<HistoryFilter> wanted) {
        badTime = wanted.isEmpty();
        if (badTime) {
            note.setText(UiWords.text("history.badTime"));
            note.setForeground(State.NG.text());
        }
        wanted.ifPresent(actions::findResults);
    }

    void show(MonitorState state) {
        find.stations(state.stations().stream().map(StationView::number).toList());
        HistoryView history = state.history();
        if (!said.equals(history.said())) {
            said = history.said();
            rows.table().repaint();
        }
        saidBar.show(history);
        rows.show(history.rows(), false);
        // only a change is told to the table, so that a state on its way does not undo a choice
        history.shown()
                .map(shown -> shown.result().id())
                .filter(id -> framed.differs(id))
                .ifPresent(rows::select);
        more.setVisible(history.more());
        if (!badTime) {
            note(state, history);
        }
        empty.setText(UiWords.text(emptyKey(history)));
        deck.show(history.rows().isEmpty() ? "none" : "some");
        result.show(history.shown(), history.judgedBy());
    }

    private void note(MonitorState state, HistoryView history) {
        boolean slow = history.searching()
                .filter(since -> Duration.between(since, state.now()).compareTo(QUIET) > 0)
                .isPresent();
        boolean notSaved = state.saved().flatMap(Saved::trouble).isPresent();
        note.setForeground(notSaved ? State.NG.text() : Palette.TEXT_SECOND.colour());
        note.setText(
                slow
                        ? UiWords.text("history.searching")
                        : state.saved().map(FileQuestion::words).orElseGet(() -> count(history)));
    }

    private static String count(HistoryView history) {
        String count = UiWords.text(
                history.more() ? "history.countMore" : "history.count",
                history.rows().size());
        long wrong = history.falseNg() + history.falseOk();
        return wrong == 0 ? count : count + "   " + UiWords.text("history.false", history.falseNg(), history.falseOk());
    }

    private static String emptyKey(HistoryView history) {
        if (history.broken()) {
            return "history.broken";
        }
        return history.filter().equals(HistoryFilter.NEWEST) ? "history.empty" : "history.noneFound";
    }

    /** Looks again when the page is opened, for results came meanwhile; a chosen one stays chosen. */
    void opened() {
        find.find();
    }

    void toFind() {
        find.toPart();
    }

    void save() {
        files.save("CSV", "results.csv", actions::saveResults);
    }
}
