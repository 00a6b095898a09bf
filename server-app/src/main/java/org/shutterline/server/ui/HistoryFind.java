package org.shutterline.server.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.monitor.HistoryFilter;

/** What is to be found in the history: time, part, station and verdict. */
final class HistoryFind extends Card {
    private final Consumer<Optional<HistoryFilter>> wanted;
    private final TimeField from = new TimeField("history.from");
    private final TimeField to = new TimeField("history.to");
    private final JTextField part = new JTextField(10);
    private final JComboBox<String> station = new JComboBox<>();
    private final SegmentedSwitch verdict = new SegmentedSwitch("", "", "", "");
    private final JButton find = Buttons.accent("", Icons.SEARCH);
    private final JButton save = Buttons.plain("", Icons.EXPORT);
    private List<Integer> numbers = List.of();
    private boolean filling;

    /** @param wanted told what is to be found; empty when a time cannot be read */
    HistoryFind(Consumer<Optional<HistoryFilter>> wanted, Runnable save) {
        super(new MigLayout());
        this.wanted = wanted;
        part.setName("history.part");
        find.setName("history.find");
        station.setName("history.station");
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
        this.save.addActionListener(pressed -> save.run());
        Words.follow(this, this::label);
    }

    /** In one row, or in two of a small window. */
    void arrange(boolean small) {
        removeAll();
        setLayout(new MigLayout(
                "insets 10 16 12 16, gapx 10, gapy 2, fillx, wrap " + (small ? 4 : 7),
                small
                        ? "[grow, fill][grow, fill][grow, fill][]"
                        : "[80:150:180, grow][80:150:180, grow][80:140:180, grow][90:110:130][][]10:push[]",
                ""));
        field("history.from", from, "growx, wmin 70");
        field("history.to", to, "growx, wmin 70");
        field("history.part", part, "growx, wmin 70");
        field("history.station", station, "growx, wmin 80");
        field("history.verdict", verdict, small ? "spanx 2, growx 0" : "");
        add(find, "h 36!, growx 0, aligny bottom");
        add(save, "h 36!, growx 0, aligny bottom");
    }

    /** A field with its label above it. */
    private void field(String words, JComponent field, String constraints) {
        JPanel both = new JPanel(new MigLayout("insets 0, gapy 2, wrap 1, fillx", "[grow, fill]", "[]2[36!]"));
        both.setOpaque(false);
        both.add(Headline.second(words));
        both.add(field, "wmin 0" + (field instanceof SegmentedSwitch ? ", growx 0" : ", h 36!"));
        add(both, constraints);
    }

    private void label() {
        verdict.label(UiWords.text("history.all"), State.OK.word(), State.NG.word(), State.UNKNOWN.word());
        find.setText(UiWords.text("history.find"));
        save.setText(UiWords.text("history.save"));
        save.setToolTipText(UiWords.text("history.saveHint") + " (Ctrl+E)");
        for (TimeField field : List.of(from, to)) {
            field.setToolTipText(UiWords.text("history.timeHint"));
        }
        part.setToolTipText(UiWords.text("history.partHint"));
        fillStations();
    }

    /** Tells what is wanted now. */
    void find() {
        boolean good = from.isGood() & to.isGood();
        wanted.accept(
                good
                        ? Optional.of(new HistoryFilter(
                                from.time(), to.time(), part.getText().strip(), verdicts(), number()))
                        : Optional.empty());
    }

    private Set<Verdict> verdicts() {
        return verdict.chosen() == 0 ? Set.of() : Set.of(Verdict.values()[verdict.chosen() - 1]);
    }

    private OptionalInt number() {
        int index = station.getSelectedIndex();
        return index > 0 ? OptionalInt.of(numbers.get(index - 1)) : OptionalInt.empty();
    }

    /** The stations that can be chosen. */
    void stations(List<Integer> present) {
        if (!present.equals(numbers)) {
            numbers = present;
            fillStations();
        }
    }

    private void fillStations() {
        filling = true;
        int index = Math.max(0, station.getSelectedIndex());
        List<String> names = new ArrayList<>(List.of(UiWords.text("history.all")));
        numbers.forEach(number -> names.add(number.toString()));
        station.removeAllItems();
        names.forEach(station::addItem);
        station.setSelectedIndex(Math.min(index, names.size() - 1));
        filling = false;
    }

    void toPart() {
        part.requestFocusInWindow();
        part.selectAll();
    }
}
