package org.shutterline.look;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.LimitsChart.Band;
import org.shutterline.look.edit.Annulus;
import org.shutterline.look.edit.Box;
import org.shutterline.look.edit.Disc;
import org.shutterline.look.edit.EditShape;
import org.shutterline.look.edit.Outline;
import org.shutterline.look.edit.RegionEditor;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

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
        sheets.put("editor-limits", EditorSheets::limits);
        sheets.put("editor-settings", EditorSheets::settings);
        sheets.put("editor-try", EditorSheets::tryOn);
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

    static List<Double> values() {
        Random random = new Random(7);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 199; i++) {
            values.add(12.03 + random.nextGaussian() * 0.025);
        }
        values.add(11.875);
        return values;
    }

    private static JComponent limits() {
        JPanel sheet = sheet(3);
        OptionalDouble none = OptionalDouble.empty();
        OptionalDouble low = OptionalDouble.of(11.9);
        OptionalDouble high = OptionalDouble.of(12.1);
        OptionalDouble now = OptionalDouble.of(12.03);
        chart(sheet, values(), now, State.OK, Band.of(low, high));
        chart(sheet, values(), now, State.OK, new Band(low, high, OptionalDouble.of(11.95), OptionalDouble.of(12.07)));
        chart(sheet, values(), now, State.OK, Band.of(low, none));
        chart(sheet, values(), now, State.NG, Band.of(none, OptionalDouble.of(12.02)));
        chart(sheet, values(), none, State.OK, Band.NONE);
        chart(sheet, List.of(), none, State.OK, Band.of(low, high));
        chart(sheet, List.of(), none, State.OK, Band.NONE);
        List<Double> equal = Collections.nCopies(40, 5.0);
        chart(sheet, equal, OptionalDouble.of(5), State.OK, Band.of(OptionalDouble.of(4.99), OptionalDouble.of(5.01)));
        List<Double> stray = new ArrayList<>(values());
        stray.add(112.5);
        chart(sheet, stray, OptionalDouble.of(112.5), State.NG, Band.of(low, high));
        return sheet;
    }

    private static void chart(JPanel sheet, List<Double> values, OptionalDouble now, State state, Band band) {
        LimitsChart chart = new LimitsChart();
        chart.show(values, now, state, band, 2);
        Card card = new Card(new MigLayout("insets 12 20 12 20, fill, wrap 1", "[grow, fill]", "[grow, fill][]"));
        card.add(chart, "h 208!");
        JLabel summary = new JLabel(chart.summary().isEmpty() ? " " : chart.summary());
        summary.setForeground(Palette.TEXT_SECOND.colour());
        card.add(summary);
        sheet.add(card, "w 378!");
    }

    private static JComponent settings() {
        JPanel sheet = sheet(2);
        for (boolean wrong : new boolean[] {false, true}) {
            Card card = new Card(new MigLayout("insets 16 16 16 16, gapy 8, fillx, wrap 1", "[grow, fill]"));
            ReadingCard reading = new ReadingCard();
            reading.show(
                    wrong ? State.NG : State.OK,
                    wrong ? "12.16" : "12.03",
                    "mm",
                    OptionalDouble.of(3.1),
                    wrong ? "0.06 above 12.10" : "");
            card.add(reading);
            TimeBudgetBar budget = new TimeBudgetBar();
            budget.show(OptionalDouble.of(wrong ? 48.2 : 13.9), OptionalDouble.of(40));
            card.add(budget, "gaptop 16");
            sheet.add(card, "w 368!, aligny top");
        }
        Card readings = new Card(new MigLayout("insets 16, gapy 8, fillx, wrap 1", "[grow, fill]"));
        ReadingCard unknown = new ReadingCard();
        unknown.show(State.UNKNOWN, "", "mm", OptionalDouble.of(3.1), "edge not found");
        ReadingCard code = new ReadingCard();
        code.show(State.OK, "ABC123-LONG-SERIAL-0001-2026", "", OptionalDouble.of(4.4), "");
        readings.add(unknown);
        readings.add(code);
        readings.add(new ReadingCard());
        readings.add(new TimeBudgetBar());
        sheet.add(readings, "w 368!, aligny top");
        return sheet;
    }

    private static JComponent tryOn() {
        JPanel sheet = sheet(1);
        for (int i = 0; i < 4; i++) {
            TryStrip strip = new TryStrip();
            strip.sources(List.of("last 200 production pictures", "last 50 NG", "folder of pictures"));
            if (i < 3) {
                strip.show(tried(i == 1 ? 64 : 200));
                strip.stopped("200 of 200 in 2.6 s");
            }
            if (i == 1) {
                strip.running(64, 200, "64 of 200, 2 s left");
            }
            if (i == 2) {
                strip.frame(OptionalLong.of(971));
            }
            sheet.add(strip, "w " + (i == 2 ? 1100 : 1470) + "!");
        }
        return sheet;
    }

    private static List<TryEntry> tried(int count) {
        List<TryEntry> tried = new ArrayList<>();
        for (FilmEntry entry : Samples.film(count, 1042)) {
            Optional<Verdict> before =
                    Optional.of(entry.id() == 988 ? Verdict.OK : entry.id() == 971 ? Verdict.UNKNOWN : entry.verdict());
            Verdict now = entry.id() == 988 ? Verdict.NG : entry.id() == 912 ? Verdict.OK : entry.verdict();
            before = entry.id() == 912 ? Optional.of(Verdict.NG) : before;
            tried.add(new TryEntry(entry.id(), before, now, entry::thumbnail, ""));
        }
        return tried;
    }
}
