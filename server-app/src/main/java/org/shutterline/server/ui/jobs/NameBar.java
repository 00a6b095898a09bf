package org.shutterline.server.ui.jobs;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.LiveText;

/** Asks for a name, in place of a dialog. */
final class NameBar extends Card {
    private final JLabel words = Headline.changing();
    private final JTextField name = new JTextField();
    private final JButton cancel = Buttons.plain("");
    private final JButton yes = Buttons.accent("");
    private Predicate<String> fits = text -> true;
    private Consumer<String> named = text -> {};

    NameBar() {
        super(new MigLayout("insets 12 16 12 16, gap 12, fillx", "[0:pref][200:320:400, fill][]push[]", "[40!]"));
        name.setName("name.field");
        yes.setName("name.yes");
        cancel.setName("name.cancel");
        add(words, "wmin 0");
        add(name, "h 40!");
        add(yes);
        add(cancel);
        setVisible(false);
        cancel.addActionListener(pressed -> setVisible(false));
        yes.addActionListener(pressed -> take());
        name.addActionListener(entered -> take());
        LiveText.follow(name, this::offer);
    }

    /** @param question the key of its words; {@code with} stands in them */
    void ask(String question, String with, String suggestion, Consumer<String> told) {
        ask(question, with, suggestion, text -> !text.isEmpty(), told);
    }

    /** Goes on with nothing but this name. */
    void askFor(String wanted, String question, Runnable told) {
        ask(question, wanted, "", wanted::equals, same -> told.run());
    }

    private void ask(String question, String with, String suggestion, Predicate<String> wanted, Consumer<String> told) {
        fits = wanted;
        named = told;
        words.setText(UiWords.text(question, with));
        yes.setText(UiWords.text(question + ".yes"));
        cancel.setText(UiWords.text("controls.cancel"));
        name.setText(suggestion);
        offer();
        name.selectAll();
        setVisible(true);
        revalidate();
        name.requestFocusInWindow();
    }

    private void take() {
        String text = name.getText().strip();
        if (fits.test(text)) {
            setVisible(false);
            named.accept(text);
        }
    }

    private void offer() {
        yes.setEnabled(fits.test(name.getText().strip()));
    }
}
