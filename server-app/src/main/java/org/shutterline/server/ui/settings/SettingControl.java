package org.shutterline.server.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;

/** What a setting is changed by hand with. */
interface SettingControl {
    JComponent part();

    /** Shows what stands there without telling anybody; what is being typed stays. */
    void show(SettingOwner owner, SettingView setting);

    /** From now on every key counts, where something is typed. */
    default void live() {
        // what is chosen counts at once anyway
    }

    /** Whether it is one line high. */
    default boolean isLow() {
        return true;
    }

    /** Whether it has room beside its word. */
    default boolean isNarrow() {
        return isLow();
    }

    /** Whether the unit stands beside what is changed. */
    default boolean showsUnit() {
        return false;
    }

    /**
     * The one for this kind of thing; each tells what the technician wants there, empty for the default.
     *
     * @param kind of tool that the setting is of
     * @param pick asks for a file that the setting is to name; empty where none can be brought
     */
    static SettingControl of(
            String kind, SettingView setting, Consumer<Optional<Object>> set, Optional<Runnable> pick) {
        Setting.Shape shape = setting.shape();
        String key = setting.key();
        if (shape instanceof Setting.YesNo) {
            return new YesNoControl(key, set);
        } else if (shape instanceof Setting.Choice choice) {
            return new ChoiceControl(kind, key, choice.words(), set);
        } else if (shape instanceof Setting.Choices choices) {
            return CheckListControl.of(kind, key, choices.words(), set);
        } else if (shape instanceof Setting.EarlierTools) {
            return CheckListControl.ofTools(key, set);
        } else if (shape instanceof Setting.EarlierTool) {
            return new ToolControl(key, set);
        } else if (shape instanceof Setting.Texts) {
            return LinesControl.texts(key, set);
        } else if (shape instanceof Setting.Pairs) {
            return LinesControl.pairs(key, set);
        } else if (setting.secret() && shape instanceof Setting.FreeText) {
            return new SecretControl(key, set);
        } else if (shape instanceof Setting.Rows rows) {
            return rows.fields().size() > RowsControl.MOST_FIELDS
                    ? LinesControl.rows(key, set)
                    : new RowsControl(key, rows.fields(), setting.secret(), set);
        } else if (shape instanceof Setting.FileName && pick.isPresent()) {
            return new FileControl(setting, set, pick.get());
        }
        if (FormulaControl.isFor(kind, key)) {
            return new FormulaControl(setting, set);
        }
        return shape.equals(TaughtControl.TAUGHT) ? new TaughtControl() : new TypedControl(setting, set);
    }
}
