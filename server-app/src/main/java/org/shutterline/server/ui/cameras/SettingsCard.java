package org.shutterline.server.ui.cameras;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.OpenCamera;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.SettingRow;

/** The settings of a camera's driver; each change holds at once, with the picture live. */
final class SettingsCard extends Card {
    private static final SettingOwner CAMERA = SettingOwner.of("camera");

    private final CamerasActions actions;
    private final JLabel title = Headline.card("cameras.settings");
    private final Paragraph hint = new Paragraph(Type.SECOND);
    private final Paragraph trouble = new Paragraph(Type.SECOND);
    private final JPanel rows =
            new JPanel(new MigLayout("insets 0, gapy 6, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
    private final Map<String, SettingRow> byKey = new LinkedHashMap<>();
    private final JButton measure = Buttons.plain("", Icons.CLOCK);
    private String shown = "";

    /** @param measuring told when the delay of its pictures is to be measured */
    SettingsCard(CamerasActions actions, Runnable measuring) {
        super(new MigLayout("insets 14 16 14 16, gapy 8, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
        this.actions = actions;
        rows.setOpaque(false);
        trouble.setForeground(State.NG.text());
        trouble.setName("camera.trouble");
        add(title, "wmin 0");
        add(hint, "wmin 0");
        add(trouble, "wmin 0");
        add(rows, "wmin 0");
        add(measure, "wmin 0, growx 0");
        measure.setName("cameras.measureDelay");
        Needs.mark(Act.SET_CAMERA, this);
        measure.addActionListener(pressed -> measuring.run());
        Words.follow(this, () -> {
            shown = "";
            hint.setText(UiWords.text("cameras.setOffline"));
            measure.setText(UiWords.text("delay.measure"));
            measure.setToolTipText(UiWords.text("delay.measureHint"));
        });
    }

    void show(OpenCamera open) {
        boolean another = !shown.equals(open.row().key() + open.row().driver());
        if (another) {
            shown = open.row().key() + open.row().driver();
            rows.removeAll();
            byKey.clear();
        }
        title.setVisible(open.row().station().isEmpty());
        trouble.setText(open.trouble().map(CameraWords::of).orElse(""));
        trouble.setVisible(open.trouble().isPresent());
        open.settings().forEach(this::show);
        measure.setVisible(open.measurable());
        measure.setEnabled(open.live());
        boolean online = CameraWords.isOnline(open.row());
        hint.setVisible(online);
        byKey.values().forEach(row -> row.allow(!online));
        if (another) {
            revalidate();
            repaint();
        }
    }

    private void show(SettingView setting) {
        SettingRow row = byKey.get(setting.key());
        if (row == null) {
            row = new SettingRow(CAMERA, setting, value -> set(setting.key(), value));
            byKey.put(setting.key(), row);
            rows.add(row, "wmin 0");
        } else {
            row.show(CAMERA, setting);
        }
    }

    private void set(String key, Optional<Object> value) {
        actions.set(key, value);
    }
}
