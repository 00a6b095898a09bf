package org.shutterline.server.ui;

import java.util.Locale;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Chip;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.StationView;

/** Which camera the station has, by when it answers, and whether pictures were lost. */
final class CameraCard extends Card {
    private final Last last = new Last();
    private final JLabel camera = new JLabel();
    private final JLabel plan = new JLabel();
    private final Chip lost = new Chip(State.OK, "");

    CameraCard() {
        super(new MigLayout("insets 12 16 12 16, gapx 14, gapy 2, fillx", "[24!][grow, 0:pref][]", "[][]"));
        JLabel icon = new JLabel(Icons.CAMERA.icon(24, Palette.TEXT_SECOND.colour()));
        camera.setFont(Type.BODY_STRONG.font());
        plan.setFont(Type.SECOND.font());
        plan.setForeground(Palette.TEXT_SECOND.colour());
        add(icon, "spany 2");
        add(camera, "spanx 2, growx, wmin 0, wrap");
        add(plan, "growx, wmin 0");
        add(lost, "wmin pref");
    }

    void show(StationView station, PlantHealth health) {
        if (!last.differs(station.plate(), health.lostPictures(), Locale.getDefault(Locale.Category.DISPLAY))) {
            return;
        }
        camera.setText(station.plate().camera());
        camera.setToolTipText(camera.getText());
        plan.setText(
                UiWords.text("camera.deadline", Integer.toString(station.plate().deadlineMs())));
        plan.setToolTipText(plan.getText());
        long count = health.lostPictures();
        lost.show(
                count == 0 ? State.OK : State.NG,
                count == 0 ? UiWords.text("camera.noneLost") : UiWords.text("camera.lost", count));
    }
}
