package org.shutterline.server.ui.jobs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** How labelled pictures were judged: what they are from top to bottom, what the draft says from left to right. */
final class ConfusionGrid extends JPanel {
    private static final List<Verdict> LABELS = List.of(Verdict.OK, Verdict.NG);

    /**
     * One field of the grid.
     *
     * @param label what people say
     * @param judged what the draft says
     */
    record Cell(Verdict label, Verdict judged) {
        boolean isRight() {
            return label == judged;
        }
    }

    private final Map<Verdict, Map<Verdict, JToggleButton>> cells = new EnumMap<>(Verdict.class);
    private final Map<Verdict, JLabel> heads = new EnumMap<>(Verdict.class);
    private final Map<Verdict, JLabel> sides = new EnumMap<>(Verdict.class);
    private final JLabel right = Headline.changing();
    private Map<Verdict, Map<Verdict, Integer>> counts = Map.of();
    private Optional<Cell> chosen = Optional.empty();

    /** @param filtered told the chosen field, or empty when none is any more */
    ConfusionGrid(Consumer<Optional<Cell>> filtered) {
        super(new MigLayout(
                "insets 0 0 0 12, gap 4 4", "[right, 64:pref][72!, fill][72!, fill][92!, fill]", "[][34!][34!][]"));
        setOpaque(false);
        setName("confusion");
        add(Headline.second("jobs.confusion"), "wmin 0");
        for (Verdict judged : Verdict.values()) {
            JLabel head = new JLabel(StateShape.of(State.of(judged), 12));
            head.setFont(Type.CAPTION.font());
            head.setHorizontalAlignment(JLabel.CENTER);
            heads.put(judged, head);
            add(head, judged == Verdict.UNKNOWN ? "wmin 0, wrap" : "wmin 0");
        }
        for (Verdict label : LABELS) {
            JLabel side = Headline.changing();
            sides.put(label, side);
            add(side, "wmin 0");
            Map<Verdict, JToggleButton> row = new EnumMap<>(Verdict.class);
            for (Verdict judged : Verdict.values()) {
                JToggleButton cell = cell(new Cell(label, judged), filtered);
                row.put(judged, cell);
                add(cell, judged == Verdict.UNKNOWN ? "h 34!, wrap" : "h 34!");
            }
            cells.put(label, row);
        }
        right.setName("confusion.right");
        add(right, "span, alignx right, wmin 0");
        Words.follow(this, this::label);
    }

    private JToggleButton cell(Cell cell, Consumer<Optional<Cell>> filtered) {
        JToggleButton button = new JToggleButton("0");
        button.setName("confusion." + cell.label() + "." + cell.judged());
        button.addActionListener(pressed -> {
            choose(button.isSelected() ? Optional.of(cell) : Optional.empty());
            filtered.accept(chosen);
        });
        return button;
    }

    private void choose(Optional<Cell> cell) {
        chosen = cell;
        cells.forEach((label, row) ->
                row.forEach((judged, button) -> button.setSelected(cell.equals(Optional.of(new Cell(label, judged))))));
    }

    private void label() {
        heads.forEach((verdict, head) -> head.setText(State.of(verdict).word()));
        sides.forEach((verdict, side) -> side.setText(UiWords.text("jobs.confusion." + verdict)));
        show(counts);
    }

    /** Shows counts by label, then by verdict; another set of pictures is not filtered. */
    void show(Map<Verdict, Map<Verdict, Integer>> byLabel) {
        counts = byLabel;
        setVisible(!counts.isEmpty());
        int all = 0;
        int good = 0;
        for (Verdict label : LABELS) {
            for (Verdict judged : Verdict.values()) {
                int count = counts.getOrDefault(label, Map.of()).getOrDefault(judged, 0);
                all += count;
                good += label == judged ? count : 0;
                show(new Cell(label, judged), count);
            }
        }
        right.setText(UiWords.text("jobs.confusion.right", good, all));
    }

    /** What is judged wrongly stands out by its colour and by where it stands. */
    private void show(Cell cell, int count) {
        JToggleButton button = cells.get(cell.label()).get(cell.judged());
        State state = cell.isRight() ? State.OK : cell.judged() == Verdict.UNKNOWN ? State.UNKNOWN : State.NG;
        button.setText(Integer.toString(count));
        button.setFont((count > 0 ? Type.BODY_STRONG : Type.BODY).font());
        button.setForeground(count > 0 ? state.text() : Palette.TEXT_SECOND.colour());
        button.setEnabled(count > 0);
        String words = UiWords.text(
                "jobs.confusion.hint",
                count,
                UiWords.text("jobs.confusion." + cell.label()),
                State.of(cell.judged()).word());
        button.setToolTipText(words);
        button.getAccessibleContext().setAccessibleName(words);
    }

    /** Nothing is filtered any more. */
    void forget() {
        choose(Optional.empty());
    }
}
