package org.shutterline.client.ui;

import java.util.List;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.Trend;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.TrendChart;
import org.shutterline.look.Type;
import org.shutterline.look.Units;
import org.shutterline.look.Words;

/** One value over the last results. */
final class TrendCard extends Card {
    private final Sentences sentences;
    private final JLabel title = new JLabel();
    private final JLabel count = new JLabel();
    private final JComboBox<String> names = new JComboBox<>();
    private final TrendChart chart = new TrendChart();
    private Optional<Trend> trend = Optional.empty();
    private List<String> shownNames = List.of();
    private boolean compact;
    private boolean binding;

    TrendCard(Sentences sentences, OperatorActions actions) {
        super(new MigLayout());
        this.sentences = sentences;
        names.setName("trend");
        title.setFont(Type.CARD_TITLE.font());
        count.setFont(Type.SECOND.font());
        count.setForeground(Palette.TEXT_SECOND.colour());
        names.setRenderer(new NamedRenderer(name -> trend.filter(
                        it -> it.name().equals(name) && !it.unit().isEmpty())
                .map(it -> sentences.text("trend.named", name, Units.word(it.unit())))
                .orElse(name.toString())));
        names.addActionListener(chosen -> {
            if (!binding && names.getSelectedItem() instanceof String name) {
                actions.chooseTrend(name);
            }
        });
        place();
        Words.follow(this, this::label);
    }

    /** The layout of small windows: one row high. */
    void compact(boolean small) {
        if (compact != small) {
            compact = small;
            place();
        }
    }

    private void place() {
        removeAll();
        if (compact) {
            setLayout(new MigLayout("insets 8 12 8 12, gap 12 4, fill", "[112!][grow, fill]", "[]4[32!]"));
            add(title, "cell 0 0");
            add(names, "cell 0 1, w 112!, h 32!");
            add(chart, "cell 1 0, span 1 2, grow, hmin 56");
        } else {
            setLayout(new MigLayout("insets 10 18 12 18, gap 8, fill", "[][]push[]", "[32!]8[grow, fill]"));
            add(title);
            add(count);
            add(names, "w 136:pref:240, h 32!, wrap");
            add(chart, "span, grow, hmin 56");
        }
        revalidate();
        repaint();
    }

    void show(OperatorState state) {
        trend = Optional.of(state.trend());
        Trend shown = state.trend();
        List<TrendChart.Reading> readings = shown.points().stream()
                .map(point -> new TrendChart.Reading(point.value(), point.verdict()))
                .toList();
        // what is gone by stays what it was: only the verdict of this moment loses its colour with the connection
        chart.show(readings, shown.low(), shown.high(), shown.decimals(), false);
        if (!shown.names().equals(shownNames)) {
            binding = true;
            shownNames = shown.names();
            names.setModel(new DefaultComboBoxModel<>(shownNames.toArray(String[]::new)));
            binding = false;
        }
        if (!shown.name().equals(names.getSelectedItem())) {
            binding = true;
            names.setSelectedItem(shown.name());
            binding = false;
        }
        names.setEnabled(!shownNames.isEmpty());
        label();
    }

    private void label() {
        title.setText(sentences.text("trend.title"));
        int points = trend.map(it -> it.points().size()).orElse(0);
        count.setText(points == 0 ? "" : sentences.text("trend.last", Integer.toString(points)));
        names.getAccessibleContext().setAccessibleName(sentences.text("trend.choose"));
    }
}
