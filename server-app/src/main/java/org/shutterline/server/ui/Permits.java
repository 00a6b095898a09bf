package org.shutterline.server.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.awt.event.ContainerListener;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.AbstractButton;
import javax.swing.CellRendererPane;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JMenuItem;
import javax.swing.JRootPane;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.shutterline.look.Lockable;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;

/**
 * Greys all controls of a window and its dialogs that do what may not be done now, with the reason as their tooltip. What
 * their page wants of them meanwhile is kept, and counts again as soon as it may be done. Event thread only.
 */
public final class Permits {
    private final List<JRootPane> roots = new ArrayList<>();
    private final ContainerListener joining = new ContainerAdapter() {
        @Override
        public void componentAdded(ContainerEvent added) {
            attach(added.getChild());
        }
    };
    private Function<Act, Optional<String>> reasons = act -> Optional.empty();
    private boolean freed;

    private Permits() {}

    /** Guards a window, which permits all until it is told otherwise. */
    static Permits over(JRootPane root) {
        Permits permits = new Permits();
        permits.guard(root);
        Words.follow(root, permits::decideAgain);
        return permits;
    }

    private void guard(JRootPane root) {
        root.putClientProperty(Permits.class, this);
        roots.add(root);
        attach(root);
    }

    /** Those of the window that a part stands in, or of the one above it; a window that nobody guards permits all. */
    public static Permits at(Component part) {
        Window window = part instanceof Window itself ? itself : SwingUtilities.getWindowAncestor(part);
        if (window instanceof RootPaneContainer has
                && has.getRootPane().getClientProperty(Permits.class) instanceof Permits permits) {
            return permits;
        }
        return window == null || window.getOwner() == null ? new Permits() : at(window.getOwner());
    }

    /** Guards a dialog as its owner is, for as long as it is open. */
    public static void guard(JDialog dialog) {
        Permits permits = at(dialog.getOwner());
        permits.guard(dialog.getRootPane());
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent closed) {
                permits.roots.remove(dialog.getRootPane());
            }
        });
    }

    /** @param whyNot in words why something may not be done now; empty if it may */
    void decide(Function<Act, Optional<String>> whyNot) {
        reasons = whyNot;
        decideAgain();
    }

    private void decideAgain() {
        freed = false;
        roots.forEach(this::attach);
        if (freed) {
            // what a page wanted of a control that was grey anyway was not seen
            List.copyOf(roots).forEach(Words::renew);
        }
    }

    /** In words; empty if it may be done. */
    public Optional<String> whyNot(Act act) {
        return reasons.apply(act);
    }

    public boolean may(Act act) {
        return whyNot(act).isEmpty();
    }

    /** Greys an item of a menu that is just being made, if it is not to be used. */
    public void shut(JMenuItem item, Act act) {
        whyNot(act).ifPresent(words -> {
            item.setEnabled(false);
            item.setToolTipText(words);
        });
    }

    private void attach(Component part) {
        if (part instanceof JComponent control && isControl(control)) {
            freed |= Guarded.of(control, this).check();
        }
        if (part instanceof Container container && !isWhole(part)) {
            container.removeContainerListener(joining);
            container.addContainerListener(joining);
            for (Component inner : container.getComponents()) {
                attach(inner);
            }
        }
    }

    private static boolean isControl(JComponent part) {
        return part instanceof AbstractButton
                || part instanceof JTextComponent text && text.isEditable()
                || part instanceof JComboBox<?>
                || part instanceof JSlider
                || part instanceof JSpinner
                || part instanceof SegmentedSwitch
                || part instanceof Lockable;
    }

    /** What is inside belongs to it. */
    private static boolean isWhole(Component part) {
        return part instanceof JComboBox<?>
                || part instanceof JSpinner
                || part instanceof SegmentedSwitch
                || part instanceof JScrollBar
                || part instanceof JTable
                || part instanceof CellRendererPane;
    }
}
