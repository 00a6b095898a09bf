package org.shutterline.server.ui;

import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.HazardBadge;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.server.monitor.FilmItem;
import org.shutterline.server.monitor.StationView;

/** One station in the list: its state as lamp and word, its counters, and a small last picture. */
final class StationCard extends Card {
    private final Darkroom darkroom;
    private final JLabel lamp = new JLabel();
    private final JLabel name = new JLabel();
    private final JLabel word = new JLabel();
    private final JLabel first = new JLabel();
    private final JLabel second = new JLabel();
    private final Paragraph why = new Paragraph(Type.SECOND);
    private final Thumbnail thumbnail = new Thumbnail();
    private final HazardBadge hazard = new HazardBadge();
    private final Last last = new Last();
    private boolean chosen;

    StationCard(int number, Darkroom darkroom, Runnable choose) {
        super(new MigLayout(
                "insets 12 14 12 12, gapx 12, gapy 2, fillx, hidemode 3", "[24!][grow, 0:pref][]", "[][][][][]"));
        this.darkroom = darkroom;
        setName("station." + number);
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        name.setFont(Type.STATION.font());
        word.setFont(Type.SECOND_STRONG.font());
        for (JLabel line : new JLabel[] {first, second}) {
            line.setFont(Type.SECOND.font());
            line.setForeground(Palette.TEXT_SECOND.colour());
        }
        add(lamp, "cell 0 0, spany 2, aligny top");
        add(name, "cell 1 0, growx, wmin 0");
        add(thumbnail, "cell 2 0, spany 4, w 72!, h 45!, aligny center");
        add(word, "cell 1 1, growx, wmin 0");
        add(first, "cell 1 2, growx, wmin 0");
        add(why, "cell 1 2, spanx 2, growx, wmin 0");
        add(second, "cell 1 3, growx, wmin 0");
        add(hazard, "cell 0 4, spanx 3, growx, wmin 0");
        Choosing.make(this, choose);
    }

    void show(StationView station, boolean nowChosen) {
        StationStatus status = station.status();
        Optional<BufferedImage> small =
                station.film().stream().findFirst().flatMap(FilmItem::thumbnail).flatMap(darkroom::picture);
        if (!last.differs(
                status,
                station.faultSince(),
                station.plate().faults(),
                station.perMinute(),
                nowChosen,
                small,
                Locale.getDefault(Locale.Category.DISPLAY))) {
            return;
        }
        chosen = nowChosen;
        hazard.setVisible(station.plate().faults());
        hazard.show(UiWords.text("faults.badge"));
        State state = State.of(status.state());
        boolean fault = status.state() == StationState.FAULT;
        tone(fault ? Tone.WARNING : nowChosen ? Tone.CHOSEN : Tone.PLAIN);
        lamp.setIcon(StateShape.of(state, 24));
        name.setText(station.number() + "  " + status.job());
        name.setToolTipText(name.getText());
        word.setForeground(state.text());
        word.setText(fault ? faultWords(station) : word(status.state()));
        boolean telling = !status.why().isEmpty();
        first.setVisible(!fault && !telling);
        first.setText(UiWords.text("station.yield", yieldWords(status)));
        second.setText(fault ? UiWords.text("station.lookingAgain") : pace(station.perMinute()));
        why.setVisible(fault || telling);
        why.setText(status.why());
        thumbnail.setVisible(!fault && !telling);
        thumbnail.show(small);
        setToolTipText(UiWords.text("station.counters", status.ok(), status.ng(), status.unknown(), status.refused()));
        getAccessibleContext()
                .setAccessibleName(name.getText() + ", " + word.getText() + ", "
                        + (fault || telling ? status.why() : first.getText() + ", " + second.getText()));
        repaint();
    }

    private static String faultWords(StationView station) {
        return station.faultSince()
                .map(since -> UiWords.text("station.faultSince", Times.seconds(since)))
                .orElseGet(() -> word(StationState.FAULT));
    }

    static String word(StationState state) {
        return UiWords.text("station." + state.name().toLowerCase(Locale.ROOT));
    }

    /** Never rounded up to 100 while there are bad parts. */
    private static String yieldWords(StationStatus status) {
        if (status.triggers() == 0) {
            return UiWords.text("figure.none");
        }
        double percent = 100.0 * status.ok() / status.triggers();
        return Times.oneDecimal(status.ok() < status.triggers() ? Math.min(99.9, percent) : percent);
    }

    private static String pace(OptionalDouble perMinute) {
        return UiWords.text(
                "station.perMinute",
                perMinute.isPresent()
                        ? Long.toString(Math.round(perMinute.getAsDouble()))
                        : UiWords.text("figure.none"));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (chosen || isFocusOwner()) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(Palette.ACCENT_TEXT.colour());
            g.setStroke(new java.awt.BasicStroke(isFocusOwner() ? 2 : 1));
            int inset = isFocusOwner() ? 1 : 0;
            g.drawRoundRect(inset, inset, getWidth() - 1 - 2 * inset, getHeight() - 1 - 2 * inset, 12, 12);
            g.dispose();
        }
    }
}
