package org.shutterline.server.ui.users;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.users.UsersActions;

/** After how many minutes without a touch whoever left the window is logged off. */
final class LogOffRow extends JPanel {
    private final JSpinner minutes = new JSpinner(new SpinnerNumberModel(
            ServerSettings.LEAST_LOG_OFF_MIN, ServerSettings.LEAST_LOG_OFF_MIN, ServerSettings.MOST_LOG_OFF_MIN, 1));
    private final JButton set = Buttons.plain(UiWords.text("users.logOff.set"));
    private int now;

    LogOffRow(UsersActions actions) {
        super(new MigLayout("insets 0, gap 8", "[]12[96!, fill][]", "[40!]"));
        setOpaque(false);
        JLabel word = Headline.text(UiWords.text("users.logOff"));
        word.setToolTipText(UiWords.text("users.logOff.hint"));
        word.setLabelFor(minutes);
        minutes.setToolTipText(word.getToolTipText());
        minutes.setName("users.logOff");
        set.setName("users.logOff.set");
        minutes.addChangeListener(changed -> offer());
        set.addActionListener(pressed -> actions.logOff(chosen()));
        add(word, "wmin 0");
        add(minutes, "h 40!");
        add(set);
        offer();
    }

    private int chosen() {
        return ((Number) minutes.getValue()).intValue();
    }

    private void offer() {
        set.setEnabled(now > 0 && chosen() != now);
    }

    /** What counts now; what a person is typing stays until it counts. */
    void show(int counts) {
        if (counts != now) {
            now = counts;
            minutes.setValue(counts);
        }
        offer();
    }
}
