package org.shutterline.server.ui;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import javax.swing.JComponent;
import org.shutterline.server.access.Act;

/** What the controls of the window do: marked once, greyed by {@link Permits} while it may not be done. Event thread. */
public final class Needs {
    static final String KEY = "shutterline.needs";

    private Needs() {}

    /** Marks a part, and all in it that is not marked otherwise. */
    public static void mark(Act act, JComponent... parts) {
        for (JComponent part : parts) {
            part.putClientProperty(KEY, act);
        }
    }

    /** What a part does; empty for what nobody marked. */
    static Optional<Act> of(Component part) {
        if (part instanceof JComponent marked && marked.getClientProperty(KEY) instanceof Act act) {
            return Optional.of(act);
        }
        Container around = part.getParent();
        return around == null ? Optional.empty() : of(around);
    }
}
