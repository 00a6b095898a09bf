package org.shutterline.look;

import java.awt.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.edit.Annulus;
import org.shutterline.look.edit.Box;
import org.shutterline.look.edit.Disc;
import org.shutterline.look.edit.EditShape;
import org.shutterline.look.edit.Outline;
import org.shutterline.look.edit.RegionEditor;
import org.shutterline.protocol.message.Point;

/** The sheets of the parts of the job editor. */
final class EditorSheets {
    private static final List<EditShape> SHAPES = List.of(
            new Box(880, 150, 110, 500, 4.5),
            new Box(170, 150, 230, 230, 0),
            new Disc(285, 265, 110),
            new Annulus(285, 535, 50, 90),
            new Outline(List.of(
                    new Point(400, 200),
                    new Point(700, 160),
                    new Point(760, 420),
                    new Point(560, 560),
                    new Point(380, 470))),
            new Box(1150, 500, 240, 200, -12));

    private EditorSheets() {}

    static void addTo(Map<String, Supplier<JComponent>> sheets) {
        sheets.put("editor-region", () -> regions(false));
        sheets.put("editor-region-zoomed", () -> regions(true));
        sheets.put("editor-tools", EditorSheets::tools);
    }

    static JPanel sheet(int columns) {
        JPanel sheet = new JPanel(new MigLayout("insets 16, gap 16, wrap " + columns, "[grow, fill]", ""));
        sheet.setBackground(Palette.GROUND.colour());
        return sheet;
    }

    private static JComponent regions(boolean zoomed) {
        JPanel sheet = sheet(2);
        for (int i = 0; i < SHAPES.size(); i++) {
            PictureCard card = new PictureCard();
            PicturePane pane = card.pane();
            pane.setPreferredSize(new Dimension(560, 350));
            pane.setSize(560, 350);
            pane.show(PlatePicture.paint(true, 1), PlatePicture.marks(true, "5.02 mm"));
            RegionEditor editor = new RegionEditor(pane);
            editor.show(Optional.of(SHAPES.get(i)));
            if (i == 1) {
                editor.lock(true);
            }
            if (i == 2) {
                editor.draw(EditShape.Kind.OUTLINE);
            }
            if (zoomed) {
                var at = pane.zoom()
                        .toPane(
                                SHAPES.get(i).centre().getX(),
                                SHAPES.get(i).centre().getY());
                pane.zoomBy(4, at.getX(), at.getY());
            }
            sheet.add(card);
        }
        return sheet;
    }

    static List<ToolRow> rows() {
        return List.of(
                row("find", Icons.LOCATE, "Find the plate", "shift 0.3, -0.2 px", 2.4, State.OK, ToolRow.Mark.REQUIRED),
                row("holeA", Icons.CIRCLE, "hole A", "5.02 mm", 2.1, State.OK, ToolRow.Mark.REQUIRED),
                row("holeB", Icons.CIRCLE, "hole B", "3.21 mm", 1.9, State.OK, ToolRow.Mark.REQUIRED),
                row("width", Icons.DISTANCE, "width", "12.03 mm", 3.1, State.OK, ToolRow.Mark.REQUIRED),
                row("code", Icons.CODE, "code", "ABC123", 4.4, State.OK, ToolRow.Mark.REQUIRED));
    }

    private static List<ToolRow> oddRows() {
        return List.of(
                row(
                        "text",
                        Icons.TEXT,
                        "Seriennummer unten rechts lesen",
                        "SN-000123-2026-11-25-A",
                        14.2,
                        State.NG,
                        ToolRow.Mark.OPTIONAL),
                row("colour", Icons.COLOUR, "cap colour", "no cap in sight", 1.2, State.UNKNOWN, ToolRow.Mark.REQUIRED),
                row("blobs", Icons.BLOBS, "burrs", "3", 2.2, State.OK, ToolRow.Mark.INFORMATIVE),
                row("golden", Icons.GOLDEN, "scratches", "0.4 %", 8.1, State.OK, ToolRow.Mark.OFF),
                new ToolRow(
                        "quality",
                        Icons.QUALITY,
                        "sharp enough",
                        "not run yet",
                        OptionalDouble.empty(),
                        Optional.empty(),
                        ToolRow.Mark.REQUIRED));
    }

    private static ToolRow row(
            String id, Icons icon, String title, String value, double ms, State state, ToolRow.Mark mark) {
        return new ToolRow(id, icon, title, value, OptionalDouble.of(ms), Optional.of(state), mark);
    }

    private static JComponent tools() {
        JPanel sheet = sheet(3);
        for (List<ToolRow> rows : List.of(rows(), oddRows(), List.<ToolRow>of())) {
            ToolList list = new ToolList();
            list.show(rows, rows.size() > 4 ? Optional.of(rows.get(3).id()) : Optional.empty());
            Card card = new Card(new MigLayout("insets 8 1 8 1, fill", "[grow, fill]", "[grow, fill]"));
            card.add(list);
            sheet.add(card, "w 280!, aligny top");
        }
        return sheet;
    }
}
