package org.shutterline.server.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableColumn;
import org.shutterline.look.Tables;

/** A table of rows that are known by a number; the chosen row stays chosen while others come and go. */
public final class RowTable<T> {
    /**
     * One column.
     *
     * @param head the key of its words; empty for none
     * @param value what its renderer gets
     */
    public record Column<T>(String head, Function<T, Object> value) {}

    private final List<Column<T>> columns;
    private final ToLongFunction<T> number;
    private final Model model = new Model();
    private final JTable table = new JTable(model);
    private final JScrollPane scroll;
    private List<T> rows = List.of();
    private boolean filling;

    public RowTable(String name, ToLongFunction<T> number, List<Column<T>> columns) {
        this.columns = columns;
        this.number = number;
        model.fireTableStructureChanged();
        scroll = Tables.style(table);
        table.setName(name);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
    }

    public JTable table() {
        return table;
    }

    public JScrollPane scroll() {
        return scroll;
    }

    public TableColumn column(int index) {
        return table.getColumnModel().getColumn(index);
    }

    /** The widths in px that the columns keep; 0 lets one take what is left, -1 hides it. */
    public RowTable<T> widths(int... widths) {
        table.setAutoResizeMode(JTable.AUTO_RESIZE_ALL_COLUMNS);
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] != 0) {
                int width = Math.max(0, widths[i]);
                column(i).setMinWidth(0);
                column(i).setMaxWidth(width);
                column(i).setPreferredWidth(width);
                column(i).setMinWidth(width);
            } else {
                column(i).setMinWidth(60);
                column(i).setMaxWidth(Integer.MAX_VALUE);
                column(i).setPreferredWidth(4_000);
            }
        }
        return this;
    }

    public void label() {
        for (int i = 0; i < columns.size(); i++) {
            column(i).setHeaderValue(model.getColumnName(i));
        }
        table.getTableHeader().repaint();
    }

    /** Shows rows; a view that stood at the end follows the newest at the end. */
    public void show(List<T> shown, boolean followEnd) {
        if (shown == rows) {
            return;
        }
        boolean atEnd = followEnd && isAtEnd();
        Optional<T> chosen = chosen();
        filling = true;
        rows = shown;
        model.fireTableDataChanged();
        chosen.ifPresent(row -> select(number.applyAsLong(row)));
        filling = false;
        if (atEnd) {
            SwingUtilities.invokeLater(this::toEnd);
        }
    }

    private boolean isAtEnd() {
        var bar = scroll.getVerticalScrollBar();
        return bar.getValue() + bar.getVisibleAmount() >= bar.getMaximum() - 2 * Tables.ROW_PX;
    }

    private void toEnd() {
        int last = table.getRowCount() - 1;
        if (last >= 0) {
            table.scrollRectToVisible(table.getCellRect(last, 0, true));
        }
    }

    /** Chooses a row without telling the listener. */
    public void select(long id) {
        boolean before = filling;
        filling = true;
        for (int i = 0; i < rows.size(); i++) {
            if (number.applyAsLong(rows.get(i)) == id) {
                table.setRowSelectionInterval(i, i);
            }
        }
        filling = before;
    }

    public Optional<T> chosen() {
        int row = table.getSelectedRow();
        return row >= 0 && row < rows.size() ? Optional.of(rows.get(row)) : Optional.empty();
    }

    /** Told the row that a person chose. */
    public void onChoice(java.util.function.Consumer<T> told) {
        table.getSelectionModel().addListSelectionListener(change -> {
            if (!change.getValueIsAdjusting() && !filling) {
                chosen().ifPresent(told);
            }
        });
    }

    private final class Model extends AbstractTableModel {
        @Override
        public int getRowCount() {
            return rows == null ? 0 : rows.size();
        }

        @Override
        public int getColumnCount() {
            return columns == null ? 0 : columns.size();
        }

        @Override
        public String getColumnName(int column) {
            String head = columns.get(column).head();
            return head.isEmpty() ? "" : UiWords.text(head);
        }

        @Override
        public Object getValueAt(int row, int column) {
            return columns.get(column).value().apply(rows.get(row));
        }
    }

    /** Columns in order. */
    public static final class Columns<T> {
        private final List<Column<T>> columns = new ArrayList<>();

        public Columns<T> with(String head, Function<T, Object> value) {
            columns.add(new Column<>(head, value));
            return this;
        }

        public List<Column<T>> all() {
            return List.copyOf(columns);
        }
    }
}
