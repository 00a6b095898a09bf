package org.shutterline.server.ui.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.SpreadChart;
import org.shutterline.look.TrendChart;
import org.shutterline.look.Units;
import org.shutterline.look.Words;
import org.shutterline.server.statistics.Report;
import org.shutterline.server.statistics.StatisticsActions;
import org.shutterline.server.statistics.ValueFigures;
import org.shutterline.server.statistics.ValueName;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** How one measured value lies between its limits, and how it went. */
final class ValueCard extends Card {
    /** As many points as a wide chart has places for. */
    private static final int POINTS = 600;

    private final JComboBox<String> value = new JComboBox<>();
    private final JLabel figures = Headline.changing();
    private final SpreadChart spread = new SpreadChart();
    private final TrendChart trend = new TrendChart();
    private final JLabel oldest = Headline.changing();
    private final JLabel newest = Headline.changing();
    private final Last last = new Last();
    private List<ValueName> names = List.of();
    private Optional<Report> shown = Optional.empty();
    private boolean filling;

    ValueCard(StatisticsActions actions) {
        super(new MigLayout(
                "insets 12 16 12 16, gapx 24, gapy 6, fill", "[grow 40, fill][grow 60, fill]", "[][][grow, fill][]"));
        value.setName("statistics.value");
        figures.setName("statistics.valueFigures");
        spread.setName("statistics.spread");
        trend.setName("statistics.trend");
        value.addActionListener(chosen -> {
            if (!filling && value.getSelectedIndex() >= 0) {
                actions.chooseValue(names.get(value.getSelectedIndex()));
            }
        });
        add(Headline.card("statistics.value"), "split 2, span, growx 0");
        add(value, "h 36!, w 160:320:420, growx 0, wrap");
        add(figures, "span, growx, wmin 0, wrap");
        add(spread, "wmin 0, hmin 96");
        add(trend, "wmin 0, hmin 96, wrap");
        add(Headline.second("statistics.spreadHint"), "wmin 0");
        add(oldest, "split 2, growx, wmin 0");
        add(newest, "growx 0, alignx right, wmin 0");
        Words.follow(this, () -> {
            last.forget();
            shown.ifPresent(this::show);
        });
    }

    void show(Report report) {
        shown = Optional.of(report);
        if (!last.differs(report.values(), report.value())) {
            return;
        }
        fill(report);
        report.value().ifPresentOrElse(this::show, this::showNone);
    }

    private void fill(Report report) {
        filling = true;
        names = report.values();
        boolean oneJob = names.stream().map(ValueName::job).distinct().count() < 2;
        value.removeAllItems();
        names.forEach(name -> value.addItem(oneJob ? name.name() : name.job() + ": " + name.name()));
        report.value().map(ValueFigures::name).map(names::indexOf).ifPresent(value::setSelectedIndex);
        value.setEnabled(!names.isEmpty());
        filling = false;
    }

    private void showNone() {
        figures.setText(UiWords.text("statistics.noValue"));
        spread.show(List.of(), OptionalDouble.empty(), OptionalDouble.empty(), 2);
        trend.show(List.of(), OptionalDouble.empty(), OptionalDouble.empty(), 2, false);
        oldest.setText("");
        newest.setText("");
    }

    private void show(ValueFigures of) {
        int decimals = of.decimals();
        figures.setText(UiWords.text(
                "statistics.valueFigures",
                of.points().size(),
                of.missing(),
                of.outside(),
                fixed(of.mean(), decimals + 1),
                fixed(of.sigma(), decimals + 1),
                fixed(of.least(), decimals),
                fixed(of.greatest(), decimals),
                Units.word(of.unit())));
        figures.setToolTipText(figures.getText());
        spread.show(of.points().stream().map(ValueFigures.Point::value).toList(), of.low(), of.high(), decimals);
        List<ValueFigures.Point> thinned = of.thinned(POINTS);
        trend.show(
                thinned.stream()
                        .map(point -> new TrendChart.Reading(OptionalDouble.of(point.value()), point.verdict()))
                        .toList(),
                of.low(),
                of.high(),
                decimals,
                false);
        oldest.setText(Times.day(thinned.get(0).time()));
        newest.setText(Times.day(thinned.get(thinned.size() - 1).time()));
    }

    private static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
