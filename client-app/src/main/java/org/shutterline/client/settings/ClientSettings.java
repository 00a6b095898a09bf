package org.shutterline.client.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.client.language.LanguageChoice;

/**
 * What the client remembers.
 *
 * @param recent addresses that were connected to, the last first, at most 12
 * @param tabs what was open, from left to right
 * @param theme the look of the window
 * @param language of the words
 * @param scalePercent 100 to 300, or empty for that of the system
 * @param repeatMs from one repeated capture to the next, 50 to 3,600,000
 * @param window where the window stood, if it ever did
 */
public record ClientSettings(
        List<String> recent,
        List<Tab> tabs,
        Theme theme,
        Language language,
        Optional<Integer> scalePercent,
        int repeatMs,
        Optional<WindowPlace> window) {
    /** Of a first start. */
    public static final ClientSettings FIRST = new ClientSettings(
            List.of(), List.of(), Theme.SYSTEM, Language.SYSTEM, Optional.empty(), 500, Optional.empty());

    private static final int MOST_RECENT = 12;

    public ClientSettings {
        recent = List.copyOf(recent.subList(0, Math.min(MOST_RECENT, recent.size())));
        tabs = List.copyOf(tabs);
    }

    /** The look of the window. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Of the words. */
    public enum Language {
        SYSTEM,
        EN,
        ZH,
        DE
    }

    /**
     * One open tab.
     *
     * @param address of the server, empty for none yet
     * @param station 1 to 99
     * @param language in which the station is talked to
     */
    public record Tab(String address, int station, LanguageChoice language) {
        /** A station of ours. */
        public Tab(String address, int station) {
            this(address, station, LanguageChoice.USUAL);
        }
    }

    /** In logical pixels. */
    public record WindowPlace(int x, int y, int width, int height, boolean maximized) {}

    /** With this address as the last that was connected to. */
    public ClientSettings withRecent(String address) {
        List<String> newest = new ArrayList<>(List.of(address));
        recent.stream().filter(known -> !known.equals(address)).forEach(newest::add);
        return new ClientSettings(newest, tabs, theme, language, scalePercent, repeatMs, window);
    }

    public ClientSettings withTabs(List<Tab> open) {
        return new ClientSettings(recent, open, theme, language, scalePercent, repeatMs, window);
    }

    public ClientSettings withTheme(Theme chosen) {
        return new ClientSettings(recent, tabs, chosen, language, scalePercent, repeatMs, window);
    }

    public ClientSettings withLanguage(Language chosen) {
        return new ClientSettings(recent, tabs, theme, chosen, scalePercent, repeatMs, window);
    }

    public ClientSettings withRepeatMs(int ms) {
        return new ClientSettings(recent, tabs, theme, language, scalePercent, ms, window);
    }

    public ClientSettings withWindow(WindowPlace place) {
        return new ClientSettings(recent, tabs, theme, language, scalePercent, repeatMs, Optional.of(place));
    }
}
