package org.shutterline.server.ui.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import org.shutterline.look.Units;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.settings.Typed;
import org.shutterline.server.ui.UiWords;

/** A number or a text that is typed, as on the wire; a number also changes by one step with the arrow keys. */
final class TypedControl implements SettingControl {
    private static final int LONGEST_UNIT = 4;

    private final ValueField field;
    private final boolean number;
    private String usual = "";

    TypedControl(SettingView setting, Consumer<Optional<Object>> set) {
        this(new ValueField("setting." + setting.key()), setting, set);
    }

    TypedControl(ValueField field, SettingView setting, Consumer<Optional<Object>> set) {
        this.field = field;
        Setting.Shape shape = setting.shape();
        number = isNumber(shape);
        String unit = isShort(setting.unit()) ? Units.word(setting.unit()) : "";
        field.onTaken(
                text -> set.accept(text.isEmpty() ? Optional.empty() : Optional.of(Typed.raw(shape, pointed(text)))));
        if (shape instanceof Setting.WholeNumber whole) {
            field.steps(1, whole.low(), whole.high(), unit, () -> usual);
        } else if (shape instanceof Setting.NumberOrWord grey) {
            field.steps(1, grey.low(), grey.high(), unit, () -> usual);
        } else if (shape instanceof Setting.AnyNumber any) {
            field.steps(0.1, any.low(), any.high(), unit, () -> usual);
        }
    }

    /** A longer unit would leave no room for the number; it stands with the range. */
    static boolean isShort(String unit) {
        return Units.word(unit).length() <= LONGEST_UNIT;
    }

    private static boolean isNumber(Setting.Shape shape) {
        return shape instanceof Setting.AnyNumber
                || shape instanceof Setting.WholeNumber
                || shape instanceof Setting.NumberOrWord;
    }

    /** A comma in a number is the point of those who are used to it. */
    private String pointed(String text) {
        return number ? text.replace(',', '.') : text;
    }

    @Override
    public boolean showsUnit() {
        return number;
    }

    @Override
    public JComponent part() {
        return field;
    }

    @Override
    public void live() {
        field.live();
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        usual = usual(setting);
        boolean unlimited = usual.isEmpty() && setting.byDefault().isPresent();
        field.placeholder(usual.isEmpty() ? UiWords.text(unlimited ? "jobs.noLimit" : "jobs.notSet") : usual);
        field.give(setting.value().map(TypedControl::text).orElse(""));
        field.bad(setting.trouble().isPresent());
        field.setEditable(setting.value().filter(Map.class::isInstance).isEmpty());
    }

    /** What counts if nothing is typed; empty if that is no limit at all. */
    static String usual(SettingView setting) {
        return setting.byDefault()
                .filter(raw -> !(raw instanceof Number number && Math.abs(number.doubleValue()) >= Numbers.NO_END))
                .map(TypedControl::text)
                .orElse("");
    }

    /** Lists are written as people write them: a, b, c. */
    static String text(Object raw) {
        if (raw instanceof List<?> list) {
            return list.stream().map(TypedControl::text).collect(Collectors.joining(", "));
        }
        return raw instanceof Double number ? Numbers.shown(number) : String.valueOf(raw);
    }
}
