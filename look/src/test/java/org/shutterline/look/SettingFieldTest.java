package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SettingFieldTest {
    private final List<Object> told = new ArrayList<>();

    @BeforeEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
        Theme.LIGHT.install();
    }

    @Test
    void showsWithoutTellingAndTellsWhatAPersonSets() {
        SettingField<Long> lines = SettingField.wholeNumber("Search lines", "", 1, 50);
        lines.onChange(told::add);
        lines.value(8L);
        assertThat(told).isEmpty();
        JSpinner spinner = part(lines, JSpinner.class);
        spinner.setValue(spinner.getNextValue());
        assertThat(told).containsExactly(9L);
    }

    @Test
    void leavesNoDustBehindADecimal() {
        SettingField<Double> smooth = SettingField.number("Smooth", "px", 0, 10, 2);
        smooth.onChange(told::add);
        smooth.value(0.1);
        JSpinner spinner = part(smooth, JSpinner.class);
        spinner.setValue(0.1 + 0.2);
        assertThat(told).containsExactly(0.3);
    }

    @Test
    void saysWhatWasExpectedWhileAPersonWrites() {
        SettingField<Double> smooth = SettingField.number("Smooth", "px", 0, 10, 2);
        smooth.value(1.5);
        JTextField text = part(smooth, JTextField.class);
        assertThat(text.getText()).isEqualTo("1.5");
        assertThat(text.getAccessibleContext().getAccessibleName()).isEqualTo("Smooth, px");
        assertThat(smooth.trouble()).isEmpty();
        text.setText("11");
        assertThat(smooth.trouble()).hasValue("expected 0 to 10");
        text.setText("many");
        assertThat(smooth.trouble()).hasValue("expected 0 to 10");
        text.setText("2.5");
        assertThat(smooth.trouble()).isEmpty();
    }

    @Test
    void saysWhatItIsTold() {
        SettingField<String> text = SettingField.text("Expected text");
        text.error(Optional.of("SN- and 6 digits"));
        assertThat(text.trouble()).hasValue("expected SN- and 6 digits");
        assertThat(part(text, JTextField.class).getAccessibleContext().getAccessibleDescription())
                .isEqualTo("expected SN- and 6 digits");
        text.error(Optional.empty());
        assertThat(text.trouble()).isEmpty();
    }

    @Test
    void offersFewWordsAsASwitchAndMoreAsADropDown() {
        SettingField<String> few =
                SettingField.choice("If not found", List.of("ng", "unknown"), List.of("NG", "Unknown"));
        few.onChange(told::add);
        few.value("unknown");
        part(few, JToggleButton.class).doClick(0);
        List<String> five = List.of("a", "b", "c", "d", "e");
        SettingField<String> many = SettingField.choice("Edges", five, five);
        many.onChange(told::add);
        many.value("c");
        part(many, JComboBox.class).setSelectedIndex(4);
        assertThat(told).containsExactly("ng", "e");
    }

    @Test
    void tellsYesAndNoAndTheSlidersValue() {
        SettingField<Boolean> yesNo = SettingField.yesNo("Turned");
        yesNo.onChange(told::add);
        yesNo.value(false);
        part(yesNo, JToggleButton.class).doClick(0);
        SettingField<Double> strength = SettingField.slider("Strength", "", 0, 5, 1);
        strength.onChange(told::add);
        strength.value(3.2);
        part(strength, JSlider.class).setValue(33);
        assertThat(told).containsExactly(true, 3.3);
    }

    @Test
    void doesNotOverwriteWhatAPersonIsWriting() {
        SettingField<String> text = SettingField.text("Expected text");
        text.onChange(told::add);
        text.value("ABC");
        JTextField field = part(text, JTextField.class);
        field.setText("ABCD");
        text.value("ABC");
        field.postActionEvent();
        assertThat(told).containsExactly("ABCD");
    }

    private static <C extends Component> C part(Container parent, Class<C> kind) {
        for (Component child : parent.getComponents()) {
            if (kind.isInstance(child)) {
                return kind.cast(child);
            }
            if (child instanceof Container inner && holds(inner, kind)) {
                return part(inner, kind);
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static boolean holds(Container parent, Class<?> kind) {
        for (Component child : parent.getComponents()) {
            if (kind.isInstance(child) || child instanceof Container inner && holds(inner, kind)) {
                return true;
            }
        }
        return false;
    }
}
