package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/**
 * The tools of a job in the order in which they run. Up and Down choose, F2 or a double click renames, dragging or
 * Ctrl+Shift+Up and Down move a tool, the right button or Shift+F10 shows what else can be done with it.
 */
public final class ToolList extends JList<ToolRow> implements Lockable {
    /** Told what a person does. */
    public interface Listener {
        void chosen(String toolId);

        /** A new title, never an empty one. */
        void renamed(String toolId, String title);

        /** The tool shall run at this place, counted from 0 as if it stood in no place before. */
        void moved(String toolId, int place);
    }

    private final DefaultListModel<ToolRow> rows = new DefaultListModel<>();
    private final ToolRowPainting painting = new ToolRowPainting();
    private final TitleField titles = new TitleField(this, this::rename);
    private Listener listener = new Silent();
    private Function<String, List<Action>> more = id -> List.of();
    private boolean showing;
    private boolean locked;
    private OptionalInt dragged = OptionalInt.empty();
    private OptionalInt gap = OptionalInt.empty();

    public ToolList() {
        setModel(rows);
        setCellRenderer(painting);
        setFixedCellHeight(ToolRowPainting.HEIGHT_PX);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setOpaque(false);
        setLayout(null);
        addListSelectionListener(selected -> {
            if (!showing) {
                titles.leave();
                chosen().ifPresent(row -> listener.chosen(row.id()));
            }
        });
        key("F2", this::rename);
        key("ctrl shift UP", () -> moveBy(-1));
        key("ctrl shift DOWN", () -> moveBy(1));
        key("shift F10", this::showMenu);
        key("CONTEXT_MENU", this::showMenu);
        key("ESCAPE", this::dropNowhere);
        Words.follow(this, this::describe);
    }

    private void describe() {
        getAccessibleContext().setAccessibleName(LookWords.text("tools.name"));
    }

    public void listener(Listener told) {
        listener = told;
    }

    /** One that is shut still lets a tool be chosen. */
    @Override
    public void lock(boolean shut) {
        locked = shut;
        titles.close();
        dropNowhere();
    }

    /** What else can be done with a tool, for its menu below rename and move; asked each time it opens. */
    public void menu(Function<String, List<Action>> actions) {
        more = actions;
    }

    /** Shows these tools without telling the listener; a title that is being written stays. */
    public void show(List<ToolRow> tools, Optional<String> chosenId) {
        showing = true;
        boolean same = ids().equals(tools.stream().map(ToolRow::id).toList());
        if (same) {
            IntStream.range(0, tools.size()).forEach(i -> rows.set(i, tools.get(i)));
        } else {
            titles.close();
            rows.clear();
            rows.addAll(tools);
        }
        int index = ids().indexOf(chosenId.orElse(""));
        if (index < 0) {
            clearSelection();
        } else if (index != getSelectedIndex()) {
            setSelectedIndex(index);
            ensureIndexIsVisible(index);
        }
        showing = false;
    }

    private List<String> ids() {
        return IntStream.range(0, rows.size()).mapToObj(i -> rows.get(i).id()).toList();
    }

    private Optional<ToolRow> chosen() {
        return Optional.ofNullable(getSelectedValue());
    }

    /** Writes a new title in place of the chosen tool's, as F2 does. */
    public void rename() {
        chosen().filter(row -> !locked).ifPresent(row -> {
            Rectangle bounds = getCellBounds(getSelectedIndex(), getSelectedIndex());
            int left = ToolRowPainting.WORDS_PX - 9;
            titles.open(row, new Rectangle(left, bounds.y + 4, bounds.width - left - 44, 28));
        });
    }

    private void rename(ToolRow row, String title) {
        if (!title.isBlank() && !title.strip().equals(row.title())) {
            listener.renamed(row.id(), title.strip());
        }
    }

    private void moveBy(int places) {
        chosen().filter(row -> !locked).ifPresent(row -> {
            int place = getSelectedIndex() + places;
            if (place >= 0 && place < rows.size()) {
                listener.moved(row.id(), place);
            }
        });
    }

    private void showMenu() {
        chosen().filter(row -> !locked).ifPresent(row -> {
            Rectangle bounds = getCellBounds(getSelectedIndex(), getSelectedIndex());
            menu(row).show(this, ToolRowPainting.WORDS_PX, bounds.y + bounds.height - 8);
        });
    }

    JPopupMenu menu(ToolRow row) {
        JPopupMenu menu = new JPopupMenu();
        menu.add(item("tools.rename", "F2", this::rename));
        menu.add(item("tools.up", "ctrl shift UP", () -> moveBy(-1))).setEnabled(getSelectedIndex() > 0);
        menu.add(item("tools.down", "ctrl shift DOWN", () -> moveBy(1)))
                .setEnabled(getSelectedIndex() < rows.size() - 1);
        List<Action> others = more.apply(row.id());
        if (!others.isEmpty()) {
            menu.addSeparator();
            others.forEach(menu::add);
        }
        return menu;
    }

    private static JMenuItem item(String words, String stroke, Runnable done) {
        JMenuItem item = new JMenuItem(LookWords.text(words));
        item.setAccelerator(KeyStroke.getKeyStroke(stroke));
        item.addActionListener(pressed -> done.run());
        return item;
    }

    private void key(String stroke, Runnable done) {
        getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                done.run();
            }
        });
    }

    /** The list's own would go to the row that is nearest, also from the empty room below the last. */
    private OptionalInt rowAt(MouseEvent event) {
        int index = locationToIndex(event.getPoint());
        boolean hit = index >= 0 && getCellBounds(index, index).contains(event.getPoint());
        return hit ? OptionalInt.of(index) : OptionalInt.empty();
    }

    @Override
    protected void processMouseEvent(MouseEvent event) {
        if (event.isPopupTrigger() && rowAt(event).isPresent()) {
            setSelectedIndex(rowAt(event).getAsInt());
            chosen().filter(row -> !locked).ifPresent(row -> menu(row).show(this, event.getX(), event.getY()));
            return;
        }
        boolean left = SwingUtilities.isLeftMouseButton(event);
        switch (event.getID()) {
            case MouseEvent.MOUSE_PRESSED -> dragged = left && !locked ? rowAt(event) : OptionalInt.empty();
            case MouseEvent.MOUSE_RELEASED -> drop();
            case MouseEvent.MOUSE_CLICKED -> {
                if (left && event.getClickCount() == 2 && rowAt(event).isPresent()) {
                    rename();
                }
            }
            default -> {
                // Only buttons matter here.
            }
        }
        if (event.getID() != MouseEvent.MOUSE_PRESSED || rowAt(event).isPresent()) {
            super.processMouseEvent(event);
        }
    }

    /** A drag moves a tool; the list's own would choose one row after the other. */
    @Override
    protected void processMouseMotionEvent(MouseEvent event) {
        if (event.getID() != MouseEvent.MOUSE_DRAGGED) {
            super.processMouseMotionEvent(event);
        } else if (dragged.isPresent()) {
            int half = ToolRowPainting.HEIGHT_PX / 2;
            int below = Math.floorDiv(event.getY() + half, ToolRowPainting.HEIGHT_PX);
            gap = OptionalInt.of(Math.max(0, Math.min(rows.size(), below)));
            scrollRectToVisible(new Rectangle(0, event.getY() - half, 1, 2 * half));
            repaint();
        }
    }

    private void drop() {
        if (dragged.isPresent() && gap.isPresent()) {
            int from = dragged.getAsInt();
            int place = gap.getAsInt() > from ? gap.getAsInt() - 1 : gap.getAsInt();
            if (place != from && from < rows.size()) {
                listener.moved(rows.get(from).id(), place);
            }
        }
        dropNowhere();
    }

    private void dropNowhere() {
        dragged = OptionalInt.empty();
        gap = OptionalInt.empty();
        repaint();
    }

    @Override
    public String getToolTipText(MouseEvent at) {
        OptionalInt index = rowAt(at);
        if (index.isEmpty()) {
            return null;
        }
        ToolRow row = rows.get(index.getAsInt());
        if (locked && super.getToolTipText() != null) {
            return super.getToolTipText();
        }
        boolean cut = painting.cuts(row, index.getAsInt() == getSelectedIndex(), getWidth());
        return cut ? row.spoken() : null;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = Brush.of(graphics);
        if (rows.isEmpty()) {
            String words =
                    Brush.fit(g.getFontMetrics(Type.BODY.font()), LookWords.text("tools.empty"), getWidth() - 32);
            Color colour = Palette.TEXT_SECOND.colour();
            double baseline = Brush.baseline(Type.BODY.font(), 0, ToolRowPainting.HEIGHT_PX);
            Brush.write(g, words, Type.BODY.font(), colour, 16, baseline);
        }
        gap.ifPresent(index -> {
            double y = Math.max(0, Math.min(getHeight() - 3.0, index * ToolRowPainting.HEIGHT_PX - 1.5));
            Brush.fill(g, Palette.ACCENT_TEXT.colour(), 8, y, getWidth() - 16.0, 3, 1.5);
        });
        g.dispose();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(280, Math.max(1, rows.size()) * ToolRowPainting.HEIGHT_PX);
    }

    /** Names are shortened rather than scrolled. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    private static final class Silent implements Listener {
        @Override
        public void chosen(String toolId) {
            // Nobody listens yet.
        }

        @Override
        public void renamed(String toolId, String title) {
            // Nobody listens yet.
        }

        @Override
        public void moved(String toolId, int place) {
            // Nobody listens yet.
        }
    }
}
