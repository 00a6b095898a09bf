package org.shutterline.server.ui.cameras;

import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.CrosshairLayer;
import org.shutterline.look.HistogramChart;
import org.shutterline.look.Icons;
import org.shutterline.look.PicturePane;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.SharpnessMeter;
import org.shutterline.look.Words;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.OpenCamera;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** Help for focus and exposure: sharpness with its best, the histogram, and what is drawn over the picture. */
final class FocusCard extends Card {
    private final SharpnessMeter sharpness = new SharpnessMeter();
    private final HistogramChart histogram = new HistogramChart();
    private final JButton again = Buttons.toolbar("", Icons.RESET);
    private final SegmentedSwitch where = new SegmentedSwitch("", "");
    private final JToggleButton crosshair = Buttons.toolbarToggle("", Icons.LOCATE);
    private final JToggleButton clipped = Buttons.toolbarToggle("", Icons.BRIGHTNESS);
    private String shown = "";
    private boolean small;

    FocusCard(CamerasActions actions, PicturePane pane) {
        super(new MigLayout(
                "insets 12 16 12 16, gap 8 4, fill, hidemode 3",
                "[grow 50, fill, 0:pref]24[grow 50, fill, 0:pref]",
                "[][fill]8[]"));
        again.setName("sharpness.again");
        where.setName("sharpness.where");
        crosshair.setName("crosshair");
        clipped.setName("clipped");
        add(Headline.card("focus.sharpness"), "split 2, wmin pref, growx");
        add(again, "wmin 0, growx 0");
        add(Headline.card("focus.histogram"), "wmin 0, wrap");
        add(sharpness, "wmin 0, aligny top");
        add(histogram, "wmin 0, wrap");
        add(where, "wmin 0, growx 0");
        add(crosshair, "split 2, wmin 0, growx 0");
        add(clipped, "wmin 0, growx 0, gapright push");
        again.addActionListener(pressed -> sharpness.forget());
        where.onChoice(index -> {
            actions.wholeSharpness(index == 1);
            sharpness.forget();
        });
        crosshair.addActionListener(pressed ->
                pane.layer(crosshair.isSelected() ? Optional.of(new CrosshairLayer(pane)) : Optional.empty()));
        clipped.addActionListener(pressed -> actions.colourClipped(clipped.isSelected()));
        Words.follow(this, this::label);
    }

    private void label() {
        label(again, "focus.again", "focus.againHint");
        sharpness.setToolTipText(UiWords.text("focus.formula"));
        where.label(UiWords.text("focus.middle"), UiWords.text("focus.whole"));
        label(crosshair, "focus.crosshair", "focus.crosshairHint");
        label(clipped, "focus.clipped", "focus.clippedHint");
    }

    private void label(AbstractButton button, String word, String hint) {
        button.setText(small ? "" : UiWords.text(word));
        button.getAccessibleContext().setAccessibleName(UiWords.text(word));
        button.setToolTipText(UiWords.text(hint));
    }

    /** Where there is little room its buttons are icons alone. */
    void small(boolean yes) {
        small = yes;
        label();
    }

    void show(OpenCamera open) {
        if (!open.row().key().equals(shown)) {
            shown = open.row().key();
            sharpness.forget();
        }
        open.figures()
                .ifPresentOrElse(
                        figures -> {
                            sharpness.show(figures.sharpness());
                            histogram.show(figures.histogram());
                        },
                        histogram::showNone);
    }

    void showNone() {
        shown = "";
        sharpness.forget();
        histogram.showNone();
    }

    double best() {
        return sharpness.best();
    }
}
