package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.look.LimitsChart.Band;

final class LimitsChartTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final Band BOTH = Band.of(OptionalDouble.of(11.9), OptionalDouble.of(12.1));

    private final LimitsChart chart = new LimitsChart();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void showValues() {
        Words.speak(Locale.ENGLISH);
        chart.setSize(336, 208);
        chart.listener(new LimitsChart.Listener() {
            @Override
            public void changing(OptionalDouble low, OptionalDouble high) {
                told.add("changing " + low + " " + high);
            }

            @Override
            public void changed(OptionalDouble low, OptionalDouble high) {
                told.add("changed " + low.orElse(-1) + " " + high.orElse(-1));
            }
        });
        show(BOTH);
    }

    private void show(Band band) {
        chart.show(EditorSheets.values(), OptionalDouble.of(12.03), State.OK, band, 2);
    }

    @Test
    void countsWhatIsOutside() {
        assertThat(chart.summary()).isEqualTo("last 200: 1 outside");
        show(Band.NONE);
        assertThat(chart.summary()).isEqualTo("last 200: 0 outside");
        chart.show(List.of(), NONE, State.OK, BOTH, 2);
        assertThat(chart.summary()).isEmpty();
    }

    @Test
    void showsNoMoreThanTheNewestTwoHundred() {
        List<Double> many = new ArrayList<>(Collections.nCopies(300, 0.0));
        many.addAll(Collections.nCopies(200, 12.0));
        chart.show(many, NONE, State.OK, BOTH, 2);
        assertThat(chart.summary()).isEqualTo("last 200: 0 outside");
    }

    @Test
    void movesALimitByKeysInStepsOfItsLastDecimalAndTellsOneChange() {
        key(low(), "RIGHT");
        key(low(), "RIGHT");
        key(low(), "shift RIGHT");
        released(low());
        assertThat(told.stream().filter(words -> words.startsWith("changed"))).containsExactly("changed 12.02 12.1");
        assertThat(low().getAccessibleContext().getAccessibleName()).isEqualTo("Lower limit 12.02");
    }

    @Test
    void keepsTheLimitsInTheirOrder() {
        for (int i = 0; i < 5; i++) {
            key(high(), "shift LEFT");
        }
        released(high());
        assertThat(told).last().isEqualTo("changed 11.9 11.9");
    }

    @Test
    void movesALimitByDraggingToWholeSteps() {
        int before = high().getX();
        mouse(high(), MouseEvent.MOUSE_PRESSED, 12);
        mouse(high(), MouseEvent.MOUSE_DRAGGED, -18);
        show(BOTH);
        mouse(high(), MouseEvent.MOUSE_RELEASED, 12);
        assertThat(high().getX()).isNotEqualTo(before);
        assertThat(told).last().asString().matches("changed 11.9 12.0\\d");
    }

    @Test
    void hasAHandleForEachLimitThereIs() {
        show(Band.of(OptionalDouble.of(11.9), NONE));
        assertThat(low().isVisible()).isTrue();
        assertThat(high().isVisible()).isFalse();
        show(Band.NONE);
        assertThat(low().isVisible()).isFalse();
    }

    @Test
    void oneStrayValueHidesNothing() {
        List<Double> values = new ArrayList<>(Collections.nCopies(199, 12.0));
        values.add(1000.0);
        double[] axis = Spread.axis(values, new double[] {11.9, 12.1}, 0.01);
        assertThat(axis[1]).isLessThan(12.5);
        Spread spread = Spread.of(values, axis, 32, new Limits(BOTH.low(), BOTH.high(), 2));
        assertThat(spread.outside().get(31)).isEqualTo(1);
        assertThat(spread.most()).isEqualTo(199);
    }

    @Test
    void equalValuesStandInTheMiddle() {
        double[] axis = Spread.axis(List.of(5.0, 5.0), new double[0], 0.01);
        assertThat((axis[0] + axis[1]) / 2).isCloseTo(5, offset(1e-9));
        assertThat(axis[1] - axis[0]).isPositive();
    }

    private LimitHandle low() {
        return (LimitHandle) chart.getComponent(0);
    }

    private LimitHandle high() {
        return (LimitHandle) chart.getComponent(1);
    }

    private static void key(LimitHandle handle, String stroke) {
        Object action = handle.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(stroke));
        handle.getActionMap().get(action).actionPerformed(new ActionEvent(handle, 0, ""));
    }

    private static void released(LimitHandle handle) {
        for (KeyListener listener : handle.getKeyListeners()) {
            listener.keyReleased(
                    new KeyEvent(handle, KeyEvent.KEY_RELEASED, 0, 0, KeyEvent.VK_RIGHT, KeyEvent.CHAR_UNDEFINED));
        }
    }

    private static void mouse(LimitHandle handle, int kind, int x) {
        int button = kind == MouseEvent.MOUSE_DRAGGED ? 0 : MouseEvent.BUTTON1;
        handle.dispatchEvent(new MouseEvent(handle, kind, 0, InputEvent.BUTTON1_DOWN_MASK, x, 40, 1, false, button));
    }
}
