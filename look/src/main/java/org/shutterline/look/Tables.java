package org.shutterline.look;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/** The style of all tables: hairline rows, no vertical lines, heads left in second text. */
public final class Tables {
    public static final int ROW_PX = 33;

    private Tables() {}

    /** Gives a table its style and returns it in a scroll pane without an edge. */
    public static JScrollPane style(JTable table) {
        table.setRowHeight(ROW_PX);
        table.setFillsViewportHeight(true);
        table.setIntercellSpacing(new Dimension(0, 1));
        table.setShowHorizontalLines(true);
        table.setShowVerticalLines(false);
        table.getTableHeader().setFont(Type.SECOND.font());
        table.getTableHeader().setReorderingAllowed(false);
        TableCellRenderer head = table.getTableHeader().getDefaultRenderer();
        table.getTableHeader().setDefaultRenderer(new LeftHead(head));
        table.setDefaultRenderer(Object.class, new Cell(Type.BODY, SwingConstants.LEFT, Object::toString));
        table.setDefaultRenderer(Number.class, new Cell(Type.BODY, SwingConstants.RIGHT, Object::toString));
        table.setDefaultRenderer(WireLine.class, new WireText(false));
        JScrollPane scroll = new JScrollPane(table);
        scroll.setColumnHeaderView(table.getTableHeader());
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    /** Addresses, times and whatever goes over the wire. */
    public static void mono(TableColumn column) {
        column.setCellRenderer(new Cell(Type.WIRE, SwingConstants.LEFT, Object::toString));
    }

    public static void strong(TableColumn column) {
        column.setCellRenderer(new Cell(Type.BODY_STRONG, SwingConstants.LEFT, Object::toString));
    }

    public static void second(TableColumn column) {
        column.setCellRenderer(new Cell(Type.SECOND, SwingConstants.LEFT, Object::toString));
    }

    /** Numbers at the right with fixed decimals. */
    public static void figures(TableColumn column, int decimals) {
        Function<Object, String> words = value ->
                value instanceof Number number ? Limits.fixed(number.doubleValue(), decimals) : value.toString();
        column.setCellRenderer(new Cell(Type.BODY, SwingConstants.RIGHT, words));
    }

    /** Any value as a lamp: its shape before its words. */
    public static void lamps(TableColumn column, Function<Object, State> state, Function<Object, String> words) {
        column.setCellRenderer(new LampCell(state, words));
    }

    /** Whether a line came in (a {@code Boolean}) as an arrow. */
    public static void arrows(TableColumn column) {
        column.setCellRenderer(new ArrowCell());
    }

    private static class Cell extends DefaultTableCellRenderer {
        private final Font font;
        private final Type type;
        private final Function<Object, String> words;

        Cell(Type type, int alignment, Function<Object, String> words) {
            this.type = type;
            this.font = type.font();
            this.words = words;
            setHorizontalAlignment(alignment);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            String text = value == null ? "" : words.apply(value);
            super.getTableCellRendererComponent(table, text, selected, focused, row, column);
            setFont(font);
            setToolTipText(text.isEmpty() ? null : text);
            boolean quiet = type == Type.WIRE || type == Type.SECOND;
            setForeground((quiet && !selected ? Palette.TEXT_SECOND : Palette.TEXT).colour());
            setBorder(BorderFactory.createEmptyBorder(2, 12, 2, 12));
            return this;
        }
    }

    private static final class LampCell extends Cell {
        private final Function<Object, State> state;

        LampCell(Function<Object, State> state, Function<Object, String> words) {
            super(Type.BODY_STRONG, SwingConstants.LEFT, words);
            this.state = state;
            setIconTextGap(8);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, selected, focused, row, column);
            setIcon(value == null ? null : StateShape.of(state.apply(value), 14));
            return this;
        }
    }

    private static final class ArrowCell extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, "", selected, focused, row, column);
            boolean in = Boolean.TRUE.equals(value);
            Icon arrow = WireText.arrow(in);
            setIcon(arrow);
            getAccessibleContext().setAccessibleName(LookWords.text(in ? "wire.in" : "wire.out"));
            setBorder(BorderFactory.createEmptyBorder(2, 12, 2, 4));
            return this;
        }
    }

    /** The look and feel's own head, so that the sorted column keeps its mark, with its words at the left. */
    private record LeftHead(TableCellRenderer head) implements TableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            Component cell = head.getTableCellRendererComponent(table, value, selected, focused, row, column);
            boolean figures = column >= 0 && Number.class.isAssignableFrom(table.getColumnClass(column));
            if (cell instanceof JLabel label) {
                label.setHorizontalAlignment(figures ? SwingConstants.RIGHT : SwingConstants.LEFT);
            }
            if (cell instanceof JComponent component) {
                component.setForeground(Palette.TEXT_SECOND.colour());
            }
            return cell;
        }
    }
}
