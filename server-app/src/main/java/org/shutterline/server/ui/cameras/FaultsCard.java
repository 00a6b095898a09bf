package org.shutterline.server.ui.cameras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.OpenCamera;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Numbers;
import org.shutterline.server.ui.settings.ValueField;

/** Faults on demand: how often each comes and how long some last. They end with the program. */
final class FaultsCard extends Card {
    private static final List<String> RATES =
            List.of("delay", "drop", "repeat", "black", "blur", "torn", "vanish", "hang");
    private static final Map<String, String> TIMES = Map.of("delay", "delayMs", "vanish", "vanishMs", "hang", "hangMs");

    private final CamerasActions actions;
    private final JToggleButton on = Buttons.toggle("", Icons.WARNING);
    private final Map<String, JSlider> sliders = new LinkedHashMap<>();
    private final Map<String, JLabel> shares = new LinkedHashMap<>();
    private final Map<String, ValueField> times = new LinkedHashMap<>();
    private boolean filling;

    FaultsCard(CamerasActions actions) {
        super(new MigLayout(
                "insets 14 16 14 16, gap 8 4, fillx, hidemode 3", "[100!][grow, fill, 60::][44!, right]", ""));
        this.actions = actions;
        on.setName("faults.on");
        Needs.mark(Act.SET_CAMERA, this);
        add(on, "span, growx, wmin 0, wrap");
        Paragraph hint = new Paragraph(Type.CAPTION);
        add(hint, "span, growx, wmin 0, wrap");
        RATES.forEach(this::rate);
        on.addActionListener(pressed -> tell());
        Words.follow(this, () -> {
            hint.setText(UiWords.text("faults.hint"));
            on.setText(UiWords.text(on.isSelected() ? "faults.turnOff" : "faults.turnOn"));
        });
    }

    private void rate(String key) {
        JLabel word = Headline.second("faults." + key);
        JSlider slider = new JSlider(0, 100, 0);
        slider.setName("faults." + key);
        slider.setOpaque(false);
        word.setLabelFor(slider);
        JLabel share = Headline.changing();
        slider.addChangeListener(moved -> {
            share.setText(slider.getValue() + " %");
            if (!filling && !slider.getValueIsAdjusting()) {
                tell();
            }
        });
        share.setText("0 %");
        sliders.put(key, slider);
        shares.put(key, share);
        add(word, "wmin 0");
        add(slider, "wmin 40");
        add(share, "wrap");
        if (TIMES.containsKey(key)) {
            ValueField time = new ValueField("faults." + TIMES.get(key));
            time.steps(100, 1, 600_000, "ms", () -> usual(TIMES.get(key)));
            time.placeholder(usual(TIMES.get(key)));
            time.onTaken(text -> tell());
            times.put(TIMES.get(key), time);
            add(time, "skip 1, span 2, h 34!, wmin 60, wrap");
        }
    }

    private static String usual(String time) {
        return FaultPlan.SETTINGS.stream()
                .filter(setting -> setting.key().equals(time))
                .flatMap(setting -> setting.byDefault().stream())
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }

    private void tell() {
        Map<String, Object> values = new LinkedHashMap<>();
        sliders.forEach((key, slider) -> values.put(key, slider.getValue() / 100.0));
        times.forEach((key, field) -> {
            var number = Numbers.read(field.getText()).filter(ms -> ms >= 1 && ms <= 600_000);
            field.bad(number.isEmpty() && !field.getText().isBlank());
            number.ifPresent(ms -> values.put(key, ms.intValue()));
        });
        actions.faults(on.isSelected(), values);
    }

    void show(OpenCamera open) {
        boolean moving = sliders.values().stream().anyMatch(JSlider::getValueIsAdjusting);
        if (moving) {
            return;
        }
        filling = true;
        sliders.forEach((key, slider) -> {
            if (open.faults().get(key) instanceof Number rate) {
                slider.setValue((int) Math.round(100 * rate.doubleValue()));
            }
        });
        times.forEach((key, field) ->
                field.give(open.faults().get(key) instanceof Number ms ? Integer.toString(ms.intValue()) : ""));
        filling = false;
        if (on.isSelected()
                && !open.faultsOn()
                && open.faults().values().stream().noneMatch(FaultsCard::comes)) {
            // on with nothing that comes yet: the first slider that is moved begins it
            return;
        }
        on.setSelected(open.faultsOn());
        on.setText(UiWords.text(on.isSelected() ? "faults.turnOff" : "faults.turnOn"));
    }

    private static boolean comes(Object value) {
        return value instanceof Double rate && rate > 0;
    }
}
