package org.shutterline.server.ui.connections;

import java.awt.Color;
import java.awt.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.WireLine;
import org.shutterline.look.WireText;
import org.shutterline.server.monitor.TrafficRow;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** How a row of the traffic is said, in a table and in the strip. */
public final class TrafficCells {
    private TrafficCells() {}

    public static WireLine line(TrafficRow row) {
        boolean in = row.kind() != TrafficRow.Kind.OUT;
        return switch (row.kind()) {
            case IN, OUT -> new WireLine(row.text(), in, true, row.refused());
            case NO_END -> new WireLine(row.text(), true, false, false);
            case OPENED -> new WireLine(UiWords.text("traffic.opened"), false, true, false);
            case CLOSED -> new WireLine(closed(row.text()), false, true, false);
            case TLS, TELNET, TURNED_AWAY, NOT_ON_THE_LIST ->
                new WireLine(UiWords.text("traffic." + row.kind()), true, true, true);
            case HTTP -> new WireLine(UiWords.text("traffic.HTTP", row.text()), true, true, true);
        };
    }

    private static String closed(String by) {
        String key = "traffic.closed." + by;
        return UiWords.has(key) ? UiWords.text(key) : UiWords.text("traffic.closed", by);
    }

    public static String took(TrafficRow row) {
        if (row.refused()) {
            return UiWords.text("traffic.refused");
        }
        return row.tookMs().isPresent()
                ? UiWords.text("figure.ms", Times.oneDecimal(row.tookMs().getAsDouble()))
                : "";
    }

    /** For how long bytes have waited. */
    static String waits(Instant since, Instant now) {
        double seconds = Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
        return UiWords.text("traffic.waits", Times.oneDecimal(seconds));
    }

    /** The text of a row, with what it means as its tooltip. */
    static final class Text implements TableCellRenderer {
        private final WireText wire = new WireText(false);

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            TrafficRow line = (TrafficRow) value;
            Component cell = wire.getTableCellRendererComponent(table, line(line), selected, focused, row, column);
            if (line.kind() == TrafficRow.Kind.NO_END && !selected) {
                cell.setBackground(State.FAULT.tint());
            }
            line.meaning()
                    .ifPresent(meaning ->
                            wire.setToolTipText(wire.getToolTipText() + "  \u2013  " + MeaningWords.of(meaning)));
            return cell;
        }
    }

    /** What a row means, in second text; NG text for a refusal. */
    static final class Means extends DefaultTableCellRenderer {
        Means() {
            putClientProperty("html.disable", true);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            TrafficRow line = (TrafficRow) value;
            String words = line.meaning().map(MeaningWords::of).orElse("");
            super.getTableCellRendererComponent(table, words, selected, focused, row, column);
            setFont(Type.SECOND.font());
            setForeground(line.refused() ? State.NG.text() : Palette.TEXT_SECOND.colour());
            setToolTipText(words.isEmpty() ? null : words);
            setBorder(BorderFactory.createEmptyBorder(2, 12, 2, 12));
            if (!selected) {
                setBackground(line.kind() == TrafficRow.Kind.NO_END ? State.FAULT.tint() : table.getBackground());
            }
            return this;
        }
    }

    /** How long the answer took, or what is to be said in its place. */
    static final class Took extends DefaultTableCellRenderer {
        private Map<Long, Instant> waiting = Map.of();
        private Instant now = Instant.EPOCH;

        /** Whose bytes wait at this moment. */
        void now(Map<Long, Instant> waitingPeers, Instant moment) {
            waiting = waitingPeers;
            now = moment;
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            TrafficRow line = (TrafficRow) value;
            boolean waits = line.kind() == TrafficRow.Kind.NO_END && waiting.containsKey(line.peer());
            String words = waits ? waits(waiting.get(line.peer()), now) : took(line);
            super.getTableCellRendererComponent(table, words, selected, focused, row, column);
            setFont((line.wrong() ? Type.SECOND_STRONG : Type.SECOND).font());
            setForeground(colour(line));
            setBorder(BorderFactory.createEmptyBorder(2, 12, 2, 12));
            if (!selected) {
                setBackground(line.kind() == TrafficRow.Kind.NO_END ? State.FAULT.tint() : table.getBackground());
            }
            return this;
        }

        private static Color colour(TrafficRow line) {
            if (line.kind() == TrafficRow.Kind.NO_END) {
                return State.FAULT.text();
            }
            return line.wrong() ? State.NG.text() : Palette.TEXT_SECOND.colour();
        }
    }
}
