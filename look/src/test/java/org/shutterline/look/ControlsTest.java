package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ControlsTest {
    @BeforeEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    @Test
    void movesASwitchWithTheArrowKeysAndTellsEachChoice() {
        SegmentedSwitch choice = new SegmentedSwitch("All", "Requests", "Errors");
        List<Integer> told = new ArrayList<>();
        choice.onChoice(told::add);
        key(choice, "RIGHT");
        key(choice, "RIGHT");
        key(choice, "RIGHT");
        key(choice, "LEFT");
        assertThat(told).containsExactly(1, 2, 0, 2);
        choice.choose(1);
        assertThat(choice.chosen()).isEqualTo(1);
        assertThat(told).hasSize(4);
    }

    @Test
    void givesAnIconOnlyButtonATooltipAndAName() {
        JButton button = Buttons.icon(Icons.MOON, "Dark");
        assertThat(button.getToolTipText()).isEqualTo("Dark");
        assertThat(button.getAccessibleContext().getAccessibleName()).isEqualTo("Dark");
    }

    @Test
    void neverRoundsAYieldUpToAHundredWhileThereAreBadParts() {
        Counters counters = new Counters();
        counters.show(99_999, 1, 0, OptionalDouble.of(99.999), OptionalDouble.of(41.4));
        assertThat(texts(counters)).contains("99999", "99.9 %", "41");
        counters.show(10, 0, 0, OptionalDouble.of(100), OptionalDouble.empty());
        assertThat(texts(counters)).contains("100.0 %", "\u2013");
    }

    @Test
    void tellsAStateByShapeAsWellAsColour() {
        List<Integer> shapes = new ArrayList<>();
        for (State state : State.values()) {
            shapes.add(Arrays.hashCode(silhouette(state)));
        }
        assertThat(shapes).doesNotHaveDuplicates();
    }

    /** The shape in one ink, as a colour-blind eye or a printer sees it. */
    private static int[] silhouette(State state) {
        BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_BYTE_GRAY);
        var shape = new StateShape(state, 24, Color.WHITE, Color.BLACK);
        var g = image.createGraphics();
        shape.paintIcon(null, g, 0, 0);
        g.dispose();
        return image.getRaster().getSamples(0, 0, 24, 24, 0, (int[]) null);
    }

    @ParameterizedTest
    @EnumSource(Icons.class)
    void drawsEachIconInsideItsBox(Icons icon) {
        BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY);
        var g = image.createGraphics();
        icon.icon(24, Color.WHITE).paintIcon(null, g, 3, 3);
        g.dispose();
        int[] samples = image.getRaster().getSamples(0, 0, 30, 30, 0, (int[]) null);
        assertThat(Arrays.stream(samples).max().orElseThrow()).isGreaterThan(200);
        int[] edge = image.getRaster().getSamples(0, 0, 30, 2, 0, (int[]) null);
        assertThat(edge).containsOnly(0);
    }

    @Test
    void readsOutALampAsOneText() {
        Lamp lamp = new Lamp();
        lamp.show(State.OK, "Connected", "0.4 ms");
        assertThat(lamp.getAccessibleContext().getAccessibleName()).isEqualTo("Connected 0.4 ms");
    }

    private static List<String> texts(JComponent parent) {
        return Arrays.stream(parent.getComponents())
                .filter(JLabel.class::isInstance)
                .map(label -> ((JLabel) label).getText())
                .toList();
    }

    private static void key(JComponent part, String stroke) {
        Object action =
                part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(KeyStroke.getKeyStroke(stroke));
        part.getActionMap().get(action).actionPerformed(new ActionEvent(part, 0, ""));
    }
}
