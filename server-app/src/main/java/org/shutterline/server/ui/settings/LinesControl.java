package org.shutterline.server.ui.settings;

import com.formdev.flatlaf.ui.FlatLineBorder;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.settings.Typed;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.settings.YamlText;

/** Several texts, names with what stands for them, or things with fields, each in a line of its own; taken when the focus leaves. */
final class LinesControl implements SettingControl {
    private static final int LINES = 3;

    private final JTextArea area = new JTextArea(LINES, 10);
    private final JScrollPane part = new JScrollPane(area);
    private final Function<Object, List<String>> written;
    private final Function<List<String>, Object> read;
    private final Consumer<Optional<Object>> set;
    private String given = "";
    private boolean live;

    private LinesControl(
            String key,
            Function<Object, List<String>> written,
            Function<List<String>, Object> read,
            Consumer<Optional<Object>> set) {
        this.written = written;
        this.read = read;
        this.set = set;
        area.setName("setting." + key);
        area.setFont(Type.WIRE.font());
        area.setMargin(new Insets(4, 8, 4, 8));
        part.setBorder(new FlatLineBorder(new Insets(1, 1, 1, 1), Palette.CONTROL_EDGE.colour(), 1, 8));
        // a line has no use for a tab: it leads on, as everywhere
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(KeyStroke.getKeyStroke("TAB")));
        area.setFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, Set.of(KeyStroke.getKeyStroke("shift TAB")));
        area.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                take();
            }
        });
    }

    private void take() {
        if (!area.getText().equals(given)) {
            given = area.getText();
            List<String> lines = given.lines().filter(line -> !line.isBlank()).toList();
            set.accept(lines.isEmpty() ? Optional.empty() : Optional.of(read.apply(lines)));
        }
    }

    @Override
    public void live() {
        live = true;
        LiveText.follow(area, this::take);
    }

    static LinesControl texts(String key, Consumer<Optional<Object>> set) {
        return new LinesControl(key, LinesControl::items, List::copyOf, set);
    }

    /** {@code name: value} in each line; a value is a number, yes or no, or a text, as on the wire. */
    static LinesControl pairs(String key, Consumer<Optional<Object>> set) {
        return new LinesControl(key, LinesControl::entries, LinesControl::map, set);
    }

    /** Things with fields, each as YAML in one line; a line that is none is left for the setting to refuse. */
    static LinesControl rows(String key, Consumer<Optional<Object>> set) {
        return new LinesControl(
                key,
                LinesControl::rowLines,
                lines -> lines.stream().map(LinesControl::row).toList(),
                set);
    }

    private static List<String> rowLines(Object raw) {
        return raw instanceof List<?> list
                ? list.stream().map(YamlText::inOneLine).toList()
                : List.of();
    }

    private static Object row(String line) {
        String braced = line.strip().startsWith("{") ? line : "{" + line + "}";
        try {
            return YamlFile.parse(braced.getBytes(StandardCharsets.UTF_8), "row");
        } catch (BadSetting noYaml) {
            return line;
        }
    }

    private static List<String> items(Object raw) {
        return raw instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static List<String> entries(Object raw) {
        return raw instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + TypedControl.text(entry.getValue()))
                        .toList()
                : List.of();
    }

    private static Object map(List<String> lines) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = (colon < 0 ? line : line.substring(0, colon)).strip();
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            pairs.put(name, Typed.raw(new Setting.Other(""), value));
        }
        return pairs;
    }

    @Override
    public JComponent part() {
        return part;
    }

    @Override
    public boolean isLow() {
        return false;
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        String value = setting.value().map(written).orElse(List.of()).stream().collect(Collectors.joining("\n"));
        boolean typing = area.isFocusOwner() && (live || !area.getText().equals(given));
        given = value;
        if (!typing && !area.getText().equals(value)) {
            area.setText(value);
        }
    }
}
