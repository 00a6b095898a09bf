package org.shutterline.server.ui.settings;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.shutterline.look.Icons;
import org.shutterline.server.settings.EarlierValue;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;

/** A formula that is typed, with a menu of the values that may stand in it. */
final class FormulaControl implements SettingControl {
    /** So many names are told below; the menu has all. */
    private static final int MOST_TOLD = 6;

    private static final int ICON_PX = 14;

    private final ValueField field;
    private final TypedControl typed;
    private final JButton button = new JButton(Icons.CHEVRON_DOWN.icon(ICON_PX));
    private List<EarlierValue> values = List.of();

    FormulaControl(SettingView setting, Consumer<Optional<Object>> set) {
        field = new ValueField("setting." + setting.key());
        typed = new TypedControl(field, setting, set);
        button.setName("setting." + setting.key() + ".values");
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.setFocusable(false);
        button.addActionListener(pressed -> menu().show(field, 0, field.getHeight()));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, button);
    }

    static boolean isFor(String kind, String key) {
        return kind.equals("formula") && key.equals("expression");
    }

    @Override
    public JComponent part() {
        return field;
    }

    @Override
    public void live() {
        typed.live();
    }

    @Override
    public boolean isNarrow() {
        return false;
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        values = owner.values();
        button.setEnabled(!values.isEmpty());
        button.setToolTipText(UiWords.text("jobs.formula.insert"));
        button.getAccessibleContext().setAccessibleName(UiWords.text("jobs.formula.insert"));
        typed.show(owner, setting);
    }

    JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        for (EarlierValue value : values) {
            JMenuItem item = new JMenuItem(told(value));
            item.setName("value." + value.name());
            item.addActionListener(chosen -> field.insert(written(value)));
            menu.add(item);
        }
        return menu;
    }

    /** The names that may stand there, each with the words that people know it by. */
    static String names(SettingOwner owner) {
        if (owner.values().isEmpty()) {
            return UiWords.text("jobs.formula.none");
        }
        return owner.values().stream()
                .limit(MOST_TOLD)
                .map(FormulaControl::told)
                .collect(Collectors.joining("; ", "", owner.values().size() > MOST_TOLD ? "; \u2026" : ""));
    }

    private static String told(EarlierValue value) {
        return UiWords.text(
                "jobs.formula.value", written(value), value.title(), ToolWords.output(value.kind(), value.output()));
    }

    /** What begins with a digit would be a number. */
    private static String written(EarlierValue value) {
        return Character.isDigit(value.tool().charAt(0)) ? "[" + value.name() + "]" : value.name();
    }
}
