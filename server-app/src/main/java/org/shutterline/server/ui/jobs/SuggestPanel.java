package org.shutterline.server.ui.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Units;
import org.shutterline.look.Words;
import org.shutterline.server.editor.Spread;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Numbers;
import org.shutterline.server.ui.settings.ValueField;

/** Mean and sigma of good parts, and the limits that they would give, before somebody takes those. */
final class SuggestPanel extends JPanel {
    private static final double MOST_SIGMAS = 1_000;

    private final JLabel spread = Headline.changing();
    private final JLabel proposed = Headline.changing();
    private final JLabel sigmasLabel = Headline.changing();
    private final ValueField sigmas = new ValueField("sigmas");
    private final JButton take = Buttons.plain("");
    private List<Double> good = List.of();
    private String unit = "";

    /** @param taken told how many sigmas to each side */
    SuggestPanel(DoubleConsumer taken) {
        super(new MigLayout("insets 0, gap 8 6, fillx, hidemode 3", "[132!][grow, fill][grow, fill]", ""));
        setOpaque(false);
        spread.setName("limits.spread");
        proposed.setName("limits.proposed");
        take.setName("limits.suggest");
        sigmas.give("3");
        add(spread, "span 3, wmin 0, wrap");
        add(proposed, "span 3, wmin 0, wrap");
        add(sigmasLabel, "wmin 0");
        add(sigmas, "span 2, h 34!, wmin 60, wrap");
        add(take, "skip 1, span 2, h 34!, wmin 0");
        sigmas.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent typed) {
                propose();
            }

            @Override
            public void removeUpdate(DocumentEvent typed) {
                propose();
            }

            @Override
            public void changedUpdate(DocumentEvent typed) {
                propose();
            }
        });
        take.addActionListener(pressed -> wanted().ifPresent(taken::accept));
        Words.follow(this, this::label);
    }

    private Optional<Double> wanted() {
        return Numbers.read(sigmas.getText()).filter(number -> number > 0 && number <= MOST_SIGMAS);
    }

    private void label() {
        sigmasLabel.setText(UiWords.text("jobs.sigmas"));
        take.setText(UiWords.text("jobs.suggest"));
        propose();
    }

    void show(ToolView.OutputView value) {
        good = value.recentGood();
        unit = Units.word(value.unit());
        propose();
    }

    private void propose() {
        boolean enough = good.size() >= Spread.LEAST;
        Optional<Double> number = wanted();
        sigmas.bad(number.isEmpty());
        proposed.setVisible(enough && number.isPresent());
        take.setEnabled(enough && number.isPresent());
        if (good.isEmpty()) {
            spread.setText(UiWords.text("jobs.noSpread"));
        } else if (!enough) {
            spread.setText(UiWords.text("jobs.fewGood", good.size(), Spread.LEAST));
        } else {
            Spread known = Spread.of(good);
            spread.setText(
                    UiWords.text("jobs.spread", good.size(), withUnit(known.meanText()), withUnit(known.sigmaText())));
            number.ifPresent(many -> proposed.setText(UiWords.text(
                    "jobs.proposed",
                    Numbers.shown(many),
                    Numbers.shown(known.low(many)),
                    withUnit(Numbers.shown(known.high(many))))));
        }
        spread.setToolTipText(spread.getText());
        proposed.setToolTipText(proposed.getText());
    }

    private String withUnit(String number) {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
