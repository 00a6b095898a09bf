package org.shutterline.client.ui;

import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Theme;
import org.shutterline.look.Type;
import org.shutterline.look.Words;

/** What stands beside the tabs: a further station, the language, the theme and the menu. */
final class TabTools extends JPanel {
    private final Sentences sentences;
    private final SettingsKeeper keeper;
    private final StationChoices choices;
    private final ClientWindow window;
    private final JButton plus = Buttons.icon(Icons.PLUS, "");
    private final JButton language = Buttons.toolbar("", Icons.CHEVRON_DOWN);
    private final JButton theme = Buttons.icon(Icons.MOON, "");
    private final JButton menu = Buttons.icon(Icons.SLIDERS, "");

    TabTools(Sentences sentences, SettingsKeeper keeper, StationChoices choices, Runnable addTab, ClientWindow window) {
        super(new MigLayout("insets 0 4 0 8, gap 4, fill", "[]push[][][]", "[44!]"));
        this.sentences = sentences;
        this.keeper = keeper;
        this.choices = choices;
        this.window = window;
        setBackground(Palette.GROUND.colour());
        setOpaque(false);
        language.setName("language");
        theme.setName("theme");
        menu.setName("menu");
        plus.setName("addTab");
        language.setHorizontalTextPosition(JButton.LEADING);
        for (JButton button : List.of(plus, language, theme, menu)) {
            button.setFocusable(true);
            add(button, "h 40!" + (button == language ? "" : ", w 40!"));
        }
        plus.addActionListener(pressed -> addTab.run());
        theme.addActionListener(pressed -> turnTheme());
        language.addActionListener(pressed -> below(language, languages()));
        menu.addActionListener(pressed -> below(menu, menu()));
        Words.follow(this, this::label);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (theme != null) {
            label();
        }
    }

    private void label() {
        Buttons.named(plus, sentences.text("tab.add"));
        Buttons.named(theme, sentences.text("theme.turn"));
        Buttons.named(menu, sentences.text("menu.name"));
        language.setText(sentences.text("language.short"));
        language.setToolTipText(sentences.text("language.hint"));
        boolean dark = com.formdev.flatlaf.FlatLaf.isLafDark();
        theme.setIcon((dark ? Icons.SUN : Icons.MOON).icon(20));
    }

    private void turnTheme() {
        boolean dark = com.formdev.flatlaf.FlatLaf.isLafDark();
        choose(dark ? ClientSettings.Theme.LIGHT : ClientSettings.Theme.DARK);
    }

    private void choose(ClientSettings.Theme chosen) {
        keeper.change(settings -> settings.withTheme(chosen));
        Looks.of(chosen).show();
        label();
    }

    private void choose(ClientSettings.Language chosen) {
        keeper.change(settings -> settings.withLanguage(chosen));
        Words.speak(Looks.of(chosen, Locale.getDefault()));
        label();
    }

    private JPopupMenu languages() {
        JPopupMenu popup = new JPopupMenu();
        for (ClientSettings.Language choice : ClientSettings.Language.values()) {
            if (Looks.spoken(choice) && Type.shows(sentences.text("language." + choice))) {
                JMenuItem item = new JRadioButtonMenuItem(
                        sentences.text("language." + choice), keeper.settings().language() == choice);
                item.addActionListener(chosen -> choose(choice));
                popup.add(item);
            }
        }
        return popup;
    }

    private JPopupMenu menu() {
        JPopupMenu popup = new JPopupMenu();
        JMenu themes = new JMenu(sentences.text("menu.theme"));
        for (ClientSettings.Theme choice : ClientSettings.Theme.values()) {
            JMenuItem item = new JRadioButtonMenuItem(
                    sentences.text("theme." + choice), keeper.settings().theme() == choice);
            item.addActionListener(chosen -> choose(choice));
            themes.add(item);
        }
        popup.add(themes);
        popup.add(item("menu.speech", choices::chooseLanguage));
        popup.add(choices.jobItem());
        popup.add(item("menu.fullScreen", window::fullScreenOrNot));
        popup.add(item("menu.keys", window::showKeys));
        return popup;
    }

    private JMenuItem item(String key, Runnable action) {
        JMenuItem item = new JMenuItem(sentences.text(key));
        item.addActionListener(chosen -> action.run());
        return item;
    }

    private static void below(JButton button, JPopupMenu popup) {
        popup.show(button, Math.min(0, button.getWidth() - popup.getPreferredSize().width), button.getHeight() + 2);
    }

    /** Settings as the look understands them. */
    static final class Looks {
        private Looks() {}

        static Theme of(ClientSettings.Theme chosen) {
            return Theme.valueOf(chosen.name());
        }

        static Locale of(ClientSettings.Language chosen, Locale system) {
            return chosen == ClientSettings.Language.SYSTEM
                    ? system
                    : Locale.forLanguageTag(chosen.name().toLowerCase(Locale.ROOT));
        }

        /** Whether there are words in this language. */
        static boolean spoken(ClientSettings.Language language) {
            String name =
                    "/org/shutterline/client/messages_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
            return language == ClientSettings.Language.SYSTEM
                    || language == ClientSettings.Language.EN
                    || ClientWindow.class.getResource(name) != null;
        }
    }
}
