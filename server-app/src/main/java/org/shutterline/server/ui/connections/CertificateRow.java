package org.shutterline.server.ui.connections;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** The fingerprint that people compare with what a client shows when it trusts this server; gone where nothing is encrypted. */
final class CertificateRow extends JPanel {
    /** Eleven pairs with their colons. */
    private static final int LINE_CHARACTERS = 33;

    private final JLabel head = Headline.second("listeners.certificate");
    private final Paragraph fingerprint = new Paragraph(Type.WIRE);
    private final JButton copy = Buttons.icon(Icons.COPY, "");
    private Optional<String> shown = Optional.empty();

    CertificateRow() {
        super(new MigLayout("insets 4 14 2 14, gap 8 0, fillx", "[grow, fill, 0:pref][]", "[22!][]"));
        setOpaque(false);
        fingerprint.setName("listeners.fingerprint");
        fingerprint.setForeground(Palette.TEXT.colour());
        copy.setName("listeners.fingerprint.copy");
        copy.addActionListener(pressed -> shown.ifPresent(
                text -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null)));
        add(head, "wmin 0");
        add(copy, "h 24!, spany 2, aligny top, wrap");
        add(fingerprint, "wmin 0");
        setVisible(false);
        Words.follow(this, () -> {
            head.setToolTipText(UiWords.text("listeners.certificateHint"));
            Buttons.named(copy, UiWords.text("listeners.certificateCopy"));
        });
    }

    /** True if it comes or goes. */
    boolean show(List<ListenerPlate> listeners) {
        shown = listeners.stream()
                .flatMap(plate -> plate.fingerprint().stream())
                .findFirst();
        fingerprint.setText(shown.map(CertificateRow::inLines).orElse(""));
        boolean turned = shown.isPresent() != isVisible();
        setVisible(shown.isPresent());
        return turned;
    }

    /** In lines that fit into a narrow card too. */
    private static String inLines(String text) {
        return text.replaceAll("(.{" + LINE_CHARACTERS + "})(?=.)", "$1\n");
    }
}
