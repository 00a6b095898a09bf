package org.shutterline.server.ui.settings;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Units;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** One setting of a tool: its word and unit, what stands there, and below it what may stand there or what is wrong. */
public final class SettingRow extends JPanel {
    private final JLabel label = new JLabel();
    private final Paragraph below = new Paragraph(Type.CAPTION);
    private final SettingControl control;

    /** @param set told what the technician wants there; empty for the default */
    public SettingRow(SettingOwner owner, SettingView setting, Consumer<Optional<Object>> set) {
        this(owner, setting, set, Optional.empty());
    }

    /** @param pick asks for a file that the setting is to name; empty where none can be brought */
    public SettingRow(
            SettingOwner owner, SettingView setting, Consumer<Optional<Object>> set, Optional<Runnable> pick) {
        super(new MigLayout("insets 0, gap 8 2, fillx, hidemode 3", "[132!][grow, fill]", "[][]"));
        setOpaque(false);
        label.setFont(Type.SECOND.font());
        label.setForeground(Palette.TEXT_SECOND.colour());
        control = SettingControl.of(owner.kind(), setting, set, pick);
        label.setLabelFor(control.part());
        below.setName("setting." + setting.key() + ".below");
        add(label, control.isNarrow() ? "wmin 0" : "span, wmin 0, wrap");
        add(
                control.part(),
                (control.isNarrow() ? "" : "span, growx, ") + (control.isLow() ? "h 34!, " : "") + "wmin 60, wrap");
        add(below, "skip 1, wmin 0");
        show(owner, setting);
    }

    /** From now on every key counts, where something is typed. */
    public SettingRow live() {
        control.live();
        return this;
    }

    public void show(SettingOwner owner, SettingView setting) {
        String word = ToolWords.setting(owner.kind(), setting.key());
        boolean plain = setting.unit().isEmpty() || control.showsUnit();
        label.setText(plain ? word : word + ", " + Units.word(setting.unit()));
        label.setToolTipText(UiWords.text("jobs.expected", label.getText(), Retold.phrase(setting.expected())));
        control.show(owner, setting);
        boolean isBegun = !setting.isMissing() || !FormulaControl.isFor(owner.kind(), setting.key());
        Optional<String> trouble = setting.trouble().filter(why -> isBegun).map(why -> trouble(setting, why));
        String words = trouble.orElseGet(() -> explained(owner, setting));
        below.setVisible(!words.isEmpty());
        below.setText(words);
        below.setForeground(trouble.isPresent() ? State.NG.text() : Palette.TEXT_SECOND.colour());
    }

    /** Whether something may be set there now. */
    public void allow(boolean yes) {
        allow(control.part(), yes);
    }

    private static void allow(Component part, boolean yes) {
        part.setEnabled(yes);
        if (part instanceof Container container && !(part instanceof JComboBox<?>)) {
            for (Component inner : container.getComponents()) {
                allow(inner, yes);
            }
        }
    }

    /** In the words of the window where it has any; else as the tool says it. */
    private static String trouble(SettingView setting, String why) {
        String range = range(setting);
        if (setting.isMissing() && range.isEmpty()) {
            return UiWords.text("jobs.missing");
        }
        boolean plain = why.contains("expected " + setting.expected());
        return plain && !range.isEmpty() ? UiWords.text("jobs.wanted", range) : Retold.trouble(why);
    }

    private static String explained(SettingOwner owner, SettingView setting) {
        if (FormulaControl.isFor(owner.kind(), setting.key())) {
            return ToolWords.explanation(owner.kind(), setting.key()) + " " + FormulaControl.names(owner);
        }
        return (ToolWords.explanation(owner.kind(), setting.key()) + " " + range(setting)).strip();
    }

    /** {@code 1 to 255, usually 90}; empty where there is nothing to be said. */
    private static String range(SettingView setting) {
        Setting.Shape shape = setting.shape();
        String range = "";
        if (shape instanceof Setting.WholeNumber whole) {
            range = between("jobs.range.whole", whole.low(), whole.high());
        } else if (shape instanceof Setting.AnyNumber number) {
            range = between("jobs.range", number.low(), number.high());
        } else if (shape instanceof Setting.NumberOrWord number) {
            range = between("jobs.range.whole", number.low(), number.high()) + ", " + String.join(", ", number.words());
        } else {
            return "";
        }
        if (!TypedControl.isShort(setting.unit())) {
            range = (range + " " + Units.word(setting.unit())).strip();
        }
        String usual = TypedControl.usual(setting);
        String without = usual.isEmpty() ? "" : UiWords.text("jobs.usual", usual);
        return range.isEmpty() || without.isEmpty() ? range + without : range + ", " + without;
    }

    private static String between(String key, double low, double high) {
        boolean bounded = Math.abs(low) < Numbers.NO_END && Math.abs(high) < Numbers.NO_END;
        return bounded ? UiWords.text(key, Numbers.shown(low), Numbers.shown(high)) : "";
    }
}
