package org.shutterline.look;

import java.awt.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Verdict;

/** The sheets of the gallery: every part in every state. */
final class Sheets {
    private static final String LONG =
            "Bohrungsdurchmesser A zu klein: 4.84 mm, untere Toleranzgrenze 4.90 mm unterschritten";

    private Sheets() {}

    static Map<String, Supplier<JComponent>> all() {
        Map<String, Supplier<JComponent>> sheets = new LinkedHashMap<>();
        sheets.put("verdicts", Sheets::verdicts);
        sheets.put("verdicts-small", Sheets::verdictsSmall);
        sheets.put("values", Sheets::values);
        sheets.put("picture", () -> picture(false, false));
        sheets.put("picture-ng", () -> picture(true, false));
        sheets.put("picture-old", () -> picture(false, true));
        sheets.put("film", Sheets::film);
        sheets.put("trend", Sheets::trend);
        sheets.put("controls", Sheets::controls);
        sheets.put("icons", Sheets::icons);
        sheets.put("banners", Sheets::banners);
        sheets.put("server", Sheets::server);
        EditorSheets.addTo(sheets);
        return sheets;
    }

    private static JPanel sheet(String columns) {
        JPanel sheet = new JPanel(new MigLayout("insets 16, gap 16, wrap " + columns, "[grow, fill]", ""));
        sheet.setBackground(Palette.GROUND.colour());
        return sheet;
    }

    private static JComponent verdicts() {
        return verdicts(false, 496);
    }

    private static JComponent verdictsSmall() {
        return verdicts(true, 400);
    }

    private static JComponent verdicts(boolean compact, int widthPx) {
        JPanel sheet = sheet("2");
        for (int i = 0; i < 9; i++) {
            VerdictBanner banner = new VerdictBanner();
            banner.compact(compact);
            switch (i) {
                case 0 -> banner.show(Samples.result(Verdict.OK, ""));
                case 1 -> banner.show(Samples.result(Verdict.NG, "Hole A too small: 4.84 mm, limit 4.90"));
                case 2 -> banner.show(Samples.result(Verdict.UNKNOWN, "The camera gave no picture"));
                case 3 -> banner.showNoLink(Optional.of(Samples.result(Verdict.OK, "")));
                case 4 -> banner.showEarlier(Samples.result(Verdict.OK, ""));
                case 5 -> banner.showEarlier(Samples.result(Verdict.NG, "Hole A too small: 4.84 mm, limit 4.90"));
                case 6 -> banner.showNothingYet();
                case 7 -> banner.show(Samples.warned());
                default -> banner.show(Samples.result(Verdict.NG, LONG));
            }
            sheet.add(banner, "aligny top, w " + widthPx + "!");
        }
        return sheet;
    }

    private static JComponent values() {
        JPanel sheet = sheet("2");
        List<Measurement> odd = List.of(
                Samples.number("Bohrungsdurchmesser links oben", 5.16, 4.9, 5.1, Verdict.NG),
                Samples.warning("hole B", 4.92, 4.9, 5.1, "close to its limit: 4.92 mm, limit 4.90"),
                Samples.oneSided("contrast", 71.5, OptionalDouble.of(40), OptionalDouble.empty(), Verdict.OK),
                Samples.oneSided("dirt", 3.1, OptionalDouble.empty(), OptionalDouble.of(2.5), Verdict.NG),
                Samples.oneSided("area", 12.0, OptionalDouble.empty(), OptionalDouble.empty(), Verdict.OK),
                Samples.text("code", "ABC999-LONG-SERIAL-0001", "ABC123", Verdict.NG),
                Samples.missing("width", "edge not found"));
        for (boolean compact : new boolean[] {false, true}) {
            for (int i = 0; i < 4; i++) {
                ValueRows rows = new ValueRows();
                rows.compact(compact);
                rows.show(i == 2 ? odd : Samples.values(i == 1), i == 3);
                Card card = new Card(new MigLayout("insets 6 0 6 0, fill", "[grow, fill]"));
                card.add(rows);
                sheet.add(card, "aligny top, w " + (compact ? 400 : 496) + "!");
            }
        }
        return sheet;
    }

    private static JComponent picture(boolean bad, boolean old) {
        PictureCard card = new PictureCard();
        PicturePane pane = card.pane();
        pane.show(PlatePicture.paint(!bad, 1), PlatePicture.marks(!bad, bad ? "4.84 mm" : "5.02 mm"));
        pane.setPreferredSize(new Dimension(1052, 519));
        if (old) {
            pane.old(Optional.of("14:03:22, 19 s ago"));
        } else if (!bad) {
            pane.live(Optional.of("each triggered picture"));
        }
        JPanel sheet = sheet("1");
        sheet.add(card);
        return sheet;
    }

    private static JComponent film() {
        JPanel sheet = sheet("1");
        for (int i = 0; i < 5; i++) {
            Filmstrip film = new Filmstrip();
            film.compact(i == 3);
            film.show(i == 4 ? List.of() : Samples.film(50, 1042));
            if (i == 1) {
                film.frame(OptionalLong.of(1040));
                film.show(Samples.film(50, 1044));
            }
            if (i == 2) {
                film.frame(OptionalLong.of(1015));
            }
            sheet.add(film, "w " + (i == 3 ? 586 : 1052) + "!");
        }
        return sheet;
    }

    private static JComponent trend() {
        JPanel sheet = sheet("2");
        for (int i = 0; i < 4; i++) {
            TrendChart chart = new TrendChart();
            if (i < 3) {
                chart.show(Samples.trend(i == 1), OptionalDouble.of(4.9), OptionalDouble.of(5.1), 2, i == 2);
            }
            Card card = new Card(new MigLayout("insets 12 20 12 20, fill, wrap 1", "[grow, fill]"));
            card.add(chart, "h 160!");
            sheet.add(card, "w 496!");
        }
        TrendChart flat = new TrendChart();
        flat.show(Samples.trend(true), OptionalDouble.of(4.9), OptionalDouble.of(5.1), 2, false);
        Card card = new Card(new MigLayout("insets 12 12 12 12, fill", "[grow, fill]"));
        card.add(flat, "h 64!");
        sheet.add(card, "w 400!");
        Counters counters = new Counters();
        counters.show(998, 2, 0, OptionalDouble.of(99.8), OptionalDouble.of(41));
        sheet.add(counters, "w 496!");
        Counters small = new Counters();
        small.compact(true);
        small.show(123998, 1022, 16, OptionalDouble.of(99.1), OptionalDouble.of(1118));
        sheet.add(small, "w 400!");
        sheet.add(new Counters(), "w 496!");
        return sheet;
    }

    private static JComponent controls() {
        JPanel sheet = sheet("1");
        Card card = new Card(new MigLayout("insets 16, gap 12", "", ""));
        card.add(Buttons.accent("Trigger", Icons.CAMERA));
        card.add(Buttons.plain("Disconnect", Icons.DISCONNECT));
        card.add(Buttons.plain("Export", Icons.EXPORT));
        JComponent off = Buttons.plain("Live picture", Icons.LIVE);
        off.setEnabled(false);
        card.add(off);
        JComponent accentOff = Buttons.accent("No connection", Icons.CAMERA);
        accentOff.setEnabled(false);
        card.add(accentOff);
        var live = Buttons.toggle("Live", Icons.LIVE);
        live.setSelected(true);
        card.add(live);
        card.add(Buttons.square(Icons.REPEAT, "Repeat"));
        card.add(Buttons.icon(Icons.MOON, "Dark"), "wrap");
        card.add(new SegmentedSwitch("All", "Requests", "Errors"), "span 2");
        SegmentedSwitch offline = new SegmentedSwitch("Online", "Offline");
        offline.choose(1);
        card.add(offline, "span 2");
        card.add(new Chip(State.OK, "197 stay the same"));
        card.add(new Chip(State.BUSY, Icons.SLIDERS, "Draft of version 14, 3 changes"), "span 3, wrap");
        card.add(new JTextField("SN-000124", 10), "h 40!, span 2");
        card.add(new JComboBox<>(new String[] {"hole A, mm", "width"}), "h 36!");
        card.add(new JSpinner(), "h 36!, w 90!, wrap");
        for (State state : State.values()) {
            Lamp lamp = new Lamp(state == State.FAULT ? 24 : 16);
            lamp.show(state, state.word(), "0.4 ms");
            card.add(lamp, state == State.OFFLINE ? "wrap" : "span 2");
        }
        sheet.add(card);
        for (Card.Tone tone : Card.Tone.values()) {
            Card toned = new Card(new MigLayout("insets 12 16 12 16"));
            toned.tone(tone);
            toned.add(new JLabel(tone.name()));
            sheet.add(toned);
        }
        return sheet;
    }

    private static JComponent icons() {
        JPanel sheet = new JPanel(new MigLayout("insets 16, gap 12, wrap 10", "", ""));
        sheet.setBackground(Palette.SURFACE.colour());
        for (Icons icon : Icons.values()) {
            JLabel label = new JLabel(icon.name().toLowerCase(java.util.Locale.ROOT), icon.icon(24), JLabel.CENTER);
            label.setVerticalTextPosition(JLabel.BOTTOM);
            label.setHorizontalTextPosition(JLabel.CENTER);
            label.setFont(Type.CAPTION.font());
            sheet.add(label, "w 84!");
        }
        for (State state : State.values()) {
            sheet.add(new JLabel(StateShape.of(state, 48)));
            sheet.add(new JLabel(StateShape.of(state, 14)));
        }
        return sheet;
    }

    static List<Notice> notices() {
        return List.of(
                new Notice(
                        "link",
                        Notice.Level.WARNING,
                        Icons.DISCONNECT,
                        "Connection lost at 14:03:41. The station stopped answering.",
                        "Next try in 4 s. Results from the meantime are fetched when it answers.",
                        Optional.of(new Notice.Fix("Try now", () -> {})),
                        Optional.of(new Notice.Countdown(4, 5))),
                new Notice(
                        "lost",
                        Notice.Level.DATA_LOST,
                        Icons.WARNING,
                        "12 results were not kept. The disk is full.",
                        "New results are kept again when there is room. " + LONG,
                        Optional.of(new Notice.Fix("Show folder", () -> {})),
                        Optional.empty()),
                new Notice(
                        "camera",
                        Notice.Level.WARNING,
                        Icons.CAMERA,
                        "Camera away since 14:01:07.",
                        "Looking again in 3 s.",
                        Optional.empty(),
                        Optional.empty()));
    }

    private static JComponent banners() {
        JPanel sheet = sheet("1");
        for (int count = 1; count <= 3; count++) {
            BannerStack stack = new BannerStack();
            stack.show(notices().subList(0, count));
            sheet.add(stack, "w 1200!");
        }
        return sheet;
    }

    private static JComponent server() {
        JPanel sheet = sheet("2");
        StageBar stages = new StageBar();
        stages.show(
                List.of(
                        new StageBar.Stage("Picture", 8.1, 8.0, 8.6, 9.2),
                        new StageBar.Stage("Inspection", 13.9, 13.6, 15.8, 18.1),
                        new StageBar.Stage("Storing", 1.2, 1.1, 1.9, 3.4),
                        new StageBar.Stage("Answer", 0.2, 0.2, 0.3, 0.5)),
                new StageBar.Stage("", 23.4, 22.9, 26.1, 30.7));
        Card card = new Card(new MigLayout("insets 12 16 12 16, fill", "[grow, fill]"));
        card.add(stages, "h 270!");
        sheet.add(card, "w 400!, aligny top");
        Card table = new Card(new MigLayout("insets 1, fill", "[grow, fill]", "[grow, fill]"));
        table.add(traffic());
        sheet.add(table, "w 800!, h 300!");
        return sheet;
    }

    private static JComponent traffic() {
        DefaultTableModel model = new DefaultTableModel(new Object[] {"Time", "Who", "", "Text", "Took, ms"}, 0) {
            @Override
            public Class<?> getColumnClass(int column) {
                return column == 3 ? WireLine.class : column == 4 ? Double.class : Object.class;
            }
        };
        line(model, "PLC line 3", new WireLine("T1\r", true, true, false), 0.3);
        line(model, "PLC line 3", new WireLine("+00005.020,+00003.210,+00012.030,1\r", false, true, false), 23.44);
        line(
                model,
                "panel-3",
                new WireLine("!RESULT,1,OK,1042,23.4,5.020,3.210,12.030,ABC123\r\n", false, true, false),
                23);
        line(model, "robot 2", new WireLine("T1", true, false, false), 1200);
        line(model, "panel-3", new WireLine("ER,T3,16,station fault\r\n", false, true, true), 0.2);
        line(model, "robot 2", new WireLine("\u0002T1\u0003\0", true, true, false), 0.2);
        line(
                model,
                "robot 2",
                new WireLine(
                        "A line that is far too long for this column of the table, by very much\r\n",
                        true,
                        true,
                        false),
                0.2);
        JTable table = new JTable(model);
        table.setRowSelectionInterval(3, 3);
        return prepared(table);
    }

    private static JComponent prepared(JTable table) {
        int[] widths = {130, 100, 40, 420, 90};
        JComponent scroll = Tables.style(table);
        for (int i = 0; i < widths.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
        }
        Tables.mono(table.getColumnModel().getColumn(0));
        Tables.arrows(table.getColumnModel().getColumn(2));
        Tables.figures(table.getColumnModel().getColumn(4), 1);
        return scroll;
    }

    private static void line(DefaultTableModel model, String who, WireLine line, double tookMs) {
        model.addRow(new Object[] {"14:03:22.417", who, line.in(), line, tookMs});
    }
}
