package org.shutterline.server.ui.connections;

import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.WireLine;
import org.shutterline.look.WireText;
import org.shutterline.server.listeners.Preview;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.ScrollColumn;

/** What would pass on the wire for the last result, with its line ends; or why nothing is to be seen. */
final class PreviewLines extends JPanel {
    private static final int HEIGHT_PX = 96;

    private final ScrollColumn column =
            new ScrollColumn(new MigLayout("insets 8, gap 0, wrap 1, fillx", "[grow, fill]"));
    private final Paragraph words = new Paragraph(Type.BODY);
    private Preview shown = new Preview(Preview.Stage.COMING, 0, List.of());
    private boolean ever;

    PreviewLines() {
        super(new MigLayout("insets 0, fill", "[grow, fill]", "[" + HEIGHT_PX + "!, fill]"));
        setBackground(Palette.SUNKEN.colour());
        setName("listener.preview");
        words.setName("listener.preview.words");
        var scroll = column.inView();
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, "wmin 0, hmin 0");
    }

    /** @param why what is said where there are no lines */
    void show(Preview preview, String why) {
        words.setText(why);
        if (ever && preview.equals(shown)) {
            return;
        }
        ever = true;
        shown = preview;
        column.removeAll();
        if (preview.lines().isEmpty()) {
            column.add(words, "wmin 0");
        }
        preview.lines().forEach(line -> {
            WireText text = new WireText(true);
            text.show(new WireLine(line.text(), line.in(), true, false));
            column.add(text, "wmin 0, h 26!");
        });
        column.revalidate();
        column.repaint();
    }
}
