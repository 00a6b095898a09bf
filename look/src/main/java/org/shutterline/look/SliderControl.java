package org.shutterline.look;

import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** A slider with its value beside it. */
final class SliderControl implements SettingControl<Double> {
    private final double factor;
    private final int decimals;
    private final JSlider slider;
    private final JLabel figure = new JLabel("", SwingConstants.TRAILING);
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow, fill, 0:pref][48!, fill]", "[fill]"));
    private Consumer<Double> listener = set -> {};
    private boolean showing;

    SliderControl(double low, double high, int decimals) {
        this.decimals = decimals;
        factor = Math.pow(10, decimals);
        slider = new JSlider((int) Math.round(low * factor), (int) Math.round(high * factor));
        slider.setOpaque(false);
        panel.setOpaque(false);
        figure.setFont(Type.BODY_STRONG.font());
        panel.add(slider);
        panel.add(figure);
        slider.addChangeListener(moved -> {
            write();
            if (!showing) {
                listener.accept(value());
            }
        });
        write();
    }

    private double value() {
        return slider.getValue() / factor;
    }

    private void write() {
        figure.setText(Limits.fixed(value(), decimals));
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public JComponent field() {
        return slider;
    }

    @Override
    public void enable(boolean enabled) {
        slider.setEnabled(enabled);
        figure.setEnabled(enabled);
    }

    @Override
    public void show(Double shown) {
        showing = true;
        slider.setValue((int) Math.round(shown * factor));
        showing = false;
    }

    @Override
    public void onChange(Consumer<Double> told) {
        listener = told;
    }
}
