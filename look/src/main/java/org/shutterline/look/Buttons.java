package org.shutterline.look;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.AbstractButton;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JToggleButton;

/** Buttons of the two windows. The caller adds the action; the words can follow the language with {@link Words#follow}. */
public final class Buttons {
    /** Height of a button. */
    public static final int HEIGHT_PX = 40;

    private static final int ICON_PX = 18;

    private Buttons() {}

    /** The one filled button of a card. */
    public static JButton accent(String text) {
        JButton button = new JButton(text);
        button.putClientProperty(FlatClientProperties.STYLE_CLASS, "accent");
        button.setFont(Type.BODY_STRONG.font());
        return high(button);
    }

    public static JButton accent(String text, Icons icon) {
        return withIcon(accent(text), icon);
    }

    public static JButton plain(String text) {
        return high(new JButton(text));
    }

    public static JButton plain(String text, Icons icon) {
        return withIcon(plain(text), icon);
    }

    /** A square button with an edge and an icon alone; {@code words} are its tooltip and its accessible name. */
    public static JButton square(Icons icon, String words) {
        JButton button = named(new JButton(icon.icon(20)), words);
        button.setMargin(new Insets(0, 0, 0, 0));
        button.setPreferredSize(new Dimension(HEIGHT_PX, HEIGHT_PX));
        return button;
    }

    /** An icon without an edge, for bars; {@code words} are its tooltip and its accessible name. */
    public static JButton icon(Icons icon, String words) {
        JButton button = named(new JButton(icon.icon(20)), words);
        return bare(button);
    }

    /** A dense button for a toolbar, without an edge. */
    public static JButton toolbar(String text, Icons icon) {
        return bare(withIcon(new JButton(text), icon));
    }

    /** A dense on/off button for a toolbar, without an edge. */
    public static JToggleButton toolbarToggle(String text, Icons icon) {
        return bare(withIcon(new JToggleButton(text), icon));
    }

    /** An on/off button, tinted while on. */
    public static JToggleButton toggle(String text, Icons icon) {
        return high(withIcon(new JToggleButton(text), icon));
    }

    /** An on/off button with an icon alone; {@code words} are its tooltip and its accessible name. */
    public static JToggleButton toggle(Icons icon, String words) {
        JToggleButton button = named(new JToggleButton(icon.icon(20)), words);
        button.setMargin(new Insets(0, 0, 0, 0));
        button.setPreferredSize(new Dimension(HEIGHT_PX, HEIGHT_PX));
        return button;
    }

    /** Gives an icon-only button its tooltip and accessible name, again after the language changed. */
    public static <B extends AbstractButton> B named(B button, String words) {
        button.setToolTipText(words);
        button.getAccessibleContext().setAccessibleName(words);
        return button;
    }

    private static <B extends AbstractButton> B withIcon(B button, Icons icon) {
        Icon drawn = icon.icon(ICON_PX);
        button.setIcon(drawn);
        return button;
    }

    private static <B extends AbstractButton> B high(B button) {
        button.putClientProperty(FlatClientProperties.MINIMUM_HEIGHT, HEIGHT_PX);
        return button;
    }

    private static <B extends AbstractButton> B bare(B button) {
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.setForeground(Palette.TEXT_SECOND.colour());
        button.setFont(Type.SECOND.font());
        button.setMargin(new Insets(4, 8, 4, 8));
        button.setIconTextGap(6);
        return button;
    }
}
