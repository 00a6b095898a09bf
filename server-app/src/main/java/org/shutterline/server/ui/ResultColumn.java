package org.shutterline.server.ui;

import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.HazardBadge;
import org.shutterline.look.ValueRows;
import org.shutterline.look.VerdictBanner;
import org.shutterline.server.monitor.JudgedBy;
import org.shutterline.server.monitor.ShownResult;

/** An earlier result in full: verdict, picture with marks, and values. */
final class ResultColumn extends JPanel {
    private final HazardBadge hazard = new HazardBadge();
    private final VerdictBanner banner = new VerdictBanner();
    private final JLabel judgedBy = Headline.changing();
    private final ResultFrame picture;
    private final ValueRows values = new ValueRows();
    private final Card valueCard = valueCard(values);
    private final Last last = new Last();

    ResultColumn(Darkroom darkroom) {
        picture = new ResultFrame(darkroom);
        setOpaque(false);
        values.compact(true);
        banner.compact(true);
        judgedBy.setName("result.judgedBy");
    }

    /** The values of a result on a card, which scrolls if they are many. */
    static Card valueCard(ValueRows values) {
        Card card = new Card(new MigLayout("insets 6 1 6 1, fill", "[grow, fill]", "[grow, fill]"));
        ScrollColumn column = new ScrollColumn(new MigLayout("insets 0, fill", "[grow, fill]", "[grow, fill]"));
        column.add(values, "wmin 0");
        card.add(column.inView(), "wmin 0, hmin 0");
        return card;
    }

    void arrange(int gap) {
        removeAll();
        setLayout(new MigLayout(
                "insets 0, gap " + gap + ", wrap 1, fill",
                "[grow, fill]",
                "[]6[]6[120::, grow 100, fill, shrinkprio 200][60:pref:pref, grow 10]"));
        // together, so that each row below keeps its share of the room while there is no hazard
        JPanel head = new JPanel(new MigLayout("insets 0, gap 6, wrap 1, fill, hidemode 3", "[grow, fill]", ""));
        head.setOpaque(false);
        head.add(hazard, "wmin 0");
        head.add(banner, "wmin 0");
        add(head, "wmin 0");
        add(judgedBy, "wmin 0, gapleft 4");
        add(picture, "wmin 0, hmin 120");
        add(valueCard, "wmin 0, hmin 60");
    }

    /** Shows a result as soon as its picture is ready. */
    void show(Optional<ShownResult> shown, Optional<JudgedBy> by) {
        judgedBy.setText(by.map(ResultColumn::words).orElse(" "));
        judgedBy.setToolTipText(by.isPresent() ? judgedBy.getText() : null);
        if (shown.isEmpty()) {
            showNone();
        } else if (picture.isReady(shown.get()) && last.differs(shown.get())) {
            hazard.setVisible(shown.get().faultOnDemand().isPresent());
            shown.get().faultOnDemand().map(ResultColumn::faultWords).ifPresent(hazard::show);
            banner.showEarlier(shown.get().result());
            picture.show(shown.get());
            values.show(shown.get().result().values(), false);
        }
    }

    private static String words(JudgedBy by) {
        if (by.number().isEmpty()) {
            return UiWords.text("judged.unkept", by.job());
        }
        return UiWords.text(
                by.active() ? "judged.active" : "judged.earlier",
                by.job(),
                by.number().getAsInt());
    }

    /** @param fault as it stands in the notes of a result */
    static String faultWords(String fault) {
        return UiWords.text("faults.one", UiWords.text("faults." + fault));
    }

    private void showNone() {
        if (last.differs("none")) {
            hazard.setVisible(false);
            banner.showNothingYet();
            picture.showNone(UiWords.text("history.choose"));
            values.show(List.of(), false);
        }
    }
}
