package org.shutterline.server.ui.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.settings.Typed;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** A list of things with the same fields, each in a row of its own. */
final class RowsControl implements SettingControl {
    /** More have no room beside each other. */
    static final int MOST_FIELDS = 4;

    private static final String PASSWORD = "password";

    private final String key;
    private final List<String> fields;
    private final Consumer<Optional<Object>> set;
    private final JPanel part = new JPanel();
    private final JButton add = Buttons.toolbar("", Icons.PLUS);
    private List<Map<String, Object>> rows = List.of();
    private final boolean secret;
    private boolean shown;

    /** @param secret whether nobody is shown a password among the fields */
    RowsControl(String key, List<String> fields, boolean secret, Consumer<Optional<Object>> set) {
        this.secret = secret;
        this.key = key;
        this.fields = fields;
        this.set = set;
        part.setOpaque(false);
        part.setName("setting." + key);
        add.setName("setting." + key + ".add");
        add.addActionListener(pressed -> {
            List<Map<String, Object>> more = new ArrayList<>(rows);
            more.add(Map.of(fields.get(0), "value" + (rows.size() + 1)));
            tell(more);
        });
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
        List<Map<String, Object>> now = read(setting.value());
        if (shown && now.equals(rows)) {
            return;
        }
        shown = true;
        rows = now;
        part.removeAll();
        part.setLayout(new MigLayout(
                "insets 0, gap 4 4, fillx, hidemode 3, wrap " + (fields.size() + 1),
                "[grow, fill]".repeat(fields.size()) + "[]",
                ""));
        if (!rows.isEmpty()) {
            for (String field : fields) {
                part.add(Headline.second("field." + field), "wmin 0" + (isLast(field) ? ", wrap" : ""));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            row(row);
        }
        add.setText(UiWords.text("jobs.addRow"));
        part.add(add, "span, growx 0, h 32!");
        part.revalidate();
        part.repaint();
    }

    private boolean isLast(String field) {
        return fields.indexOf(field) == fields.size() - 1;
    }

    private static List<Map<String, Object>> read(Optional<Object> raw) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (raw.orElse(List.of()) instanceof List<?> list) {
            for (Object item : list) {
                Map<String, Object> row = new LinkedHashMap<>();
                if (item instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> row.put(String.valueOf(name), value));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void row(int row) {
        for (String field : fields) {
            String value = Optional.ofNullable(rows.get(row).get(field))
                    .map(TypedControl::text)
                    .orElse("");
            JTextField typed = secret && field.equals(PASSWORD) ? hidden(row, field, value) : seen(row, field, value);
            typed.setName("setting." + key + "." + row + "." + field);
            part.add(typed, "wmin 40, h 32!");
        }
        JButton away = Buttons.icon(Icons.CLOSE, UiWords.text("jobs.remove"));
        away.setName("setting." + key + "." + row + ".remove");
        away.addActionListener(pressed -> {
            List<Map<String, Object>> left = new ArrayList<>(rows);
            left.remove(row);
            tell(left);
        });
        part.add(away, "h 32!, w 32!, wrap");
    }

    private JTextField seen(int row, String field, String value) {
        ValueField typed = new ValueField("");
        typed.give(value);
        typed.onTaken(text -> tell(row, field, text));
        return typed;
    }

    private JTextField hidden(int row, String field, String value) {
        JPasswordField typed = new JPasswordField();
        TypedText text = new TypedText(typed);
        text.give(value);
        text.onTaken(taken -> tell(row, field, taken));
        return typed;
    }

    private void tell(int row, String field, String text) {
        Map<String, Object> changed = new LinkedHashMap<>(rows.get(row));
        if (text.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, secret || field.equals(fields.get(0)) ? text : Typed.raw(new Setting.Other(""), text));
        }
        List<Map<String, Object>> all = new ArrayList<>(rows);
        all.set(row, changed);
        tell(all);
    }

    private void tell(List<Map<String, Object>> wanted) {
        set.accept(wanted.isEmpty() ? Optional.empty() : Optional.of(wanted));
    }
}
