package org.shutterline.server.ui.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Words;
import org.shutterline.server.statistics.Period;
import org.shutterline.server.statistics.Report;
import org.shutterline.server.statistics.StatisticsActions;
import org.shutterline.server.statistics.StatisticsChoice;
import org.shutterline.server.statistics.StatisticsState;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.TimeField;
import org.shutterline.server.ui.UiWords;

/** Of which results the statistics are: time, station and job; below it how many were looked at. */
final class ChoiceCard extends Card {
    /** A look-up that takes no longer says nothing of itself. */
    private static final int QUIET_MS = 300;

    private final StatisticsActions actions;
    private final JComboBox<String> period = new JComboBox<>();
    private final TimeField from = new TimeField("statistics.from");
    private final TimeField to = new TimeField("statistics.to");
    private final JPanel fromField = field("history.from", from);
    private final JPanel toField = field("history.to", to);
    private final JComboBox<String> station = new JComboBox<>();
    private final JComboBox<String> job = new JComboBox<>();
    private final JButton again = Buttons.plain("", Icons.RESET);
    private final JLabel note = Headline.changing();
    private final Timer slow = new Timer(QUIET_MS, late -> {
        note.setForeground(Palette.TEXT_SECOND.colour());
        note.setText(UiWords.text("history.searching"));
    });
    private List<Integer> stations = List.of();
    private List<String> jobs = List.of();
    private boolean filling;

    ChoiceCard(StatisticsActions actions) {
        super(new MigLayout());
        this.actions = actions;
        slow.setRepeats(false);
        period.setName("statistics.period");
        station.setName("statistics.station");
        job.setName("statistics.job");
        again.setName("statistics.again");
        note.setName("statistics.note");
        for (JComboBox<String> box : List.of(period, station, job)) {
            box.addActionListener(chosen -> choose());
        }
        from.addActionListener(entered -> choose());
        to.addActionListener(entered -> choose());
        again.addActionListener(pressed -> choose());
        Words.follow(this, this::label);
    }

    private static JPanel field(String words, JComponent field) {
        JPanel both = new JPanel(new MigLayout("insets 0, gapy 2, wrap 1, fillx", "[grow, fill]", "[]2[36!]"));
        both.setOpaque(false);
        both.add(Headline.second(words));
        both.add(field, "wmin 0, h 36!");
        return both;
    }

    /** In one row, or in two of a small window. */
    void arrange(boolean small) {
        removeAll();
        setLayout(new MigLayout("insets 10 16 12 16, gapx 10, gapy 6, fillx, hidemode 3", "", ""));
        add(field("statistics.period", period), "w 150:190:220, growx");
        add(fromField, "w 130:160:180, growx");
        add(toField, "w 130:160:180, growx" + (small ? ", wrap" : ""));
        add(field("history.station", station), "w 110:130:150, growx");
        add(field("controls.job", job), "w 150:200:260, growx");
        add(again, "h 36!, aligny bottom, pushx, alignx right, wrap");
        add(note, "span, growx, wmin 0");
    }

    private void label() {
        again.setText(UiWords.text("statistics.again"));
        from.setToolTipText(UiWords.text("history.timeHint"));
        to.setToolTipText(UiWords.text("history.timeHint"));
        List<String> periods = new ArrayList<>();
        for (Period each : Period.values()) {
            periods.add(UiWords.text("statistics.period." + each));
        }
        fill(period, periods, Math.max(Period.TODAY.ordinal(), period.getSelectedIndex()));
        fillStations();
        fillJobs();
        offerTimes();
    }

    private void fillStations() {
        List<String> names = new ArrayList<>(List.of(UiWords.text("history.all")));
        stations.forEach(number -> names.add(number.toString()));
        fill(station, names, station.getSelectedIndex());
    }

    private void fillJobs() {
        Object present = job.getSelectedItem();
        List<String> names = new ArrayList<>(List.of(UiWords.text("history.all")));
        names.addAll(jobs);
        fill(job, names, Math.max(0, names.indexOf(present)));
    }

    private void fill(JComboBox<String> box, List<String> words, int index) {
        filling = true;
        box.removeAllItems();
        words.forEach(box::addItem);
        box.setSelectedIndex(Math.max(0, Math.min(index, words.size() - 1)));
        filling = false;
    }

    private Period period() {
        return Period.values()[Math.max(0, period.getSelectedIndex())];
    }

    private void offerTimes() {
        boolean own = period() == Period.OWN;
        fromField.setVisible(own);
        toField.setVisible(own);
        revalidate();
    }

    private void choose() {
        if (filling) {
            return;
        }
        offerTimes();
        boolean good = period() != Period.OWN || from.isGood() & to.isGood();
        if (!good) {
            trouble("history.badTime");
            return;
        }
        int number = station.getSelectedIndex();
        int name = job.getSelectedIndex();
        actions.choose(new StatisticsChoice(
                period(),
                from.time(),
                to.time(),
                number > 0 ? OptionalInt.of(stations.get(number - 1)) : OptionalInt.empty(),
                name > 0 ? Optional.of(jobs.get(name - 1)) : Optional.empty()));
    }

    private void trouble(String words) {
        note.setForeground(State.NG.text());
        note.setText(UiWords.text(words));
    }

    void show(StatisticsState state) {
        if (!state.stations().equals(stations)) {
            stations = state.stations();
            fillStations();
        }
        if (!state.jobs().equals(jobs)) {
            jobs = state.jobs();
            fillJobs();
        }
        if (state.searching()) {
            slow.start();
            return;
        }
        slow.stop();
        if (state.broken()) {
            trouble("history.broken");
        } else {
            note.setForeground(Palette.TEXT_SECOND.colour());
            note.setText(state.report().map(ChoiceCard::words).orElse(""));
        }
        note.setToolTipText(note.getText());
    }

    private static String words(Report report) {
        long all = report.judged().all();
        if (all == 0) {
            return UiWords.text(report.cut() ? "statistics.noneOf" : "history.noneFound", report.looked());
        }
        String counted =
                UiWords.text(report.cut() ? "statistics.countedOf" : "statistics.counted", all, report.looked());
        return report.sampled() < all
                ? counted + "   " + UiWords.text("statistics.sampled", report.sampled(), all)
                : counted;
    }
}
