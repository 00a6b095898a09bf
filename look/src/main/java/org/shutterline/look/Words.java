package org.shutterline.look;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import javax.swing.JComponent;
import javax.swing.JMenu;

/**
 * The words of one package, from its {@code messages.properties}, in the language in use. All texts are
 * {@link MessageFormat} patterns (an apostrophe is doubled there), and numbers in them are written as on the wire.
 */
public final class Words {
    private static final ResourceBundle.Control ENGLISH_IF_MISSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    private Words(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /** The words beside the given class. */
    public static Words of(Class<?> neighbour) {
        return new Words(neighbour.getPackageName() + ".messages", neighbour.getClassLoader());
    }

    /**
     * The text of a key.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), Locale.ROOT).format(arguments);
    }

    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** Runs the labelling now, and again whenever the language changes while the component is in a window. */
    public static void follow(Component component, Runnable labelling) {
        labelling.run();
        component.addPropertyChangeListener("locale", change -> labelling.run());
    }

    /** Changes the language of all open windows. */
    public static void speak(Locale locale) {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
        JComponent.setDefaultLocale(locale);
        for (Window window : Window.getWindows()) {
            speak(window, locale);
            window.revalidate();
            window.repaint();
        }
    }

    /** Changes the language of a component and all in it, for parts that stand in no window yet. */
    public static void speak(Component component, Locale locale) {
        component.setLocale(locale);
        if (component instanceof JMenu menu) {
            speak(menu.getPopupMenu(), locale);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                speak(child, locale);
            }
        }
    }

    /** Labels a component and all in it again, as if the language had changed. */
    public static void renew(Component component) {
        Locale same = component.getLocale();
        PropertyChangeEvent change = new PropertyChangeEvent(component, "locale", same, same);
        for (PropertyChangeListener listener : component.getPropertyChangeListeners("locale")) {
            listener.propertyChange(change);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                renew(child);
            }
        }
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(bundle, Locale.getDefault(Locale.Category.DISPLAY), loader, ENGLISH_IF_MISSING);
    }
}
