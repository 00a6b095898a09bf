package org.shutterline.server.ui.simulator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.simulator.Count;
import org.shutterline.server.simulator.PlcCounts;
import org.shutterline.server.ui.UiWords;

/** The counts of a run and how long its answers took, four figures a row. */
final class PlcFigures extends JPanel {
    private static final int COLUMNS = 4;
    private static final List<Count> COUNTS = List.of(
            Count.SENT,
            Count.OK,
            Count.NG,
            Count.UNKNOWN,
            Count.REFUSED,
            Count.ABANDONED,
            Count.UNENDED,
            Count.LOST,
            Count.NOT_UNDERSTOOD,
            Count.READS,
            Count.PROGRAMS);
    private static final List<String> TIMES = List.of("p50", "p90", "p99", "max");

    private final List<JLabel> counts =
            COUNTS.stream().map(count -> figure("simulator.count." + count)).toList();
    private final JLabel reconnects = figure("simulator.reconnects");
    private final List<JLabel> times =
            TIMES.stream().map(time -> figure("simulator.time." + time)).toList();

    PlcFigures() {
        super(new MigLayout(
                "insets 0, gapx 8, gapy 8, fillx, wrap " + COLUMNS,
                "[grow, fill, 0:pref, sg][grow, fill, 0:pref, sg][grow, fill, 0:pref, sg][grow, fill, 0:pref, sg]"));
        setOpaque(false);
        setName("simulator.figures");
        for (int i = 0; i < COUNTS.size(); i++) {
            add(both("simulator.count." + COUNTS.get(i), counts.get(i)));
        }
        add(both("simulator.reconnects", reconnects));
        for (int i = 0; i < TIMES.size(); i++) {
            add(both("simulator.time." + TIMES.get(i), times.get(i)));
        }
    }

    private static JLabel figure(String name) {
        JLabel figure = new JLabel(UiWords.text("figure.none"));
        figure.setName(name);
        figure.setFont(Type.STATION.font());
        return figure;
    }

    private static JPanel both(String words, JLabel figure) {
        JPanel both = new JPanel(new MigLayout("insets 0, gapy 0, wrap 1, fillx", "[grow, fill, 0:pref]"));
        both.setOpaque(false);
        JLabel head = new JLabel();
        head.setFont(Type.CAPTION.font());
        head.setForeground(Palette.TEXT_SECOND.colour());
        Words.follow(head, () -> {
            head.setText(UiWords.text(words));
            head.setToolTipText(UiWords.has(words + ".hint") ? UiWords.text(words + ".hint") : null);
        });
        both.add(head, "wmin 0");
        both.add(figure, "wmin 0");
        return both;
    }

    void show(PlcCounts now) {
        for (int i = 0; i < COUNTS.size(); i++) {
            counts.get(i).setText(Long.toString(now.of(COUNTS.get(i))));
        }
        reconnects.setText(Long.toString(now.reconnects()));
        counts.get(COUNTS.indexOf(Count.REFUSED)).setToolTipText(codes(now));
        PlcCounts.Latency latency = now.latency();
        List<Double> ms = List.of(latency.p50Ms(), latency.p90Ms(), latency.p99Ms(), latency.maxMs());
        boolean any = latency.maxMs() > 0;
        for (int i = 0; i < TIMES.size(); i++) {
            times.get(i).setText(any ? String.format(Locale.ROOT, "%.1f", ms.get(i)) : UiWords.text("figure.none"));
        }
    }

    private static String codes(PlcCounts now) {
        String codes = now.refused().entrySet().stream()
                .map(entry -> entry.getKey().digits() + " " + entry.getKey().text() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? null : codes;
    }
}
