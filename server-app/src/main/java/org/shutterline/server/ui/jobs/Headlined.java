package org.shutterline.server.ui.jobs;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A line of words where something will stand. */
final class Headlined {
    private Headlined() {}

    static JPanel of(JLabel words) {
        JPanel panel = new JPanel(new MigLayout("insets 8 14 8 14, fillx", "[grow, 0:pref]"));
        panel.setOpaque(false);
        panel.add(words, "wmin 0");
        return panel;
    }
}
