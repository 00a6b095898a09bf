package org.shutterline.look;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of several words. */
final class ChoiceControl {
    private static final int MOST_IN_VIEW = 4;
    /** Longer words would be cut off in a switch. */
    private static final int MOST_LETTERS = 22;

    private ChoiceControl() {}

    static SettingControl<String> of(List<String> words, List<String> shown) {
        int letters = shown.stream().mapToInt(String::length).sum();
        boolean inView = words.size() > 1 && words.size() <= MOST_IN_VIEW && letters <= MOST_LETTERS;
        return inView ? new Segments(words, shown) : new DropDown(words, shown);
    }

    private record Segments(List<String> words, SegmentedSwitch choice) implements SettingControl<String> {
        Segments(List<String> words, List<String> shown) {
            this(List.copyOf(words), new SegmentedSwitch(shown.toArray(String[]::new)));
        }

        @Override
        public JComponent component() {
            return choice;
        }

        @Override
        public void show(String word) {
            choice.choose(Math.max(0, words.indexOf(word)));
        }

        @Override
        public void onChange(Consumer<String> told) {
            choice.onChoice(chosen -> told.accept(words.get(chosen)));
        }
    }

    private static final class DropDown implements SettingControl<String> {
        private final List<String> words;
        private final JComboBox<String> choice;
        private Consumer<String> listener = set -> {};
        private boolean showing;

        DropDown(List<String> words, List<String> shown) {
            this.words = List.copyOf(words);
            choice = new JComboBox<>(shown.toArray(String[]::new));
            choice.addActionListener(chosen -> {
                if (!showing && choice.getSelectedIndex() >= 0) {
                    listener.accept(this.words.get(choice.getSelectedIndex()));
                }
            });
        }

        @Override
        public JComponent component() {
            return choice;
        }

        @Override
        public void show(String word) {
            showing = true;
            choice.setSelectedIndex(words.indexOf(word));
            showing = false;
        }

        @Override
        public void onChange(Consumer<String> told) {
            listener = told;
        }
    }
}
