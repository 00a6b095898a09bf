package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ToolListTest {
    private final ToolList list = new ToolList();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void showTools() {
        Words.speak(Locale.ENGLISH);
        Theme.LIGHT.install();
        list.listener(new ToolList.Listener() {
            @Override
            public void chosen(String toolId) {
                told.add("chosen " + toolId);
            }

            @Override
            public void renamed(String toolId, String title) {
                told.add("renamed " + toolId + " " + title);
            }

            @Override
            public void moved(String toolId, int place) {
                told.add("moved " + toolId + " " + place);
            }
        });
        list.setSize(280, 5 * ToolRowPainting.HEIGHT_PX);
        list.show(EditorSheets.rows(), Optional.of("holeA"));
    }

    @Test
    void showsWithoutTellingAndTellsWhatAPersonChooses() {
        assertThat(told).isEmpty();
        list.setSelectedIndex(3);
        assertThat(told).containsExactly("chosen width");
        list.show(EditorSheets.rows(), Optional.of("width"));
        list.show(EditorSheets.rows().subList(0, 2), Optional.of("find"));
        assertThat(told).hasSize(1);
        assertThat(list.getSelectedIndex()).isZero();
    }

    @Test
    void renamesWithF2AndEnter() {
        key("F2");
        JTextField field = field();
        assertThat(field.getText()).isEqualTo("hole A");
        field.setText(" left hole ");
        list.show(EditorSheets.rows(), Optional.of("holeA"));
        field.postActionEvent();
        assertThat(told).containsExactly("renamed holeA left hole");
        assertThat(list.getComponents()).doesNotContain(field);
    }

    @Test
    void leavesATitleAsItIsAfterEscapeOrWhenItIsEmpty() {
        key("F2");
        JTextField field = field();
        field.setText("other");
        field.getActionMap().get("close").actionPerformed(new ActionEvent(field, 0, ""));
        key("F2");
        field.setText("  ");
        field.postActionEvent();
        assertThat(told).isEmpty();
    }

    @Test
    void movesByKeysAndStopsAtTheEnds() {
        key("ctrl shift UP");
        key("ctrl shift DOWN");
        list.show(EditorSheets.rows(), Optional.of("code"));
        key("ctrl shift DOWN");
        assertThat(told).containsExactly("moved holeA 0", "moved holeA 2");
    }

    @Test
    void offersWhatThePageAddsInTheMenu() {
        list.menu(id -> List.of(new AbstractAction("Delete " + id) {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                told.add("delete " + id);
            }
        }));
        List<String> items = Arrays.stream(list.menu(EditorSheets.rows().get(1)).getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(item -> ((JMenuItem) item).getText())
                .toList();
        assertThat(items).containsExactly("Rename", "Run earlier", "Run later", "Delete holeA");
    }

    @Test
    void tellsALongTitleWholeInTheTooltipAlone() {
        assertThat(list.getToolTipText(event(MouseEvent.MOUSE_MOVED, 70))).isNull();
        ToolRow row = new ToolRow(
                "text",
                Icons.TEXT,
                "Seriennummer unten rechts auf dem Typenschild lesen",
                "SN-1",
                OptionalDouble.of(2),
                Optional.of(State.NG),
                ToolRow.Mark.OPTIONAL);
        list.show(List.of(row), Optional.empty());
        assertThat(list.getToolTipText(event(MouseEvent.MOUSE_MOVED, 20)))
                .isEqualTo("Seriennummer unten rechts auf dem Typenschild lesen, SN-1, NG, 2.0 ms, optional");
    }

    @Test
    void aCautionStandsBeforeTheValueWithTheSignOfAWarningUnlessItIsWorse() {
        ToolRow ok = cautioned(State.OK);
        assertThat(ok.second()).isEqualTo("judges nothing, 12 px");
        assertThat(ok.sign()).contains(State.FAULT);
        assertThat(ok.spoken()).isEqualTo("width, judges nothing, 12 px, OK, 2.0 ms");
        assertThat(cautioned(State.NG).sign()).contains(State.NG);
    }

    private static ToolRow cautioned(State state) {
        return new ToolRow(
                "width",
                Icons.TEXT,
                "width",
                "12 px",
                OptionalDouble.of(2),
                Optional.of(state),
                ToolRow.Mark.REQUIRED,
                "judges nothing");
    }

    private JTextField field() {
        return (JTextField) list.getComponent(list.getComponentCount() - 1);
    }

    private void key(String stroke) {
        Object action = list.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(stroke));
        list.getActionMap().get(action).actionPerformed(new ActionEvent(list, 0, ""));
    }

    private MouseEvent event(int kind, int y) {
        return new MouseEvent(list, kind, 0, 0, 100, y, 0, false);
    }
}
