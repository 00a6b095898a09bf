package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.ToolList;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;

class PermitsTest {
    private final Map<Act, String> refused = new EnumMap<>(Act.class);
    private final JRootPane root = new JRootPane();
    private final JPanel page = new JPanel();
    private final JButton button = new JButton("Trigger");
    private final Permits permits = Permits.over(root);

    private void decide(Act... acts) {
        refused.clear();
        for (Act act : acts) {
            refused.put(act, "needs " + act);
        }
        permits.decide(act -> Optional.ofNullable(refused.get(act)));
    }

    /** On the thread on which it all is used. */
    private static void swing(Callable<?> test) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            try {
                test.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private void build() {
        button.setToolTipText("F5");
        page.add(button);
        root.getContentPane().add(page);
        Needs.mark(Act.TRIGGER, button);
    }

    @Test
    void greysWhatMayNotBeDoneAndSaysWhyUntilItMay() throws Exception {
        swing(() -> {
            build();
            decide(Act.TRIGGER);
            assertThat(button.isEnabled()).isFalse();
            assertThat(button.getToolTipText()).isEqualTo("needs TRIGGER");
            decide(Act.EDIT);
            assertThat(button.isEnabled()).isTrue();
            return assertThat(button.getToolTipText()).isEqualTo("F5");
        });
    }

    @Test
    void whatThePageWantsMeanwhileCountsWhenItMayBeDoneAgain() throws Exception {
        swing(() -> {
            build();
            decide(Act.TRIGGER);
            button.setEnabled(true);
            button.setToolTipText("the station is offline");
            assertThat(button.isEnabled()).isFalse();
            assertThat(button.getToolTipText()).isEqualTo("needs TRIGGER");
            decide();
            assertThat(button.isEnabled()).isTrue();
            return assertThat(button.getToolTipText()).isEqualTo("the station is offline");
        });
    }

    @Test
    void noKindOfControlIsFreedByAPageThatWantsItMeanwhile() throws Exception {
        swing(() -> {
            List<JComponent> controls = List.of(
                    new JButton(),
                    new JCheckBox(),
                    new JTextField(),
                    new JComboBox<>(new String[] {"a"}),
                    new JSlider(),
                    new JSpinner(),
                    new SegmentedSwitch("a", "b"));
            controls.forEach(page::add);
            build();
            Needs.mark(Act.EDIT, page);
            decide(Act.EDIT);
            for (JComponent control : controls) {
                control.setEnabled(true);
                assertThat(control.isEnabled()).as("%s", control).isFalse();
            }
            assertThat(controls.get(6).getComponent(1).isEnabled()).isFalse();
            decide();
            return assertThat(controls).allMatch(JComponent::isEnabled);
        });
    }

    @Test
    void aPageSaysAnewWhatItWantsOfWhatIsFreed() throws Exception {
        swing(() -> {
            build();
            boolean[] offline = {false};
            Words.follow(page, () -> button.setEnabled(!offline[0]));
            decide(Act.TRIGGER);
            offline[0] = true;
            button.setEnabled(false);
            decide();
            return assertThat(button.isEnabled()).isFalse();
        });
    }

    @Test
    void aMarkedAreaIsGreyedWholeButForWhatIsMarkedOtherwise() throws Exception {
        swing(() -> {
            JTextField name = new JTextField("width");
            JComboBox<String> shown = new JComboBox<>(new String[] {"distance"});
            SegmentedSwitch role = new SegmentedSwitch("required", "optional");
            page.add(name);
            page.add(shown);
            page.add(role);
            build();
            Needs.mark(Act.EDIT, page);
            Needs.mark(Act.LOOK, shown);
            decide(Act.EDIT);
            assertThat(name.isEnabled()).isFalse();
            assertThat(role.isEnabled()).isFalse();
            assertThat(role.getComponent(0).isEnabled()).isFalse();
            assertThat(shown.isEnabled()).isTrue();
            return assertThat(button.isEnabled()).isTrue();
        });
    }

    @Test
    void whatJoinsLaterIsGreyedToo() throws Exception {
        swing(() -> {
            build();
            Needs.mark(Act.EDIT, page);
            decide(Act.EDIT);
            JPanel row = new JPanel();
            JTextField field = new JTextField();
            row.add(field);
            page.add(row);
            assertThat(field.isEnabled()).isFalse();
            JButton later = new JButton();
            row.add(later);
            return assertThat(later.isEnabled()).isFalse();
        });
    }

    @Test
    void whatAButtonDoesMayChange() throws Exception {
        swing(() -> {
            build();
            decide(Act.LISTEN);
            Needs.mark(Act.LISTEN, button);
            assertThat(button.isEnabled()).isFalse();
            Needs.mark(Act.OPERATE, button);
            return assertThat(button.isEnabled()).isTrue();
        });
    }

    @Test
    void aListThatIsShutLetsAToolBeChosen() throws Exception {
        swing(() -> {
            ToolList tools = new ToolList();
            Needs.mark(Act.EDIT, tools);
            page.add(tools);
            build();
            decide(Act.EDIT);
            assertThat(tools.isEnabled()).isTrue();
            return assertThat(tools.getToolTipText()).isEqualTo("needs EDIT");
        });
    }
}
