package org.shutterline.server.ui.users;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.users.UsersActions;
import org.shutterline.server.users.UsersState.NewToken;

/** A token that was just made: it stands here once, and nowhere else ever. */
final class TokenCard extends Card {
    private final Paragraph words = new Paragraph(Type.BODY);
    private final JTextField token = new JTextField();

    TokenCard(UsersActions actions) {
        super(new MigLayout("insets 12 16 12 16, gap 8, fillx", "[grow, fill][][]", "[][40!]"));
        tone(Tone.WARNING);
        setName("users.token.card");
        words.setForeground(Palette.TEXT.colour());
        token.setName("users.token");
        token.setEditable(false);
        token.setFont(Type.WIRE.font());
        JButton copy = Buttons.plain(UiWords.text("users.token.copy"), Icons.COPY);
        copy.setName("users.token.copy");
        copy.addActionListener(pressed -> Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(token.getText()), null));
        JButton seen = Buttons.plain(UiWords.text("users.token.seen"), Icons.CHECK);
        seen.setName("users.token.seen");
        seen.addActionListener(pressed -> actions.seen());
        add(words, "span, growx, wmin 0, wrap");
        add(token, "wmin 100, h 40!");
        add(copy);
        add(seen);
        setVisible(false);
    }

    void show(Optional<NewToken> made) {
        setVisible(made.isPresent());
        words.setText(
                made.map(now -> UiWords.text("users.token.once", now.name())).orElse(""));
        String text = made.map(now -> now.token().reveal()).orElse("");
        if (!text.equals(token.getText())) {
            token.setText(text);
            token.setCaretPosition(0);
        }
    }
}
