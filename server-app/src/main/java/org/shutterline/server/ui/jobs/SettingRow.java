package org.shutterline.server.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.editor.ToolView.SettingView;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** One setting of a tool: its word, what stands there, and below it what is wrong with that. */
final class SettingRow extends JPanel {
    /** Numbers that only a lesson gives; nobody types them. */
    private static final Setting.Shape TAUGHT = new Setting.Other("taught");

    private final String kind;
    private final JLabel label = new JLabel();
    private final Paragraph trouble = new Paragraph(Type.CAPTION);
    private final Control control;
    private final JComponent part;
    private boolean filling;

    /** What is changed by hand. */
    private interface Control {
        void show(SettingView setting);
    }

    /** @param set told what the technician wants there; empty for the default */
    SettingRow(String kind, SettingView setting, Consumer<Optional<Object>> set) {
        super(new MigLayout("insets 0, gap 8 2, fillx, hidemode 3", "[132!][grow, fill]", "[][]"));
        this.kind = kind;
        setOpaque(false);
        label.setFont(Type.SECOND.font());
        label.setForeground(Palette.TEXT_SECOND.colour());
        trouble.setForeground(State.NG.text());
        String name = "setting." + setting.key();
        if (setting.shape() instanceof Setting.YesNo) {
            JCheckBox box = new JCheckBox();
            box.addActionListener(pressed -> set.accept(Optional.of(box.isSelected())));
            part = box;
            control = now -> box.setSelected(
                    Boolean.TRUE.equals(now.value().or(now::byDefault).orElse(false)));
        } else if (setting.shape() instanceof Setting.Choice choice) {
            JComboBox<String> box = choices(setting.key(), choice.words());
            box.addActionListener(chosen -> {
                if (!filling) {
                    set.accept(Optional.of(choice.words().get(Math.max(0, box.getSelectedIndex()))));
                }
            });
            part = box;
            control = now -> now.value().or(now::byDefault).ifPresent(raw -> {
                int index = choice.words().indexOf(String.valueOf(raw).toLowerCase(java.util.Locale.ROOT));
                if (index >= 0 && !box.isPopupVisible()) {
                    filling = true;
                    box.setSelectedIndex(index);
                    filling = false;
                }
            });
        } else if (setting.shape().equals(TAUGHT)) {
            JLabel lesson = new JLabel();
            part = lesson;
            control = now -> lesson.setText(UiWords.text(now.value().isPresent() ? "jobs.taught" : "jobs.notTaught"));
        } else {
            ValueField field = new ValueField(name);
            field.onTaken(text -> set.accept(raw(setting, text)));
            part = field;
            control = now -> {
                field.placeholder(now.byDefault().map(SettingRow::text).orElse(UiWords.text("jobs.notSet")));
                field.give(now.value().map(SettingRow::text).orElse(""));
                field.bad(now.trouble().isPresent());
                field.setEditable(canBeTyped(now));
            };
        }
        part.setName(name);
        label.setLabelFor(part);
        add(label, "wmin 0");
        add(part, "wmin 60, h 34!, wrap");
        add(trouble, "skip 1, wmin 0");
        show(setting);
    }

    /** What has parts of its own is written in the job's file. */
    private static boolean canBeTyped(SettingView setting) {
        boolean parts = setting.value()
                        .filter(raw ->
                                raw instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance))
                        .isPresent()
                || setting.value().filter(Map.class::isInstance).isPresent();
        return !parts;
    }

    private static JComboBox<String> choices(String key, List<String> words) {
        return new JComboBox<>(
                words.stream().map(word -> ToolWords.choice(key, word)).toArray(String[]::new));
    }

    void show(SettingView setting) {
        String word = ToolWords.setting(kind, setting.key());
        label.setText(setting.unit().isEmpty() ? word : word + ", " + setting.unit());
        label.setToolTipText(UiWords.text("jobs.expected", label.getText(), setting.expected()));
        control.show(setting);
        trouble.setVisible(setting.trouble().isPresent());
        trouble.setText(setting.trouble().orElse(""));
    }

    /** Lists and other things are written as people write them: a, b, c. */
    static String text(Object raw) {
        if (raw instanceof List<?> list) {
            return list.stream()
                    .map(item -> item instanceof Map<?, ?> map ? map.values().toString() : String.valueOf(item))
                    .collect(Collectors.joining(", "));
        }
        return raw instanceof Double number ? Numbers.shown(number) : String.valueOf(raw);
    }

    /** As a file would write what was typed; what cannot be read so stays text, and the tool says what it expects. */
    static Optional<Object> raw(SettingView setting, String text) {
        Setting.Shape shape = setting.shape();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (shape instanceof Setting.WholeNumber || shape instanceof Setting.AnyNumber) {
            return Optional.of(number(shape, text));
        }
        if (shape instanceof Setting.Choices || setting.expected().startsWith("a list")) {
            return Optional.of(items(text));
        }
        if (shape instanceof Setting.Other) {
            return Optional.of(
                    text.contains(",")
                            ? items(text)
                            : Numbers.read(text).<Object>map(SettingRow::whole).orElse(text));
        }
        return Optional.of(text);
    }

    private static Object number(Setting.Shape shape, String text) {
        Optional<Double> number = Numbers.read(text);
        if (number.isEmpty()) {
            return text;
        }
        return shape instanceof Setting.WholeNumber ? whole(number.get()) : number.get();
    }

    private static Object whole(double number) {
        if (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) {
            return (int) number;
        }
        return number;
    }

    private static List<Object> items(String text) {
        List<Object> items = new ArrayList<>();
        for (String item : text.split(",")) {
            if (!item.isBlank()) {
                items.add(Numbers.read(item).<Object>map(SettingRow::whole).orElse(item.strip()));
            }
        }
        return items;
    }
}
