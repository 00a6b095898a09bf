package org.shutterline.server.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Type;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;

/** Some of several things, each with a box. */
final class CheckListControl implements SettingControl {
    private final String key;
    private final Function<SettingOwner, Map<String, String>> offered;
    private final Consumer<Optional<Object>> set;
    private final JPanel part =
            new JPanel(new MigLayout("insets 0, gap 8 0, wrap 2, fillx", "[grow, fill][grow, fill]", ""));
    private final Map<String, JCheckBox> boxes = new LinkedHashMap<>();

    /** @param offered what can be chosen, and what it is called */
    private CheckListControl(
            String key, Function<SettingOwner, Map<String, String>> offered, Consumer<Optional<Object>> set) {
        this.key = key;
        this.offered = offered;
        this.set = set;
        part.setOpaque(false);
        part.setName("setting." + key);
    }

    static CheckListControl of(String kind, String key, List<String> words, Consumer<Optional<Object>> set) {
        Map<String, String> all = words.stream()
                .collect(Collectors.toMap(
                        word -> word,
                        word -> ToolWords.choice(kind, key, word),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return new CheckListControl(key, tool -> all, set);
    }

    static CheckListControl ofTools(String key, Consumer<Optional<Object>> set) {
        return new CheckListControl(key, SettingOwner::earlier, set);
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
        Map<String, String> all = offered.apply(owner);
        if (!List.copyOf(all.keySet()).equals(List.copyOf(boxes.keySet()))) {
            fill(all);
        }
        List<String> chosen = chosen(setting.value().or(setting::byDefault));
        boxes.forEach((word, box) -> {
            box.setText(all.get(word));
            box.setToolTipText(all.get(word));
            box.setSelected(chosen.contains(word.toLowerCase(Locale.ROOT)));
        });
    }

    private static List<String> chosen(Optional<Object> raw) {
        List<?> items = raw.orElse(List.of()) instanceof List<?> list ? list : List.of();
        return items.stream()
                .map(item -> String.valueOf(item).toLowerCase(Locale.ROOT))
                .toList();
    }

    private void fill(Map<String, String> all) {
        boxes.clear();
        part.removeAll();
        for (String word : all.keySet()) {
            JCheckBox box = new JCheckBox();
            box.setName("setting." + key + "." + word);
            box.setOpaque(false);
            box.setFont(Type.SECOND.font());
            box.addActionListener(pressed -> tell());
            boxes.put(word, box);
            part.add(box, "wmin 0");
        }
        part.revalidate();
    }

    private void tell() {
        List<String> chosen = boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        set.accept(chosen.isEmpty() ? Optional.empty() : Optional.of(chosen));
    }
}
