package org.shutterline.client.ui;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JButton;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;

/** The large button, with the key that presses it at its right end. */
final class CaptureButton extends JButton {
    private static final int ICON_PX = 30;
    private static final int HINT_INSET_PX = 40;
    private static final int NARROW_INSET_PX = 20;
    private static final int GAP_PX = 8;

    private static final int ROOMY_PX = 400;
    private static final int NARROW_MARGIN_PX = 72;

    private String hint = "";

    CaptureButton() {
        super("", Icons.CAMERA.icon(ICON_PX));
        putClientProperty("FlatLaf.styleClass", "accent");
        setFont(Type.CAPTURE.font());
        setIconTextGap(18);
        setName("capture");
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                // in a narrow button the words make room for the key
                setMargin(new Insets(4, 16, 4, getWidth() < ROOMY_PX ? NARROW_MARGIN_PX : 16));
            }
        });
    }

    void label(String words, String key) {
        setText(words);
        setFont(isEnabled() ? Type.CAPTURE.font() : Type.VALUE.font());
        hint = key;
        getAccessibleContext().setAccessibleName(words);
        repaint();
    }

    private int hintWidth() {
        return getFontMetrics(Type.BODY.font()).stringWidth(hint);
    }

    /** In a language of long words the key stands in the tooltip alone. */
    private int wordsEnd() {
        Insets margin = getInsets();
        int words = ICON_PX + getIconTextGap() + getFontMetrics(getFont()).stringWidth(getText());
        return margin.left + (getWidth() - margin.left - margin.right + words) / 2;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        int inset = getWidth() < ROOMY_PX ? NARROW_INSET_PX : HINT_INSET_PX;
        int width = hintWidth();
        if (!isEnabled() || hint.isEmpty() || wordsEnd() + GAP_PX > getWidth() - inset - width) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font font = Type.BODY.font();
        g.setFont(font);
        g.setColor(Palette.ON_ACCENT.colour(0.8));
        g.drawString(
                hint,
                getWidth() - inset - width,
                (getHeight() + g.getFontMetrics().getAscent()) / 2 - 2);
        g.dispose();
    }
}
