package org.shutterline.server.ui;

import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import org.shutterline.look.Theme;

/** The menus of theme and language. */
final class WindowMenus {
    private WindowMenus() {}

    static void themes(JComponent at, Theme present, Consumer<Theme> chosen) {
        JPopupMenu menu = new JPopupMenu();
        for (Theme theme : Theme.values()) {
            String words = UiWords.text("theme." + theme.name().toLowerCase(Locale.ROOT));
            menu.add(item(words, theme == present, () -> chosen.accept(theme)));
        }
        show(menu, at);
    }

    /** Each language by its own name. */
    static void languages(JComponent at, Locale present, Consumer<Locale> chosen) {
        JPopupMenu menu = new JPopupMenu();
        for (Locale language : UiWords.LANGUAGES) {
            String name = language.getDisplayLanguage(language);
            boolean selected = language.getLanguage().equals(present.getLanguage());
            menu.add(item(name, selected, () -> chosen.accept(language)));
        }
        show(menu, at);
    }

    private static JRadioButtonMenuItem item(String words, boolean selected, Runnable deed) {
        JRadioButtonMenuItem item = new JRadioButtonMenuItem(words, selected);
        item.addActionListener(pressed -> deed.run());
        return item;
    }

    /** Beside the rail, so that it does not cover it. */
    private static void show(JPopupMenu menu, JComponent at) {
        menu.show(at, at.getWidth() + 4, at.getHeight() - menu.getPreferredSize().height);
    }
}
