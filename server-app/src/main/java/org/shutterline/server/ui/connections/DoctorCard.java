package org.shutterline.server.ui.connections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.doctor.Check;
import org.shutterline.server.doctor.Checkup;
import org.shutterline.server.doctor.Finding;
import org.shutterline.server.doctor.Trouble;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** What is wrong on the wire, what was until a while ago, and the checks that passed. */
final class DoctorCard extends Card {
    private static final int MOST_SHOWN = 8;
    private static final int MOST_OVER = 3;

    private final MonitorActions actions;
    private final LongConsumer showBytes;
    private final JLabel headline = Headline.changing();
    private final ScrollColumn column =
            new ScrollColumn(new MigLayout("insets 0 14 0 14, gapy 8, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
    private final JPanel findings = column("gapy 8");
    private final JLabel well = new JLabel(StateShape.of(State.OK, 20));
    private final JPanel over = column("gapy 4");
    private final JPanel passed = column("gapy 6");
    private final List<FindingCard> cards = new ArrayList<>();
    private Checkup shown = Checkup.NONE;
    private Optional<MonitorState> last = Optional.empty();

    DoctorCard(MonitorActions actions, LongConsumer showBytes) {
        super(new MigLayout("insets 12 1 12 1, gapy 8, fill", "[grow, fill]", "[24!][grow, fill]"));
        this.actions = actions;
        this.showBytes = showBytes;
        JPanel head = new JPanel(new MigLayout("insets 0 14 0 14, gap 8, fill", "[][][grow, 0:pref, right]", "[24!]"));
        head.setOpaque(false);
        head.add(new JLabel(Icons.DOCTOR.icon(20)));
        head.add(Headline.card("doctor.title"));
        head.add(headline, "wmin 0");
        add(head, "wrap, wmin 0");
        well.setFont(Type.BODY_STRONG.font());
        well.setForeground(State.OK.text());
        well.setIconTextGap(8);
        well.setHorizontalAlignment(JLabel.LEADING);
        well.setName("doctor.well");
        column.add(findings, "wmin 0");
        column.add(well, "wmin 0");
        column.add(over, "wmin 0");
        column.add(passed, "wmin 0");
        add(column.inView(), "grow, hmin 0, wmin 0");
        Words.follow(this, this::label);
    }

    private static JPanel column(String gap) {
        JPanel panel = new JPanel(new MigLayout("insets 0, wrap 1, fillx, hidemode 3, " + gap, "[grow, fill]", ""));
        panel.setOpaque(false);
        return panel;
    }

    private void label() {
        well.setText(UiWords.text("doctor.well"));
        labelHead();
        showOthers();
        last.ifPresent(this::showFindings);
    }

    private void labelHead() {
        int count = shown.findings().size();
        headline.setText(count > 1 ? UiWords.text("doctor.count", count) : UiWords.text("doctor.always"));
    }

    void show(MonitorState state) {
        last = Optional.of(state);
        Checkup checkup = state.doctor().checkup();
        boolean others =
                !checkup.over().equals(shown.over()) || !checkup.passed().equals(shown.passed());
        shown = checkup;
        showFindings(state);
        if (others) {
            showOthers();
        }
    }

    private void showFindings(MonitorState state) {
        List<Finding> now = shown.findings().stream().limit(MOST_SHOWN).toList();
        while (cards.size() < now.size()) {
            FindingCard card = new FindingCard(actions, showBytes);
            cards.add(card);
            findings.add(card, "wmin 0");
        }
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).setVisible(i < now.size());
        }
        for (int i = 0; i < now.size(); i++) {
            cards.get(i).show(now.get(i), state.doctor(), state.now(), place(now.get(i), state));
        }
        labelHead();
        findings.setVisible(!now.isEmpty());
        well.setVisible(now.isEmpty());
        column.revalidate();
    }

    /** Where a listener speaks what a client that came to the wrong one speaks. */
    private static String place(Finding finding, MonitorState state) {
        if (finding.trouble() != Trouble.OTHER_DIALECT) {
            return "";
        }
        List<String> spoken = Arrays.asList(finding.told().get(1).split(", "));
        return state.listeners().stream()
                .filter(plate -> spoken.contains(plate.dialect()))
                .findFirst()
                .map(plate -> UiWords.text(
                        "doctor.spokenOn",
                        plate.dialect(),
                        Integer.toString(plate.address().getPort())))
                .orElse("");
    }

    private void showOthers() {
        over.removeAll();
        shown.over().stream().limit(MOST_OVER).forEach(finding -> over.add(past(finding), "wmin 0"));
        passed.removeAll();
        for (Check check : shown.passed()) {
            JLabel label =
                    new JLabel(UiWords.text("doctor.check." + check), StateShape.of(State.OK, 16), JLabel.LEADING);
            label.setIconTextGap(8);
            label.setFont(Type.SECOND.font());
            label.setForeground(Palette.TEXT_SECOND.colour());
            label.setToolTipText(label.getText());
            passed.add(label, "wmin 0");
        }
        revalidate();
        repaint();
    }

    private JPanel past(Finding finding) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[16!][grow, fill]", ""));
        row.setOpaque(false);
        row.add(new JLabel(Icons.HISTORY.icon(16, Palette.TEXT_SECOND.colour())), "aligny top");
        Paragraph words = new Paragraph(Type.SECOND);
        words.setText(UiWords.text(
                "doctor.over",
                new FindingWords(finding, finding.last()).title(),
                finding.over().map(Times::seconds).orElse("")));
        row.add(words, "wmin 0");
        return row;
    }
}
