package org.shutterline.server.ui;

import javax.swing.JLabel;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.Words;

/** Labels as cards and pages have them. */
public final class Headline {
    private Headline() {}

    /** The title of a card, which follows the language. */
    public static JLabel card(String key) {
        return worded(Type.CARD_TITLE, Palette.TEXT, key);
    }

    public static JLabel page(String key) {
        return worded(Type.PAGE_TITLE, Palette.TEXT, key);
    }

    public static JLabel second(String key) {
        return worded(Type.SECOND, Palette.TEXT_SECOND, key);
    }

    /** A label whose words change with the state. */
    public static JLabel changing() {
        JLabel label = new JLabel();
        label.setFont(Type.SECOND.font());
        label.setForeground(Palette.TEXT_SECOND.colour());
        return label;
    }

    /** A label with these words, in second text. */
    public static JLabel text(String words) {
        JLabel label = changing();
        label.setText(words);
        return label;
    }

    private static JLabel worded(Type type, Palette colour, String key) {
        JLabel label = new JLabel();
        label.setFont(type.font());
        label.setForeground(colour.colour());
        Words.follow(label, () -> label.setText(UiWords.text(key)));
        return label;
    }
}
