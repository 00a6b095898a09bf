package org.shutterline.server.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JMenuItem;
import javax.swing.JPasswordField;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.EarlierValue;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.spi.CameraFactory;

final class SettingRowTest {
    private final List<Optional<Object>> set = new ArrayList<>();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static SettingOwner owner() {
        Map<String, String> earlier = new LinkedHashMap<>();
        earlier.put("holeA", "hole A");
        earlier.put("holeB", "hole B");
        return new SettingOwner("combine", earlier, List.of());
    }

    private static SettingView view(Setting<?> setting, Optional<Object> value, Optional<String> trouble) {
        return new SettingView(
                setting.key(),
                setting.shape(),
                setting.isSecret(),
                setting.unit(),
                setting.expected(),
                value,
                setting.byDefault().map(byDefault -> byDefault),
                value,
                trouble);
    }

    private SettingRow row(Setting<?> setting, Optional<Object> value) {
        return new SettingRow(owner(), view(setting, value, Optional.empty()), set::add);
    }

    private static <C extends Component> C part(Container in, Class<C> type, String name) {
        for (Component each : in.getComponents()) {
            if (type.isInstance(each) && name.equals(each.getName())) {
                return type.cast(each);
            }
            if (each instanceof Container inner) {
                try {
                    return part(inner, type, name);
                } catch (AssertionError notHere) {
                    continue;
                }
            }
        }
        throw new AssertionError("there is no " + name);
    }

    @Test
    void aNumberShowsItsRangeItsUnitAndItsDefault() {
        SettingRow row = row(Setting.whole("grey", 1, 255).unit("px").byDefault(90), Optional.empty());

        assertThat(part(row, JTextComponent.class, "setting.grey.below").getText())
                .isEqualTo("1 to 255, whole, usually 90");
        JTextField field = part(row, JTextField.class, "setting.grey");
        field.setText("120");
        field.postActionEvent();
        assertThat(set).containsExactly(Optional.of(120));
    }

    @Test
    void aDefaultThatIsNoLimitIsNotWrittenOutInDigits() {
        SettingRow row = row(Setting.number("area", 0, 1e9).unit("px").byDefault(1e9), Optional.empty());

        assertThat(part(row, JTextComponent.class, "setting.area.below").getText())
                .isEmpty();
        assertThat(part(row, JTextField.class, "setting.area").getClientProperty("JTextField.placeholderText"))
                .isEqualTo("none");
    }

    @Test
    void aSecretIsTypedAndNeverShown() {
        SettingRow row = row(Setting.text("password").secret(), Optional.of("s3 cret"));
        JPasswordField field = part(row, JPasswordField.class, "setting.password");

        assertThat(field.echoCharIsSet()).isTrue();
        assertThat(field.getPassword()).containsExactly("s3 cret".toCharArray());
        field.setText(" other ");
        field.postActionEvent();
        field.setText("");
        field.postActionEvent();
        assertThat(set).containsExactly(Optional.of(" other "), Optional.empty());
    }

    @Test
    void everyPasswordOfACameraIsASecret() {
        assertThat(Catalog.installed("camera", CameraFactory.class).all().stream()
                        .flatMap(driver -> driver.settings().stream())
                        .filter(setting ->
                                setting.key().toLowerCase(Locale.ROOT).contains("password")))
                .hasSizeGreaterThan(1)
                .allMatch(Setting::isSecret);
    }

    @Test
    void aNumberGoesUpFromItsDefaultAndStopsAtItsEnd() {
        SettingRow row = row(Setting.whole("grey", 1, 91).byDefault(90), Optional.empty());
        JTextField field = part(row, JTextField.class, "setting.grey");
        JButton more = part(
                (Container) field.getClientProperty("JTextField.trailingComponent"),
                JButton.class,
                "setting.grey.more");
        more.doClick();
        more.doClick();

        assertThat(set).containsExactly(Optional.of(91));
    }

    @Test
    void anErrorStandsBelowTheFieldInTheWindowsWords() {
        Setting<Integer> grey = Setting.whole("grey", 1, 255);
        SettingRow row = row(grey, Optional.of("bright"));
        row.show(
                owner(),
                view(grey, Optional.of("bright"), Optional.of("expected " + grey.expected() + ", found 'bright'")));

        assertThat(part(row, JTextComponent.class, "setting.grey.below").getText())
                .isEqualTo("Needs 1 to 255, whole");
    }

    @Test
    void earlierToolsAreCheckedByTheirTitles() {
        Setting<Object> of = Setting.<Object>of("of", "ids", Optional::of).as(new Setting.EarlierTools());
        SettingRow row = row(of, Optional.of(List.of("holeA")));
        JCheckBox second = part(row, JCheckBox.class, "setting.of.holeB");

        assertThat(part(row, JCheckBox.class, "setting.of.holeA").isSelected()).isTrue();
        assertThat(second.getText()).isEqualTo("hole B");
        second.doClick();
        assertThat(set).containsExactly(Optional.of(List.of("holeA", "holeB")));
    }

    @Test
    void anEarlierToolIsChosenByItsTitle() {
        Setting<Object> from = Setting.<Object>of("from", "an id", Optional::of).as(new Setting.EarlierTool());
        SettingRow row = row(from, Optional.of("holeA"));
        JComboBox<?> box = part(row, JComboBox.class, "setting.from");

        assertThat(box.getSelectedItem()).isEqualTo("hole A");
        box.setSelectedIndex(2);
        assertThat(set).containsExactly(Optional.of("holeB"));
    }

    @Test
    void pairsAreLinesOfNameAndValue() {
        Setting<Object> pairs =
                Setting.<Object>of("parameters", "pairs", Optional::of).as(new Setting.Pairs());
        SettingRow row = row(pairs, Optional.of(Map.of("speed", 3)));
        JTextArea area = part(row, JTextArea.class, "setting.parameters");

        assertThat(area.getText()).isEqualTo("speed: 3");
        area.setText("speed: 4\nname: left, right\n");
        area.getFocusListeners()[area.getFocusListeners().length - 1].focusLost(
                new java.awt.event.FocusEvent(area, 1005));
        assertThat(set).containsExactly(Optional.of(Map.of("speed", 4, "name", "left, right")));
    }

    @Test
    void valuesOfAProgramAreRowsThatComeAndGo() {
        Setting<Object> rows = Setting.<Object>of("values", "rows", Optional::of)
                .as(new Setting.Rows(List.of("name", "unit", "decimals")));
        SettingRow row = row(rows, Optional.of(List.of(Map.of("name", "width", "unit", "mm", "decimals", 2))));
        JTextField decimals = part(row, JTextField.class, "setting.values.0.decimals");
        decimals.setText("3");
        decimals.postActionEvent();
        part(row, JButton.class, "setting.values.add").doClick();
        part(row, JButton.class, "setting.values.0.remove").doClick();

        assertThat(set)
                .containsExactly(
                        Optional.of(List.of(Map.of("name", "width", "unit", "mm", "decimals", 3))),
                        Optional.of(List.of(
                                Map.of("name", "width", "unit", "mm", "decimals", 2), Map.of("name", "value2"))),
                        Optional.empty());
    }

    @Test
    void aFormulaTellsTheNamesThatItMayUseAndTakesThemFromAMenu() {
        Setting<String> formula = Setting.text("expression");
        List<EarlierValue> values = List.of(
                new EarlierValue("blobs2", "Hole A", "blobs", "diameter"),
                new EarlierValue("2nd", "Hole B", "circle", "diameter"));
        SettingOwner owner = new SettingOwner("formula", Map.of("blobs2", "Hole A", "2nd", "Hole B"), values);
        SettingRow row = new SettingRow(owner, view(formula, Optional.of("2 * "), Optional.empty()), set::add);

        assertThat(part(row, JTextComponent.class, "setting.expression.below").getText())
                .isEqualTo("Numbers, + - * / ( ) and values of the tools before it:"
                        + " blobs2.diameter: Hole A, Diameter; [2nd.diameter]: Hole B, Diameter");
        FormulaControl control = new FormulaControl(view(formula, Optional.empty(), Optional.empty()), set::add);
        control.show(owner, view(formula, Optional.of("2 * "), Optional.empty()));
        JPopupMenu menu = control.menu();
        ((JMenuItem) menu.getComponent(0)).doClick(0);
        assertThat(set).containsExactly(Optional.of("2 * blobs2.diameter"));

        SettingOwner first = new SettingOwner("formula", Map.of(), List.of());
        row.show(first, view(formula, Optional.empty(), Optional.empty()));
        assertThat(part(row, JTextComponent.class, "setting.expression.below").getText())
                .endsWith("No tool stands before it.");
    }
}
