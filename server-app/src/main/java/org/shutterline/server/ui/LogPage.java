package org.shutterline.server.ui;

import java.awt.Component;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
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
import org.shutterline.server.monitor.LogRow;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.Saved;

/** The last lines of the program's log. */
final class LogPage extends JPanel {
    private static final LogRow.Level[] LEVELS = {LogRow.Level.INFO, LogRow.Level.WARN, LogRow.Level.ERROR};

    private final MonitorActions actions;
    private final SegmentedSwitch level = new SegmentedSwitch("", "", "");
    private final FindField find;
    private final JLabel limits = new JLabel();
    private final JButton support = Buttons.plain("", Icons.EXPORT);
    private final JLabel saved = new JLabel();
    private final JButton storage = Buttons.plain("", Icons.FOLDER);
    private final JLabel none = Headline.changing();
    private final Deck deck = new Deck();
    private final RowTable<LogRow> rows = new RowTable<>(
            "log",
            LogRow::number,
            new RowTable.Columns<LogRow>()
                    .with("log.time", row -> Times.millis(row.at()))
                    .with("log.level", row -> row)
                    .with("log.place", row -> UiWords.text("log.place." + row.place()))
                    .with("log.text", LogRow::text)
                    .all());

    LogPage(MonitorActions actions, FileQuestion files, Runnable showStorage) {
        this.actions = actions;
        support.setName("support");
        support.addActionListener(pressed -> files.save("ZIP", "shutterline-support.zip", actions::saveSupport));
        limits.setName("limits");
        setOpaque(false);
        find = new FindField("log.find", text -> showLog());
        level.onChoice(chosen -> showLog());
        storage.setName("log.storage");
        storage.addActionListener(pressed -> showStorage.run());
        rows.widths(126, 120, 190, 0);
        Tables.mono(rows.column(0));
        rows.column(1).setCellRenderer(new LevelCell());
        Tables.second(rows.column(2));
        deck.with("some", rows.scroll());
        JPanel empty = new JPanel(new MigLayout("insets 16 14 0 0"));
        empty.setOpaque(false);
        empty.add(none);
        deck.with("none", empty);
        none.setName("log.none");
        gaps(16);
        Words.follow(this, this::label);
    }

    void gaps(int gap) {
        removeAll();
        setLayout(new MigLayout("insets " + gap + ", fill", "[grow, fill]", "[grow, fill]"));
        Card card = new Card(new MigLayout("insets 8 1 1 1, gapy 6, fill", "[grow, fill]", "[][grow, fill]"));
        JPanel head = new JPanel(new MigLayout("insets 0 14 0 12, gap 12, fill", "[][][]push[][][140:240:300][]"));
        head.setOpaque(false);
        head.add(Headline.card("log.title"));
        head.add(level);
        head.add(limits, "wmin 0");
        head.add(saved, "wmin 0");
        head.add(support);
        head.add(find, "growx, h 36!");
        head.add(storage);
        card.add(head, "wrap");
        card.add(deck, "grow, hmin 0");
        add(card, "hmin 0, wmin 0");
        revalidate();
    }

    private void label() {
        support.setText(UiWords.text("log.support"));
        support.setToolTipText(UiWords.text("log.supportHint"));
        level.label(UiWords.text("log.all"), UiWords.text("log.warnings"), UiWords.text("log.errors"));
        rows.label();
        none.setText(UiWords.text("log.none"));
        storage.setText(UiWords.text("storage.open"));
    }

    private static String limits(SortedMap<String, Long> hit) {
        return hit.isEmpty()
                ? ""
                : UiWords.text(
                        "log.limits",
                        hit.entrySet().stream()
                                .map(limit -> UiWords.text("log.limit." + limit.getKey()) + " " + limit.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static String words(Saved saved) {
        String file = saved.file().getFileName().toString();
        return saved.trouble()
                .map(trouble -> UiWords.text("saved.not", file, trouble))
                .orElseGet(() -> UiWords.text("log.saved", file));
    }

    private void showLog() {
        actions.showLog(LEVELS[level.chosen()], find.getText());
    }

    /** Only what needs a person has a shape. */
    private static final class LevelCell extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            LogRow.Level level = ((LogRow) value).level();
            String word = UiWords.text("log." + level.name().toLowerCase(Locale.ROOT));
            super.getTableCellRendererComponent(table, word, selected, focused, row, column);
            boolean quiet = level.compareTo(LogRow.Level.WARN) < 0;
            State state = level == LogRow.Level.ERROR ? State.NG : State.FAULT;
            setIcon(quiet ? null : StateShape.of(state, 14));
            setIconTextGap(8);
            setFont((quiet ? Type.SECOND : Type.SECOND_STRONG).font());
            setForeground(quiet ? Palette.TEXT_SECOND.colour() : state.text());
            setBorder(BorderFactory.createEmptyBorder(2, quiet ? 34 : 12, 2, 12));
            return this;
        }
    }

    void show(MonitorState state) {
        rows.show(state.log().rows(), true);
        deck.show(state.log().rows().isEmpty() ? "none" : "some");
        limits.setText(limits(state.health().limitsHit()));
        limits.setToolTipText(limits.getText());
        saved.setText(state.saved()
                .filter(file -> file.file().toString().endsWith(".zip"))
                .map(LogPage::words)
                .orElse(""));
    }

    void find() {
        find.requestFocusInWindow();
        find.selectAll();
    }
}
