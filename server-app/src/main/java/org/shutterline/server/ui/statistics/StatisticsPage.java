package org.shutterline.server.ui.statistics;

import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Words;
import org.shutterline.server.statistics.StatisticsActions;
import org.shutterline.server.statistics.StatisticsState;
import org.shutterline.server.ui.ScrollColumn;

/** Yield, values and times of the chosen results. */
public final class StatisticsPage extends JPanel {
    private final StatisticsActions actions;
    private final ChoiceCard choice;
    private final CountsCard counts = new CountsCard();
    private final TimesCard times = new TimesCard();
    private final ValueCard value;
    private Optional<StatisticsState> shown = Optional.empty();

    public StatisticsPage(StatisticsActions actions) {
        this.actions = actions;
        choice = new ChoiceCard(actions);
        value = new ValueCard(actions);
        setOpaque(false);
        gaps(16);
        Words.follow(this, () -> shown.ifPresent(this::show));
    }

    /** The parts for a window with this gap; 12 is a small one. */
    public void gaps(int gap) {
        removeAll();
        choice.arrange(gap < 16);
        ScrollColumn page = new ScrollColumn(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill",
                "[360:440:520, fill][grow, fill]",
                "[][fill][280:320:, grow, fill]"));
        page.filling();
        page.add(choice, "span, wmin 0, wrap");
        page.add(counts, "wmin 0");
        page.add(times, "wmin 0, hmin 0, wrap");
        page.add(value, "span, wmin 0");
        setLayout(new MigLayout("insets 0, fill", "[grow, fill]", "[grow, fill]"));
        add(page.inView(), "wmin 0, hmin 0");
        revalidate();
    }

    /** Counts anew when the page is opened, for results came meanwhile. */
    public void opened() {
        actions.lookAgain();
    }

    public void show(StatisticsState state) {
        shown = Optional.of(state);
        choice.show(state);
        state.report().ifPresent(report -> {
            counts.show(report);
            times.show(report);
            value.show(report);
        });
    }
}
