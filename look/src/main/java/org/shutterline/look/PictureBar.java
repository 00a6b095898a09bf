package org.shutterline.look;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** The line under a picture: the pixel under the pointer, marks on and off, fit, 1:1 and the zoom in percent. */
public final class PictureBar extends JPanel {
    private final PicturePane pane;
    private final JLabel readout = new JLabel(" ");
    private final JToggleButton marks = Buttons.toolbarToggle("", Icons.MARKS_OFF);
    private final JButton fit = Buttons.toolbar("", Icons.FIT);
    private final JButton oneToOne = Buttons.toolbar("", Icons.FIT);
    private final JLabel percent = new JLabel();

    public PictureBar(PicturePane pane) {
        super(new MigLayout("insets 4 12 4 12, gap 4, fillx", "[grow, 0:pref]push[][][][48!, right]", "[32!]"));
        this.pane = pane;
        setOpaque(false);
        readout.setFont(Type.WIRE.font());
        readout.setForeground(Palette.TEXT_SECOND.colour());
        percent.setFont(Type.WIRE.font());
        percent.setForeground(Palette.TEXT_SECOND.colour());
        oneToOne.setIcon(null);
        marks.setSelectedIcon(Icons.MARKS.icon(18));
        marks.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        add(readout, "growx, wmin 0");
        add(marks);
        add(fit);
        add(oneToOne);
        add(percent);
        marks.addActionListener(pressed -> pane.marks(marks.isSelected()));
        fit.addActionListener(pressed -> pane.fit());
        oneToOne.addActionListener(pressed -> pane.oneToOne());
        pane.onReadout(pixel -> readout.setText(pixel.map(PixelReadout::words).orElse(" ")));
        pane.onView(this::renew);
        Words.follow(this, this::label);
    }

    private void label() {
        marks.setText(LookWords.text("picture.marks"));
        marks.setToolTipText(LookWords.text("picture.marksHint") + " (F9)");
        fit.setText(LookWords.text("picture.fit"));
        fit.setToolTipText(LookWords.text("picture.fitHint") + " (Ctrl+0)");
        oneToOne.setText(LookWords.text("picture.oneToOne"));
        oneToOne.setToolTipText(LookWords.text("picture.oneToOneHint") + " (Ctrl+1)");
        renew();
    }

    private void renew() {
        marks.setSelected(pane.marks());
        boolean shown = pane.picture().isPresent();
        percent.setText(shown ? LookWords.text("picture.percent", Integer.toString(pane.percent())) : "");
        fit.setEnabled(shown);
        oneToOne.setEnabled(shown);
    }
}
