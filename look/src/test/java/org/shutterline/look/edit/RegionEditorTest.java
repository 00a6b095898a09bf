package org.shutterline.look.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Cursor;
import java.awt.Shape;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.look.PicturePane;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

/** In a pane of 400 x 300 that shows a picture of 800 x 600, so that one px of the pane is two of the picture. */
final class RegionEditorTest {
    private static final Box BOX = new Box(200, 200, 200, 100, 0);
    private static final Outline TRIANGLE =
            new Outline(List.of(new Point(100, 100), new Point(300, 100), new Point(300, 300)));

    private final PicturePane pane = new PicturePane();
    private final RegionEditor editor = new RegionEditor(pane);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void showABox() {
        Words.speak(Locale.ENGLISH);
        pane.setSize(400, 300);
        pane.show(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), List.of());
        editor.listener(new RegionEditor.Listener() {
            @Override
            public void changing(EditShape shape) {
                told.add("changing " + shape.words());
            }

            @Override
            public void changed(EditShape shape) {
                told.add("changed " + shape.words());
            }

            @Override
            public void picked(String toolId) {
                told.add("picked " + toolId);
            }

            @Override
            public void drawing(Optional<EditShape.Kind> kind) {
                told.add("drawing " + kind.map(Enum::name).orElse("nothing"));
            }

            @Override
            public void outside(boolean beyond) {
                told.add("outside " + beyond);
            }
        });
        editor.show(Optional.of(BOX));
    }

    @Test
    void movesByDraggingTheInsideAsOneStep() {
        drag(150, 125, 160, 130);
        assertThat(told)
                .containsExactly(
                        "changing 210, 204  200 x 100", "changing 220, 210  200 x 100", "changed 220, 210  200 x 100");
    }

    @Test
    void resizesByAHandleThatIsTakenBesideItsMiddle() {
        drag(208, 156, 218, 156);
        assertThat(editor.shape()).hasValue(new Box(200, 200, 220, 100, 0));
    }

    @Test
    void turnsByTheHandleOnItsStalk() {
        drag(150, 100 - 32, 250, 125);
        assertThat(((Box) editor.shape().orElseThrow()).angleDeg()).isBetween(85.0, 95.0);
    }

    @Test
    void keepsLabelsOffItsLineItsHandlesAndItsAngle() {
        editor.show(Optional.of(new Box(200, 200, 200, 100, 20)));
        Grips grips = new Grips(editor.shape().orElseThrow(), pane.zoom(), pane.getSize());
        List<Shape> kept = editor.kept(pane.zoom());

        assertThat(grips.handles())
                .hasSize(9)
                .allSatisfy(handle -> assertThat(kept).anyMatch(shape -> shape.contains(grips.place(handle))));
        Point2D turn = grips.place(grips.turn().orElseThrow());
        assertThat(kept).anyMatch(shape -> shape.contains(turn.getX() + 40, turn.getY()));
        assertThat(kept).as("the ground inside").noneMatch(shape -> shape.contains(150, 125));
    }

    @Test
    void takesADragBackWithEscape() {
        mouse(MouseEvent.MOUSE_PRESSED, 150, 125, 1, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, 160, 130, 1, 0);
        assertThat(key("ESCAPE")).isTrue();
        mouse(MouseEvent.MOUSE_DRAGGED, 170, 130, 1, 0);
        mouse(MouseEvent.MOUSE_RELEASED, 170, 130, 1, 0);
        assertThat(editor.shape()).hasValue(BOX);
        assertThat(told).noneMatch(words -> words.startsWith("changed"));
        assertThat(key("ESCAPE")).isFalse();
    }

    @Test
    void aPressWithoutADragChangesNothing() {
        drag(150, 125, 150, 125);
        assertThat(told).isEmpty();
    }

    @Test
    void movesResizesAndTurnsByKeysAndTellsOneStepForEachHeldKey() {
        key("RIGHT");
        key("RIGHT");
        key("released RIGHT");
        key("shift DOWN");
        key("released DOWN");
        key("ctrl RIGHT");
        key("released RIGHT");
        key("ctrl shift UP");
        key("released UP");
        key("alt RIGHT");
        key("alt RIGHT");
        key("alt LEFT");
        key("released LEFT");
        assertThat(told.stream().filter(words -> words.startsWith("changed")))
                .containsExactly(
                        "changed 202, 200  200 x 100",
                        "changed 202, 210  200 x 100",
                        "changed 202, 210  201 x 100",
                        "changed 202, 210  201 x 90",
                        "changed 202, 210  201 x 90  0.1\u00b0");
    }

    @Test
    void leavesKeysToThePaneWhenThereIsNoShape() {
        editor.show(Optional.empty());
        assertThat(key("shift RIGHT")).isFalse();
        assertThat(key("SPACE")).isFalse();
        assertThat(key("DELETE")).isFalse();
    }

    @Test
    void leavesAShapeThatIsLockedAsItIs() {
        editor.lock(true);
        drag(150, 125, 160, 130);
        key("RIGHT");
        editor.draw(EditShape.Kind.DISC);
        assertThat(editor.shape()).hasValue(BOX);
        assertThat(told).isEmpty();
    }

    @Test
    void aDragInTheMiddleOfWhichADrawingBeginsIsOneStep() {
        mouse(MouseEvent.MOUSE_PRESSED, 150, 125, 1, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, 160, 130, 1, 0);
        editor.draw(EditShape.Kind.DISC);
        key("ENTER");
        mouse(MouseEvent.MOUSE_DRAGGED, 170, 130, 1, 0);
        mouse(MouseEvent.MOUSE_RELEASED, 170, 130, 1, 0);
        assertThat(told)
                .filteredOn(words -> words.startsWith("changed"))
                .containsExactly("changed 220, 210  200 x 100", "changed 400, 300  r 75");
    }

    @Test
    void movesThePictureOnEmptyGroundWithTheMiddleButtonAndWithSpace() {
        pane.zoomBy(4);
        double left = pane.zoom().leftPx();
        drag(390, 290, 380, 290);
        assertThat(pane.zoom().leftPx()).isEqualTo(left - 10);
        key("SPACE");
        drag(60, 60, 50, 60);
        key("released SPACE");
        assertThat(pane.zoom().leftPx()).isEqualTo(left - 20);
        assertThat(told).isEmpty();
    }

    @Test
    void drawsABoxADiscAndARingByDragging() {
        editor.draw(EditShape.Kind.BOX);
        drag(50, 50, 100, 80);
        assertThat(editor.shape()).hasValue(new Box(100, 100, 100, 60, 0));
        editor.draw(EditShape.Kind.DISC);
        drag(200, 150, 220, 150);
        assertThat(editor.shape()).hasValue(new Disc(400, 300, 40));
        editor.draw(EditShape.Kind.ANNULUS);
        drag(200, 150, 220, 150);
        assertThat(editor.shape()).hasValue(new Annulus(400, 300, 20, 40));
        assertThat(told).contains("drawing BOX", "drawing nothing", "changed 400, 300  r 40");
        assertThat(editor.drawing()).isEmpty();
    }

    @Test
    void drawsAnOutlineCornerByCornerUntilADoubleClick() {
        editor.draw(EditShape.Kind.OUTLINE);
        click(50, 50, 1);
        click(100, 50, 1);
        click(100, 90, 1);
        key("BACK_SPACE");
        click(100, 100, 1);
        mouse(MouseEvent.MOUSE_PRESSED, 100, 100, 2, 0);
        assertThat(editor.shape())
                .hasValue(new Outline(List.of(new Point(100, 100), new Point(200, 100), new Point(200, 200))));
    }

    @Test
    void goesOnDrawingAfterAMereClickAndStopsWithEscape() {
        editor.draw(EditShape.Kind.BOX);
        drag(50, 50, 50, 50);
        assertThat(editor.drawing()).hasValue(EditShape.Kind.BOX);
        assertThat(key("ESCAPE")).isTrue();
        assertThat(editor.drawing()).isEmpty();
        assertThat(editor.shape()).hasValue(BOX);
    }

    @Test
    void putsAShapeInTheMiddleWithEnter() {
        editor.draw(EditShape.Kind.DISC);
        key("ENTER");
        assertThat(editor.shape()).hasValue(new Disc(400, 300, 75));
    }

    @Test
    void editsTheCornersOfAnOutlineByMouse() {
        editor.show(Optional.of(TRIANGLE));
        drag(150, 50, 160, 40);
        assertThat(corners()).contains(new Point(320, 80)).hasSize(3);
        click(100, 47, 2);
        assertThat(corners()).hasSize(4);
        key("DELETE");
        assertThat(corners()).hasSize(3);
    }

    @Test
    void editsTheCornersOfAnOutlineByKeys() {
        editor.show(Optional.of(TRIANGLE));
        assertThat(key("DELETE")).isFalse();
        key("PAGE_DOWN");
        key("PAGE_DOWN");
        key("UP");
        key("released UP");
        assertThat(corners()).containsExactly(new Point(100, 100), new Point(300, 99), new Point(300, 300));
        key("INSERT");
        assertThat(corners()).contains(new Point(300, 199.5)).hasSize(4);
        key("DELETE");
        assertThat(corners()).hasSize(3);
        key("DOWN");
        assertThat(corners()).contains(new Point(100, 101));
    }

    private List<Point> corners() {
        return ((Outline) editor.shape().orElseThrow()).points();
    }

    @Test
    void picksTheRegionOfAnotherToolByAClick() {
        Overlay other = new Overlay(
                Overlay.Kind.REGION,
                List.of(new Point(600, 400), new Point(700, 400), new Point(700, 500), new Point(600, 500)),
                Verdict.OK,
                "",
                "holeA");
        pane.show(pane.picture().orElseThrow(), List.of(other));
        click(325, 225, 1);
        assertThat(told).containsExactly("picked holeA");
        assertThat(cursor(325, 225)).isEqualTo(Cursor.HAND_CURSOR);
        pane.marks(false);
        assertThat(cursor(325, 225)).isEqualTo(Cursor.DEFAULT_CURSOR);
    }

    @Test
    void saysWhenTheShapeReachesBeyondThePictureAndKeepsItInSight() {
        drag(150, 125, 20, 125);
        assertThat(editor.isOutside()).isTrue();
        assertThat(told).contains("outside true");
        assertThat(pane.getAccessibleContext().getAccessibleDescription()).contains("reaches beyond the picture");
        assertThat(editor.shape().orElseThrow().centre().getX()).isBetween(0.0, 100.0);
    }

    @Test
    void aPointerSaysWhatADragWouldDo() {
        assertThat(cursor(150, 125)).isEqualTo(Cursor.MOVE_CURSOR);
        assertThat(cursor(200, 150)).isEqualTo(Cursor.SE_RESIZE_CURSOR);
        assertThat(cursor(200, 125)).isEqualTo(Cursor.E_RESIZE_CURSOR);
        assertThat(cursor(350, 20)).isEqualTo(Cursor.DEFAULT_CURSOR);
        editor.show(Optional.of(BOX.turnedTo(90)));
        editor.draw(EditShape.Kind.BOX);
        assertThat(cursor(150, 125)).isEqualTo(Cursor.CROSSHAIR_CURSOR);
    }

    @Test
    void leavesTheShapeInTheHandOfWhoDragsIt() {
        mouse(MouseEvent.MOUSE_PRESSED, 150, 125, 1, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, 160, 125, 1, 0);
        editor.show(Optional.of(BOX));
        mouse(MouseEvent.MOUSE_RELEASED, 160, 125, 1, 0);
        assertThat(editor.shape()).hasValue(new Box(220, 200, 200, 100, 0));
    }

    private int cursor(int x, int y) {
        mouse(MouseEvent.MOUSE_MOVED, x, y, 0, 0);
        return pane.getCursor().getType();
    }

    private boolean key(String stroke) {
        return editor.key(KeyStroke.getKeyStroke(stroke), pane.zoom());
    }

    private void drag(int fromX, int fromY, int toX, int toY) {
        mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY, 1, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, (fromY + toY) / 2, 1, 0);
        mouse(MouseEvent.MOUSE_DRAGGED, toX, toY, 1, 0);
        mouse(MouseEvent.MOUSE_RELEASED, toX, toY, 1, 0);
    }

    private void click(int x, int y, int count) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y, count, 0);
        mouse(MouseEvent.MOUSE_RELEASED, x, y, count, 0);
        mouse(MouseEvent.MOUSE_CLICKED, x, y, count, 0);
    }

    private void mouse(int kind, int x, int y, int clicks, int modifiers) {
        boolean none = kind == MouseEvent.MOUSE_MOVED;
        int button = none || kind == MouseEvent.MOUSE_DRAGGED ? 0 : MouseEvent.BUTTON1;
        int down = none ? modifiers : modifiers | InputEvent.BUTTON1_DOWN_MASK;
        pane.dispatchEvent(new MouseEvent(pane, kind, 0, down, x, y, clicks, false, button));
    }
}
