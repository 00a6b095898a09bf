package org.shutterline.server.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.Tables;
import org.shutterline.look.ValueRows;
import org.shutterline.look.VerdictBanner;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.monitor.HistoryFilter;
import org.shutterline.server.monitor.HistoryView;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.ShownResult;

/** Earlier results: found by time, part, verdict and station; the chosen one in full beside the list. */
final class HistoryPage extends JPanel {
    private static final Duration QUIET = Duration.ofMillis(300);

    private final MonitorActions actions;
    private final SaveFile saveFile;
    private final TimeField from = new TimeField("history.from");
    private final TimeField to = new TimeField("history.to");
    private final JTextField part = new JTextField(10);
    private final SegmentedSwitch verdict = new SegmentedSwitch("", "", "", "");
    private final JComboBox<String> station = new JComboBox<>();
    private final JButton find = Buttons.accent("", Icons.SEARCH);
    private final JButton save = Buttons.plain("", Icons.EXPORT);
    private final JButton more = Buttons.plain("");
    private final JLabel note = Headline.changing();
    private final JLabel empty = Headline.changing();
    private final Deck deck = new Deck();
    private final VerdictBanner banner = new VerdictBanner();
    private final ResultFrame picture;
    private final ValueRows values = new ValueRows();
    private final JPanel right = new JPanel();
    private Optional<ShownResult> shown = Optional.empty();
    private List<Integer> numbers = List.of();
    private final RowTable<InspectionResult> rows = new RowTable<>(
            "history",
            InspectionResult::id,
            new RowTable.Columns<InspectionResult>()
                    .with("history.number", result -> "#" + result.id())
                    .with("history.time", result -> Times.day(result.time().toInstant()))
                    .with("history.station", InspectionResult::station)
                    .with("history.verdict", result -> result)
                    .with("history.part", result -> result.part().orElse(UiWords.text("figure.none")))
                    .with("history.took", result -> UiWords.text("figure.ms", Times.oneDecimal(result.ms())))
                    .all());

    HistoryPage(MonitorActions actions, Darkroom darkroom, SaveFile saveFile) {
        this.actions = actions;
        this.saveFile = saveFile;
        picture = new ResultFrame(darkroom);
        setOpaque(false);
        right.setOpaque(false);
        values.compact(true);
        banner.compact(true);
        Tables.mono(rows.column(0));
        Tables.second(rows.column(1));
        Tables.lamps(
                rows.column(3),
                row -> State.of(((InspectionResult) row).verdict()),
                row -> State.of(((InspectionResult) row).verdict()).word());
        Tables.second(rows.column(5));
        rows.onChoice(row -> actions.showFound(row.id()));
        part.setName("history.part");
        find.setName("history.find");
        more.setName("history.more");
        station.setName("history.station");
        deck.with("some", rows.scroll());
        JPanel none = new JPanel(new MigLayout("insets 12 14 0 0"));
        none.setOpaque(false);
        none.add(empty);
        deck.with("none", none);
        gaps(16);
        wire();
        Words.follow(this, this::label);
    }

    /** The parts for a window with this gap; 12 is a small one. */
    void gaps(int gap) {
        removeAll();
        boolean small = gap < 16;
        if (small) {
            rows.widths(70, 156, -1, 98, 0, -1);
        } else {
            rows.widths(84, 164, 70, 116, 0, 92);
        }
        setLayout(new MigLayout("insets " + gap + ", gap " + gap + ", fill", "[grow, fill]", "[][grow, fill]"));
        add(filterCard(small), "wmin 0, wrap");
        JPanel both = new JPanel(
                new MigLayout("insets 0, gap " + gap + ", fill", "[420:640:720, fill][grow, fill]", "[grow, fill]"));
        both.setOpaque(false);
        both.add(listCard(), "wmin 0, hmin 0");
        right.removeAll();
        right.setLayout(new MigLayout(
                "insets 0, gap " + gap + ", wrap 1, fill",
                "[grow, fill]",
                "[][grow 100, fill][60:pref:pref, grow 10]"));
        right.add(banner, "wmin 0");
        right.add(picture, "wmin 0, hmin 120");
        Card valueCard = new Card(new MigLayout("insets 6 1 6 1, fill", "[grow, fill]", "[grow, fill]"));
        ScrollColumn column = new ScrollColumn(new MigLayout("insets 0, fill", "[grow, fill]", "[grow, fill]"));
        column.add(values, "wmin 0");
        valueCard.add(column.inView(), "wmin 0, hmin 0");
        right.add(valueCard, "wmin 0, hmin 60");
        both.add(right, "wmin 0, hmin 0");
        add(both, "grow, hmin 0");
        revalidate();
    }

    private Card filterCard(boolean small) {
        Card card = new Card(new MigLayout(
                "insets 10 16 12 16, gapx 10, gapy 2, fillx, wrap " + (small ? 4 : 7),
                small
                        ? "[grow, fill][grow, fill][grow, fill][]"
                        : "[80:150:180, grow][80:150:180, grow][80:140:180, grow][90:110:130][][]10:push[]",
                ""));
        field(card, "history.from", from, "growx, wmin 70");
        field(card, "history.to", to, "growx, wmin 70");
        field(card, "history.part", part, "growx, wmin 70");
        field(card, "history.station", station, "growx, wmin 80");
        field(card, "history.verdict", verdict, small ? "spanx 2, growx 0" : "");
        card.add(find, "h 36!, growx 0, aligny bottom");
        card.add(save, "h 36!, growx 0, aligny bottom");
        return card;
    }

    /** A field with its label above it. */
    private static void field(Card card, String words, JComponent field, String constraints) {
        JPanel both = new JPanel(new MigLayout("insets 0, gapy 2, wrap 1, fillx", "[grow, fill]", "[]2[36!]"));
        both.setOpaque(false);
        both.add(Headline.second(words));
        both.add(field, "wmin 0" + (field instanceof SegmentedSwitch ? ", growx 0" : ", h 36!"));
        card.add(both, constraints);
    }

    private Card listCard() {
        Card card =
                new Card(new MigLayout("insets 8 1 8 1, gapy 4, fill, hidemode 3", "[grow, fill][]", "[grow, fill][]"));
        card.add(deck, "span, grow, hmin 0, wrap");
        card.add(note, "gapx 14, wmin 0");
        card.add(more, "gapright 12, h 36!");
        return card;
    }

    private void wire() {
        find.addActionListener(pressed -> find());
        for (JTextField field : List.of(from, to, part)) {
            field.addActionListener(entered -> find());
        }
        verdict.onChoice(chosen -> find());
        station.addActionListener(chosen -> {
            if (!filling) {
                find();
            }
        });
        more.addActionListener(pressed -> actions.findMore());
        save.addActionListener(pressed -> save());
    }

    private boolean filling;

    private void label() {
        verdict.label(UiWords.text("history.all"), State.OK.word(), State.NG.word(), State.UNKNOWN.word());
        find.setText(UiWords.text("history.find"));
        save.setText(UiWords.text("history.save"));
        save.setToolTipText(UiWords.text("history.saveHint") + " (Ctrl+E)");
        more.setText(UiWords.text("history.more"));
        for (TimeField field : List.of(from, to)) {
            field.setToolTipText(UiWords.text("history.timeHint"));
        }
        part.setToolTipText(UiWords.text("history.partHint"));
        rows.label();
        fillStations();
    }

    private void find() {
        boolean good = from.isGood() & to.isGood();
        if (!good) {
            note.setText(UiWords.text("history.badTime"));
            note.setForeground(State.NG.text());
            badTime = true;
            return;
        }
        badTime = false;
        actions.findResults(
                new HistoryFilter(from.time(), to.time(), part.getText().strip(), verdicts(), number()));
    }

    private boolean badTime;

    private Set<Verdict> verdicts() {
        return verdict.chosen() == 0 ? Set.of() : Set.of(Verdict.values()[verdict.chosen() - 1]);
    }

    private OptionalInt number() {
        int index = station.getSelectedIndex();
        return index > 0 ? OptionalInt.of(numbers.get(index - 1)) : OptionalInt.empty();
    }

    private void fillStations() {
        filling = true;
        int index = Math.max(0, station.getSelectedIndex());
        station.removeAllItems();
        List<String> names = new ArrayList<>(List.of(UiWords.text("history.all")));
        Stream.of(numbers).flatMap(List::stream).map(String::valueOf).forEach(names::add);
        names.forEach(station::addItem);
        station.setSelectedIndex(Math.min(index, names.size() - 1));
        filling = false;
    }

    void show(MonitorState state) {
        List<Integer> present =
                state.stations().stream().map(view -> view.number()).toList();
        if (!present.equals(numbers)) {
            numbers = present;
            fillStations();
        }
        HistoryView history = state.history();
        rows.show(history.rows(), false);
        more.setVisible(history.more());
        boolean slow = history.searching()
                .filter(since -> Duration.between(since, state.now()).compareTo(QUIET) > 0)
                .isPresent();
        if (!badTime) {
            note.setForeground(Headline.changing().getForeground());
            note.setText(
                    slow
                            ? UiWords.text("history.searching")
                            : state.saved().map(SaveFile::words).orElseGet(() -> count(history)));
        }
        empty.setText(UiWords.text(emptyKey(history)));
        deck.show(history.rows().isEmpty() ? "none" : "some");
        showChosen(history);
    }

    private static String count(HistoryView history) {
        return UiWords.text(
                history.more() ? "history.countMore" : "history.count",
                history.rows().size());
    }

    private static String emptyKey(HistoryView history) {
        if (history.broken()) {
            return "history.broken";
        }
        return history.filter().equals(HistoryFilter.NEWEST) ? "history.empty" : "history.noneFound";
    }

    private void showChosen(HistoryView history) {
        if (history.shown().isEmpty()) {
            banner.showNothingYet();
            picture.showNone(UiWords.text("history.choose"));
            values.show(List.of(), false);
            shown = Optional.empty();
            return;
        }
        history.shown()
                .filter(picture::isReady)
                .filter(result -> !shown.equals(Optional.of(result)))
                .ifPresent(result -> {
                    shown = Optional.of(result);
                    banner.showEarlier(result.result());
                    picture.show(result);
                    values.show(result.result().values(), false);
                    rows.select(result.result().id());
                });
    }

    /** Looks again when the page is opened, for results came meanwhile; a chosen one stays chosen. */
    void opened() {
        find();
    }

    void toFind() {
        part.requestFocusInWindow();
        part.selectAll();
    }

    void save() {
        saveFile.ask("results.csv", actions::saveResults);
    }
}
