package org.shutterline.server.ui;

import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.WireText;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.TrafficRow;
import org.shutterline.server.monitor.TrafficView;
import org.shutterline.server.ui.connections.TrafficCells;

/** The last three lines of the wire. */
final class TrafficStrip extends Card {
    private static final int LINES = 3;

    private final JLabel title = new JLabel();
    private final JButton all = Buttons.toolbar("", Icons.SHARE);
    private final JLabel[] times = new JLabel[LINES];
    private final JLabel[] whos = new JLabel[LINES];
    private final WireText[] lines = new WireText[LINES];
    private final JLabel[] tooks = new JLabel[LINES];
    private List<TrafficRow> shown = List.of();
    private boolean only;

    TrafficStrip(Runnable showAll) {
        super(new MigLayout(
                "insets 8 16 8 16, gapx 16, gapy 2, fillx, hidemode 2",
                "[][96!][120:150:200][grow, 0:pref][90::, right]",
                "[][][]"));
        title.setFont(Type.CARD_TITLE.font());
        all.setIcon(null);
        add(title, "cell 0 0");
        for (int i = 0; i < LINES; i++) {
            times[i] = label(Type.WIRE, Palette.TEXT_SECOND);
            whos[i] = label(Type.BODY, Palette.TEXT);
            lines[i] = new WireText(true);
            tooks[i] = label(Type.SECOND_STRONG, Palette.TEXT);
            add(times[i], "cell 1 " + i + ", h 24!");
            add(whos[i], "cell 2 " + i + ", wmin 0, growx");
            add(lines[i], "cell 3 " + i + ", wmin 0, growx, h 24!");
            add(tooks[i], "cell 4 " + i);
        }
        add(all, "cell 4 0, h 26!");
        all.addActionListener(pressed -> showAll.run());
        Words.follow(this, this::label);
    }

    /** One line, the newest, or three. */
    void lines(int count) {
        boolean one = count == 1;
        for (int i = 1; i < LINES; i++) {
            times[i].setVisible(!one);
            whos[i].setVisible(!one);
            tooks[i].setVisible(!one);
            lines[i].setVisible(!one && i < shown.size());
        }
        if (only != one) {
            only = one;
            all.setVisible(!one);
            renew();
            revalidate();
        }
    }

    private static JLabel label(Type type, Palette colour) {
        JLabel label = new JLabel();
        label.setFont(type.font());
        label.setForeground(colour.colour());
        return label;
    }

    private void label() {
        title.setText(UiWords.text("traffic.title"));
        all.setText(UiWords.text("traffic.showAll"));
        all.setToolTipText(UiWords.text("traffic.showAll") + " (Alt+2)");
        renew();
    }

    void show(TrafficView traffic) {
        if (!traffic.last().equals(shown)) {
            shown = traffic.last();
            renew();
        }
    }

    private void renew() {
        for (int i = 0; i < LINES; i++) {
            int at = only ? shown.size() - 1 : i;
            Optional<TrafficRow> row = at >= 0 && at < shown.size() ? Optional.of(shown.get(at)) : Optional.empty();
            times[i].setText(row.map(line -> Times.millis(line.at())).orElse(""));
            whos[i].setText(row.map(TrafficRow::who).orElse(""));
            whos[i].setToolTipText(row.map(TrafficRow::who).orElse(null));
            lines[i].setVisible(row.isPresent() && (!only || i == 0));
            WireText line = lines[i];
            row.ifPresent(told -> line.show(TrafficCells.line(told)));
            tooks[i].setText(row.map(TrafficCells::took).orElse(""));
        }
        if (shown.isEmpty()) {
            whos[0].setText(UiWords.text("traffic.emptyShort"));
        }
    }
}
