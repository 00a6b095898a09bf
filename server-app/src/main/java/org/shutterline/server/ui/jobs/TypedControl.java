package org.shutterline.server.ui.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.editor.ToolView.SettingView;
import org.shutterline.server.settings.Typed;
import org.shutterline.server.ui.UiWords;

/** A number or a text that is typed, as on the wire; a number also changes by one step with the arrow keys. */
final class TypedControl implements SettingControl {
    private final ValueField field;
    private String usual = "";

    TypedControl(SettingView setting, Consumer<Optional<Object>> set) {
        Setting.Shape shape = setting.shape();
        field = new ValueField("setting." + setting.key());
        field.onTaken(text ->
                set.accept(text.isEmpty() ? Optional.empty() : Optional.of(Typed.raw(shape, pointed(shape, text)))));
        if (shape instanceof Setting.WholeNumber whole) {
            field.steps(1, whole.low(), whole.high(), () -> usual);
        } else if (shape instanceof Setting.NumberOrWord number) {
            field.steps(1, number.low(), number.high(), () -> usual);
        } else if (shape instanceof Setting.AnyNumber number) {
            field.steps(0.1, number.low(), number.high(), () -> usual);
        }
    }

    /** A comma in a number is the point of those who are used to it. */
    private static String pointed(Setting.Shape shape, String text) {
        boolean number = shape instanceof Setting.AnyNumber
                || shape instanceof Setting.WholeNumber
                || shape instanceof Setting.NumberOrWord;
        return number ? text.replace(',', '.') : text;
    }

    @Override
    public JComponent part() {
        return field;
    }

    @Override
    public void show(ToolView tool, SettingView setting) {
        usual = setting.byDefault().map(TypedControl::text).orElse("");
        field.placeholder(usual.isEmpty() ? UiWords.text("jobs.notSet") : usual);
        field.give(setting.value().map(TypedControl::text).orElse(""));
        field.bad(setting.trouble().isPresent());
        field.setEditable(setting.value().filter(Map.class::isInstance).isEmpty());
    }

    /** Lists are written as people write them: a, b, c. */
    static String text(Object raw) {
        if (raw instanceof List<?> list) {
            return list.stream().map(TypedControl::text).collect(Collectors.joining(", "));
        }
        return raw instanceof Double number ? Numbers.shown(number) : String.valueOf(raw);
    }
}
