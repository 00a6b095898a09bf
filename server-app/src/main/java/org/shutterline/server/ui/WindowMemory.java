package org.shutterline.server.ui;

import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.look.Theme;

/**
 * What the window remembers from one start to the next.
 *
 * @param bounds of the window when it is not maximised; empty for the middle of the screen
 * @param language as chosen; empty follows the system
 */
public record WindowMemory(Optional<Rectangle> bounds, boolean maximised, Theme theme, Optional<Locale> language) {
    /** What a window that was never open begins with. */
    public static final WindowMemory FRESH = new WindowMemory(Optional.empty(), false, Theme.SYSTEM, Optional.empty());

    WindowMemory at(Rectangle place, boolean large) {
        return new WindowMemory(Optional.of(place), large, theme, language);
    }

    WindowMemory in(Theme other) {
        return new WindowMemory(bounds, maximised, other, language);
    }

    WindowMemory speaking(Locale other) {
        return new WindowMemory(bounds, maximised, theme, Optional.of(other));
    }
}
