package org.shutterline.server.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Type;
import org.shutterline.look.Words;

/** All keys of the window, in place of the page until it is put away. */
final class KeysPage extends JPanel {
    private static final Map<String, String> KEYS = keys();

    private final JButton back = Buttons.plain("");

    KeysPage(Runnable close) {
        super(new MigLayout("insets 16, fill", "[center]", "[top]"));
        setOpaque(false);
        Card card = new Card(new MigLayout("insets 20 28 20 28, gapx 32, gapy 8, wrap 2", "[][280::, grow]"));
        card.add(Headline.page("keys.title"), "span, gapbottom 8");
        KEYS.forEach((key, words) -> {
            JLabel cap = new JLabel(key);
            cap.setFont(Type.WIRE.font());
            card.add(cap);
            JLabel meaning = new JLabel();
            Words.follow(meaning, () -> meaning.setText(UiWords.text(words)));
            card.add(meaning);
        });
        card.add(back, "span, gaptop 12");
        add(card);
        back.addActionListener(pressed -> close.run());
        Words.follow(this, () -> back.setText(UiWords.text("keys.back")));
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Alt+1 ... Alt+" + Page.values().length, "keys.pages");
        keys.put("F5", "keys.trigger");
        keys.put("F6", "keys.live");
        keys.put("F7", "keys.online");
        keys.put("Ctrl+Up, Ctrl+Down", "keys.stations");
        keys.put("F8", "keys.pause");
        keys.put("Ctrl+F", "keys.find");
        keys.put("Ctrl+E", "keys.export");
        keys.put("Left, Right, Home", "keys.film");
        keys.put("Ctrl+Left, Ctrl+Right", "keys.filmNg");
        keys.put("Ctrl+0, Ctrl+1", "keys.zoom");
        keys.put("F9", "keys.marks");
        keys.put("F11", "keys.fullScreen");
        keys.put("Esc", "keys.escape");
        return keys;
    }
}
