package org.shutterline.server.ui.cameras;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Brush;
import org.shutterline.look.Card;
import org.shutterline.look.HazardBadge;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.cameras.CameraRow;
import org.shutterline.server.ui.Choosing;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.Thumbnail;
import org.shutterline.server.ui.UiWords;

/** One camera in the list: what it sees, which one it is, and who has it. */
final class CameraTile extends Card {
    private final Darkroom darkroom;
    private final Thumbnail thumbnail = new Thumbnail();
    private final JLabel name = new JLabel();
    private final JLabel serial = Headline.changing();
    private final JLabel owner = new JLabel();
    private final Paragraph trouble = new Paragraph(Type.SECOND);
    private final HazardBadge hazard = new HazardBadge();
    private final Last last = new Last();
    private Optional<BufferedImage> small = Optional.empty();
    private boolean chosen;

    CameraTile(String key, Darkroom darkroom, Runnable choose) {
        super(new MigLayout("insets 10, gapx 10, gapy 2, fillx, hidemode 3", "[72!][grow, 0:pref]", ""));
        this.darkroom = darkroom;
        setName("camera." + key);
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        name.setFont(Type.BODY_STRONG.font());
        thumbnail.placeholder(Icons.CAMERA);
        owner.setFont(Type.SECOND_STRONG.font());
        add(thumbnail, "spany 2, w 72!, h 48!");
        add(name, "growx, wmin 0, aligny bottom, wrap");
        add(serial, "growx, wmin 0, aligny top, wrap");
        add(owner, "spanx 2, growx, wmin 0, gaptop 4, wrap");
        add(trouble, "spanx 2, growx, wmin 0, wrap");
        add(hazard, "spanx 2, growx, wmin 0, gaptop 2");
        Choosing.make(this, choose);
    }

    void show(CameraRow row, boolean nowChosen) {
        small = row.picture().flatMap(darkroom::picture).or(() -> small);
        thumbnail.show(small);
        if (!last.differs(
                row.name(),
                row.serial(),
                row.address(),
                row.station(),
                row.state(),
                row.trouble(),
                row.faults(),
                nowChosen,
                Locale.getDefault(Locale.Category.DISPLAY))) {
            return;
        }
        chosen = nowChosen;
        tone(nowChosen ? Tone.CHOSEN : row.state().equals(Optional.of(StationState.FAULT)) ? Tone.WARNING : Tone.PLAIN);
        name.setText(CameraWords.name(row));
        name.setToolTipText(name.getText());
        String where = row.serial().isEmpty() ? row.address() : row.serial();
        serial.setFont((where.isEmpty() ? Type.SECOND : Type.WIRE).font());
        serial.setText(where.isEmpty() ? CameraWords.kind(row.driver(), row.driverTitle()) : where);
        serial.setToolTipText((row.serial() + " " + row.address()).strip());
        showOwner(row);
        trouble.setText(CameraWords.of(row.trouble()));
        trouble.setVisible(!row.trouble().isEmpty());
        hazard.setVisible(row.faults());
        hazard.show(UiWords.text("faults.badge"));
        getAccessibleContext()
                .setAccessibleName(
                        String.join(", ", name.getText(), serial.getText(), owner.getText(), trouble.getText()));
        revalidate();
        repaint();
    }

    private void showOwner(CameraRow row) {
        State state = row.state().map(State::of).orElse(State.OFFLINE);
        owner.setIcon(row.state().isPresent() ? StateShape.of(state, 14) : null);
        owner.setForeground(state.text());
        owner.setText(
                row.station().isPresent()
                        ? UiWords.text(
                                "cameras.station",
                                row.station().getAsInt(),
                                UiWords.text("station."
                                        + row.state().orElseThrow().name().toLowerCase(Locale.ROOT)))
                        : UiWords.text("cameras.free"));
        owner.setToolTipText(owner.getText());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (chosen || isFocusOwner()) {
            Graphics2D g = Brush.of(graphics);
            g.setColor(Palette.ACCENT_TEXT.colour());
            g.setStroke(new BasicStroke(isFocusOwner() ? 2 : 1));
            int inset = isFocusOwner() ? 1 : 0;
            g.draw(new RoundRectangle2D.Double(
                    inset, inset, getWidth() - 1 - 2 * inset, getHeight() - 1 - 2 * inset, 12, 12));
            g.dispose();
        }
    }
}
