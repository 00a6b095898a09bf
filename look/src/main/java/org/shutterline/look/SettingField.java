package org.shutterline.look;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * One setting: its name at the left, the control at the right, and below the control what was expected where the value
 * is wrong. The unit stands behind the name: "Smooth, px".
 *
 * @param <V> the value
 */
public final class SettingField<V> extends JPanel {
    /** Width of the names, so that the controls of a card stand under each other. */
    public static final int LABEL_PX = 104;

    private static final int CONTROL_PX = 34;

    private final JLabel label;
    private final JLabel trouble = new JLabel();
    private final SettingControl<V> control;
    private Optional<String> told = Optional.empty();
    private Optional<String> written = Optional.empty();

    private SettingField(String name, String unit, SettingControl<V> control) {
        super(new MigLayout(
                "insets 0, gap 0, fillx, hidemode 3, wrap 2",
                "[" + LABEL_PX + "!, left][grow, fill, 0:pref]",
                "[" + CONTROL_PX + "!][]"));
        setOpaque(false);
        this.control = control;
        label = new JLabel();
        label.setFont(Type.SECOND.font());
        label.setForeground(Palette.TEXT_SECOND.colour());
        label.setLabelFor(control.field());
        trouble.setFont(Type.CAPTION.font());
        trouble.setForeground(Palette.NG_TEXT.colour());
        trouble.setIcon(Icons.WARNING.icon(14, Palette.NG_TEXT.colour()));
        trouble.setIconTextGap(5);
        trouble.setVisible(false);
        add(label, "wmax " + (LABEL_PX - 8));
        add(control.component(), "growx, wmin 0, h " + CONTROL_PX + "!");
        add(trouble, "skip, growx, wmin 0, gaptop 3");
        label(name, unit);
        control.onTrouble(words -> {
            written = words;
            renew();
        });
        Words.follow(this, this::renew);
    }

    /** A whole number; with a unit such as "px", or an empty one. */
    public static SettingField<Long> wholeNumber(String name, String unit, long low, long high) {
        return new SettingField<>(name, unit, NumberControl.whole(low, high));
    }

    /** A number with up to so many decimals. */
    public static SettingField<Double> number(String name, String unit, double low, double high, int decimals) {
        return new SettingField<>(name, unit, NumberControl.decimal(low, high, decimals));
    }

    /** A number that is found by trying: a slider with the value beside it. */
    public static SettingField<Double> slider(String name, String unit, double low, double high, int decimals) {
        return new SettingField<>(name, unit, new SliderControl(low, high, decimals));
    }

    public static SettingField<Boolean> yesNo(String name) {
        return new SettingField<>(name, "", new YesNoControl());
    }

    /**
     * One of several words: a switch for two to four, a drop-down for more.
     *
     * @param words as the value
     * @param shown as people read them, in the same order
     */
    public static SettingField<String> choice(String name, List<String> words, List<String> shown) {
        return new SettingField<>(name, "", ChoiceControl.of(words, shown));
    }

    public static SettingField<String> text(String name) {
        return new SettingField<>(name, "", new TextControl());
    }

    /**
     * A file's name, with a button that lets a person choose one.
     *
     * @param choose asked when the button is pressed; empty when nothing was chosen
     */
    public static SettingField<String> file(String name, Supplier<Optional<String>> choose) {
        return new SettingField<>(name, "", new FileControl(choose));
    }

    /** A value that is set elsewhere, as a region is in the picture. */
    public static SettingField<String> shownOnly(String name) {
        return new SettingField<>(name, "", new ShownControl());
    }

    /** The name in another language. */
    public void label(String name, String unit) {
        String words = unit.isEmpty() ? name : name + ", " + unit;
        label.setText(words);
        label.setToolTipText(words);
        control.field().getAccessibleContext().setAccessibleName(words);
    }

    /** Shows a value without telling the listener. */
    public void value(V shown) {
        control.show(shown);
    }

    /** Told each value that a person sets. */
    public void onChange(Consumer<V> listener) {
        control.onChange(listener);
    }

    /** What was expected instead of the present value, without the word itself: "1 to 50"; empty if all is well. */
    public void error(Optional<String> expected) {
        told = expected;
        renew();
    }

    /** What is said below the control now; empty if all is well. */
    public Optional<String> trouble() {
        return written.or(() -> told).map(words -> LookWords.text("setting.expected", words));
    }

    private void renew() {
        Optional<String> words = trouble();
        trouble.setVisible(words.isPresent());
        trouble.setText(words.orElse(""));
        trouble.setToolTipText(words.orElse(null));
        Color edge = Palette.NG_TEXT.colour();
        Object outline = words.isPresent() ? new Color[] {edge, edge} : null;
        // The edge of a spinner is its own, not that of the text in it.
        control.component().putClientProperty(FlatClientProperties.OUTLINE, outline);
        control.field().putClientProperty(FlatClientProperties.OUTLINE, outline);
        control.field().getAccessibleContext().setAccessibleDescription(words.orElse(""));
        revalidate();
        repaint();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        label.setEnabled(enabled);
        control.enable(enabled);
    }
}
