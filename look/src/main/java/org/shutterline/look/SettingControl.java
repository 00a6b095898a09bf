package org.shutterline.look;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** What stands right of the name of a setting and holds its value. */
interface SettingControl<V> {
    JComponent component();

    /** Shows a value without telling anybody. */
    void show(V value);

    /** Told each value that a person sets. */
    void onChange(Consumer<V> told);

    /** Told, while a person writes, what was expected instead; empty when it is right again. */
    default void onTrouble(Consumer<Optional<String>> told) {}

    default void enable(boolean enabled) {
        component().setEnabled(enabled);
    }

    /** What takes the focus and is read out. */
    default JComponent field() {
        return component();
    }
}
