package org.shutterline.server.ui.jobs;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.State;
import org.shutterline.server.jobs.JobName;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.LiveText;

/** Asks for a name, in place of a dialog. */
final class NameBar extends Card {
    private final JLabel words = Headline.changing();
    private final JTextField name = new JTextField();
    private final JLabel why = Headline.changing();
    private final JButton cancel = Buttons.plain("");
    private final JButton yes = Buttons.accent("");
    private Predicate<String> fits = text -> true;
    private Consumer<String> named = text -> {};
    private boolean judged;

    NameBar() {
        super(new MigLayout(
                "insets 12 16 12 16, gap 12, fillx, hidemode 3",
                "[0:pref][200:320:400, fill][0:pref]push[][]",
                "[40!]"));
        name.setName("name.field");
        why.setForeground(State.NG.text());
        why.setName("name.why");
        yes.setName("name.yes");
        cancel.setName("name.cancel");
        add(words, "wmin 0");
        add(name, "h 40!");
        add(why, "wmin 0");
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
        ask(question, with, suggestion, text -> JobName.whyNot(text).isEmpty(), told);
        judged = true;
        offer();
    }

    /** Goes on with nothing but this name. */
    void askFor(String wanted, String question, Runnable told) {
        judged = false;
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
        String text = name.getText().strip();
        boolean fine = fits.test(text);
        boolean wrong = judged && !fine && !text.isEmpty();
        yes.setEnabled(fine);
        name.putClientProperty(FlatClientProperties.OUTLINE, wrong ? FlatClientProperties.OUTLINE_ERROR : null);
        why.setText(wrong ? UiWords.text("jobs.name.bad") : "");
        why.setToolTipText(wrong ? why.getText() : null);
        why.setVisible(wrong);
    }
}
