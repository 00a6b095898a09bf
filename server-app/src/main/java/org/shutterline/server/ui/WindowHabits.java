package org.shutterline.server.ui;

import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.concurrent.Executor;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.shutterline.look.Theme;
import org.shutterline.look.Words;

/** How the technician likes the window: its place, its theme, its language, as at the last start. Event thread only. */
final class WindowHabits {
    private final WindowFile file;
    private final Executor aside;
    private WindowMemory memory;

    /**
     * Reads the file.
     *
     * @param aside where it is written
     */
    WindowHabits(WindowFile file, Executor aside) {
        this.file = file;
        this.aside = aside;
        this.memory = file.read();
    }

    /** To be called before the window is made. */
    void dress() {
        memory.theme().install();
        // the look and feel's own title bar, where the desktop lets it
        JFrame.setDefaultLookAndFeelDecorated(true);
        JDialog.setDefaultLookAndFeelDecorated(true);
        memory.language().ifPresent(Words::speak);
    }

    /** Puts the window where it was, and has it ask for another theme and language. */
    void settle(MonitorFrame window) {
        window.rail().onTheme(at -> WindowMenus.themes(at, memory.theme(), this::wear));
        window.rail()
                .onLanguage(at -> WindowMenus.languages(at, Locale.getDefault(Locale.Category.DISPLAY), this::speak));
        window.setSize(1440, 900);
        // not where the operator's window opens, so that both are seen on one screen
        window.setLocation(24, 24);
        memory.bounds().filter(WindowHabits::isOnScreen).ifPresent(window::setBounds);
        if (memory.maximised()) {
            window.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    /** A screen may have been taken away since the last start. */
    private static boolean isOnScreen(Rectangle bounds) {
        for (GraphicsDevice screen :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(bounds);
            if (seen.width > 200 && seen.height > 100) {
                return true;
            }
        }
        return false;
    }

    private void wear(Theme theme) {
        memory = memory.in(theme);
        theme.show();
        writeAside();
    }

    private void speak(Locale language) {
        memory = memory.speaking(language);
        Words.speak(language);
        writeAside();
    }

    /** Remembers where the window is before it goes. */
    void leave(MonitorFrame window) {
        boolean large = (window.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        Rectangle place =
                large || window.isFullScreen() ? memory.bounds().orElse(window.getBounds()) : window.getBounds();
        memory = memory.at(place, large);
    }

    void writeAside() {
        WindowMemory now = memory;
        aside.execute(() -> file.write(now));
    }

    /** Returns when it is written; for a thread that the window started when it had gone. */
    void write() {
        file.write(memory);
    }
}
