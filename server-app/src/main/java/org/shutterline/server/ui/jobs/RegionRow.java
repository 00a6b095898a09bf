package org.shutterline.server.ui.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.look.edit.EditShape;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** The region of a tool: its measures, and buttons that draw another. */
final class RegionRow extends JPanel {
    private static final Map<EditShape.Kind, Icons> ICONS = Map.of(
            EditShape.Kind.BOX, Icons.SHAPE_BOX,
            EditShape.Kind.DISC, Icons.SHAPE_DISC,
            EditShape.Kind.ANNULUS, Icons.SHAPE_RING,
            EditShape.Kind.OUTLINE, Icons.SHAPE_OUTLINE);

    private final JLabel label = Headline.changing();
    private final JLabel measures = new JLabel();
    private final JButton whole = Buttons.toolbar("", Icons.FIT);
    private final List<JButton> draw;

    RegionRow(TeachPicture picture) {
        super(new MigLayout("insets 0, gap 8 2, fillx", "[132!][grow, 0:pref]", ""));
        setOpaque(false);
        measures.setFont(Type.WIRE.font());
        measures.setName("region.measures");
        JPanel buttons = new JPanel(new MigLayout("insets 0, gap 2", "", "[36!]"));
        buttons.setOpaque(false);
        draw = List.of(EditShape.Kind.values()).stream()
                .map(kind -> {
                    JButton button = Buttons.icon(ICONS.get(kind), "");
                    button.setName("draw." + kind);
                    button.addActionListener(pressed -> picture.draw(kind));
                    buttons.add(button, "h 36!, w 36!");
                    return button;
                })
                .toList();
        whole.setName("draw.whole");
        whole.addActionListener(pressed -> picture.whole());
        buttons.add(whole, "h 36!");
        add(label, "wmin 0");
        add(measures, "wmin 0, wrap");
        add(buttons, "span 2, alignx right, wmin 0");
        Words.follow(this, this::label);
    }

    private void label() {
        label.setText(UiWords.text("jobs.region"));
        for (EditShape.Kind kind : EditShape.Kind.values()) {
            Buttons.named(draw.get(kind.ordinal()), UiWords.text("jobs.draw." + kind));
        }
        whole.setText(UiWords.text("jobs.wholePicture"));
    }

    void show(ToolView tool) {
        setVisible(tool.region().isPresent());
        tool.region().ifPresent(region -> {
            Optional<EditShape> shape = region.shown().flatMap(Shapes::of);
            measures.setText(shape.map(EditShape::words).orElse(UiWords.text("jobs.wholePicture")));
            measures.setToolTipText(measures.getText());
            measures.setForeground(region.trouble().isPresent() ? State.NG.text() : Palette.TEXT.colour());
        });
    }
}
