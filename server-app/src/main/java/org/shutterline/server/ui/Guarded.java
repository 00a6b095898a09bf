package org.shutterline.server.ui;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import org.shutterline.look.Lockable;

/** One control that is greyed while it may not be used; remembers what its page wants of it meanwhile. Event thread. */
final class Guarded implements PropertyChangeListener {
    private static final String ENABLED = "enabled";

    private final JComponent part;
    private final Permits permits;
    private boolean enabled;
    private Optional<String> tip = Optional.empty();
    private Optional<String> shut = Optional.empty();
    private boolean own;

    private Guarded(JComponent part, Permits permits) {
        this.part = part;
        this.permits = permits;
    }

    /** The one of a control, made at its first call. */
    static Guarded of(JComponent part, Permits permits) {
        if (part.getClientProperty(Guarded.class) instanceof Guarded known) {
            return known;
        }
        Guarded made = new Guarded(part, permits);
        part.putClientProperty(Guarded.class, made);
        part.addPropertyChangeListener(made);
        if (part instanceof AbstractButton button) {
            button.addChangeListener(changed -> made.enabled());
        }
        return made;
    }

    /** Greys it, or frees it; true if it was grey until now and is free. */
    boolean check() {
        Optional<String> why = Needs.of(part).flatMap(permits::whyNot);
        if (why.equals(shut)) {
            return false;
        }
        if (shut.isEmpty()) {
            enabled = part.isEnabled();
            tip = Optional.ofNullable(part.getToolTipText());
        }
        shut = why;
        show();
        return shut.isEmpty();
    }

    private void show() {
        own = true;
        if (part instanceof Lockable lockable) {
            lockable.lock(shut.isPresent());
        } else {
            part.setEnabled(shut.isEmpty() && enabled);
        }
        part.setToolTipText(shut.or(() -> tip).orElse(null));
        own = false;
    }

    /** Its page wants it to be used. A button tells of itself before its model knows, so it is heard by its model. */
    private void enabled() {
        if (!own && shut.isPresent() && part.isEnabled()) {
            enabled = true;
            show();
        }
    }

    @Override
    public void propertyChange(PropertyChangeEvent change) {
        if (own) {
            return;
        }
        String what = change.getPropertyName();
        if (Needs.KEY.equals(what)) {
            check();
        } else if (ENABLED.equals(what) && !(part instanceof AbstractButton)) {
            enabled();
        } else if (shut.isPresent() && JComponent.TOOL_TIP_TEXT_KEY.equals(what)) {
            tip = Optional.ofNullable(part.getToolTipText());
            show();
        }
    }
}
