package org.shutterline.look;

import java.util.function.Consumer;
import javax.swing.JComponent;

/** Yes or no, both in view. */
final class YesNoControl implements SettingControl<Boolean> {
    private final SegmentedSwitch choice = new SegmentedSwitch("", "");

    YesNoControl() {
        Words.follow(choice, () -> choice.label(LookWords.text("row.yes"), LookWords.text("row.no")));
    }

    @Override
    public JComponent component() {
        return choice;
    }

    @Override
    public void show(Boolean yes) {
        choice.choose(yes ? 0 : 1);
    }

    @Override
    public void onChange(Consumer<Boolean> told) {
        choice.onChoice(chosen -> told.accept(chosen == 0));
    }
}
