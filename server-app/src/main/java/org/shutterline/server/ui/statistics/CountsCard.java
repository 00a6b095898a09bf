package org.shutterline.server.ui.statistics;

import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.statistics.Counts;
import org.shutterline.server.statistics.Report;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** How many parts are OK and how many not: as the jobs judged, and as people say. */
final class CountsCard extends Card {
    private static final State[] STATES = {State.OK, State.NG, State.UNKNOWN};

    private final JLabel yieldJudged = figure("statistics.yield.judged", Type.VALUE);
    private final JLabel yieldSaid = figure("statistics.yield.said", Type.VALUE);
    private final JLabel[] names = new JLabel[STATES.length];
    private final JLabel[] judged = new JLabel[STATES.length];
    private final JLabel[] said = new JLabel[STATES.length];
    private final JLabel escapes = figure("statistics.escapes", Type.BODY_STRONG);
    private final JLabel falseRejects = figure("statistics.falseRejects", Type.BODY_STRONG);
    private final JLabel marked = Headline.changing();
    private Optional<Report> shown = Optional.empty();

    CountsCard() {
        super(new MigLayout(
                "insets 12 16 12 16, gapx 16, gapy 4, fillx",
                "[grow, fill][right][right]",
                "[]6[]6[][][]10[][]6[]push"));
        add(Headline.card("statistics.counts"), "wmin 0");
        add(Headline.second("statistics.judged"));
        add(Headline.second("statistics.said"), "wrap");
        add(Headline.second("statistics.yield"), "wmin 0");
        add(yieldJudged);
        add(yieldSaid, "wrap");
        for (int i = 0; i < STATES.length; i++) {
            names[i] = name(StateShape.of(STATES[i], 14));
            judged[i] = figure("statistics.judged." + STATES[i], Type.BODY_STRONG);
            said[i] = figure("statistics.said." + STATES[i], Type.BODY_STRONG);
            add(names[i], "wmin 0");
            add(judged[i]);
            add(said[i], "wrap");
        }
        add(Headline.second("statistics.escapes"), "wmin 0");
        add(escapes, "span 2, wrap");
        add(Headline.second("statistics.falseRejects"), "wmin 0");
        add(falseRejects, "span 2, wrap");
        marked.setName("statistics.marked");
        add(marked, "span, growx, wmin 0");
        Words.follow(this, () -> {
            for (int i = 0; i < STATES.length; i++) {
                names[i].setText(STATES[i].word());
            }
            shown.ifPresent(this::show);
        });
    }

    private static JLabel name(Icon shape) {
        JLabel name = new JLabel(shape);
        name.setHorizontalAlignment(JLabel.LEFT);
        name.setIconTextGap(8);
        name.setFont(Type.SECOND.font());
        name.setForeground(Palette.TEXT_SECOND.colour());
        return name;
    }

    private static JLabel figure(String name, Type type) {
        JLabel figure = new JLabel(UiWords.text("figure.none"));
        figure.setName(name);
        figure.setFont(type.font());
        return figure;
    }

    void show(Report report) {
        shown = Optional.of(report);
        yieldJudged.setText(Percent.words(report.judged().yieldPercent()));
        fill(judged, report.judged());
        boolean looked = report.marked() > 0;
        yieldSaid.setText(looked ? Percent.words(report.corrected().yieldPercent()) : UiWords.text("figure.none"));
        if (looked) {
            fill(said, report.corrected());
        } else {
            for (JLabel figure : said) {
                figure.setText(UiWords.text("figure.none"));
            }
        }
        escapes.setText(wrong(looked, report.escapes(), Percent.words(report.escapesPercent())));
        falseRejects.setText(wrong(looked, report.falseRejects(), Percent.words(report.falseRejectsPercent())));
        marked.setText(UiWords.text(looked ? "statistics.marked" : "statistics.noneMarked", report.marked()));
        marked.setToolTipText(marked.getText());
    }

    private static String wrong(boolean looked, int count, String percent) {
        return looked ? UiWords.text("statistics.wrong", count, percent) : UiWords.text("figure.none");
    }

    private static void fill(JLabel[] figures, Counts counts) {
        figures[0].setText(UiWords.text("figure.count", counts.ok()));
        figures[1].setText(UiWords.text("figure.count", counts.ng()));
        figures[2].setText(UiWords.text("figure.count", counts.unknown()));
    }
}
