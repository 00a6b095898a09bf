package org.shutterline.server.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.server.simulator.Count;
import org.shutterline.server.simulator.Habit;
import org.shutterline.server.simulator.PlcChoice;
import org.shutterline.server.simulator.PlcCounts;
import org.shutterline.server.simulator.SimulatorActions;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.simulator.SimulatorState;

class SimulatorCardTest {
    private static final List<SimulatorSource.Place> LISTENERS = List.of(
            new SimulatorSource.Place("plain", new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_501)),
            new SimulatorSource.Place("omron", new InetSocketAddress(InetAddress.getLoopbackAddress(), 9_876)));
    private static final SimulatorState STILL = new SimulatorState(
            LISTENERS, List.of("insight", "omron", "plain"), false, PlcCounts.NONE, Optional.empty());

    private final List<PlcChoice> started = new ArrayList<>();
    private SimulatorCard card;

    @BeforeEach
    void make() throws Exception {
        EventQueue.invokeAndWait(() -> {
            card = new SimulatorCard(new SimulatorActions() {
                @Override
                public void start(PlcChoice choice) {
                    started.add(choice);
                }

                @Override
                public void stop() {
                    started.clear();
                }
            });
            card.show(STILL);
        });
    }

    private <C extends Component> C find(Class<C> type, String name) {
        return find(card, type, name).orElseThrow(() -> new AssertionError("no " + name));
    }

    private static <C extends Component> Optional<C> find(Container in, Class<C> type, String name) {
        for (Component each : in.getComponents()) {
            if (type.isInstance(each) && name.equals(each.getName())) {
                return Optional.of(type.cast(each));
            }
            Optional<C> inner = each instanceof Container box ? find(box, type, name) : Optional.empty();
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private void press(String name) throws Exception {
        EventQueue.invokeAndWait(() -> find(AbstractButton.class, name).doClick(0));
    }

    @Test
    void offersTheFirstOfOurListenersAndItsSettingsAreKnown() throws Exception {
        press("simulator.habit.RESET");
        press("simulator.start");

        assertThat(started).singleElement().satisfies(choice -> {
            assertThat(choice.dialect()).isEqualTo("plain");
            assertThat(choice.address()).isEqualTo("127.0.0.1:7501");
            assertThat(choice.habits()).containsExactly(Habit.RESET);
        });
        assertThat(find(Component.class, "simulator.file").getParent().isVisible())
                .isFalse();
    }

    @Test
    void theAddressFollowsTheLanguageAndAForeignDeviceHasAFile() throws Exception {
        EventQueue.invokeAndWait(
                () -> find(JComboBox.class, "simulator.dialect").setSelectedItem("omron"));
        press("simulator.start");
        assertThat(started.get(0).address()).isEqualTo("127.0.0.1:9876");

        EventQueue.invokeAndWait(
                () -> find(JComboBox.class, "simulator.address").setSelectedItem("10.0.3.20:9876"));
        press("simulator.start");
        assertThat(started.get(1).address()).isEqualTo("10.0.3.20:9876");
        assertThat(find(Component.class, "simulator.file").getParent().isVisible())
                .isTrue();
    }

    @Test
    void showsTheCountsOfARunAndWhatIsWrongWithIt() throws Exception {
        PlcCounts counts = new PlcCounts(
                Map.of(Count.SENT, 7L, Count.OK, 4L, Count.REFUSED, 2L, Count.LOST, 1L),
                Map.of(Code.STATION_BUSY, 2L),
                new PlcCounts.Latency(1.5, 2.5, 3.5, 4.5));
        EventQueue.invokeAndWait(() ->
                card.show(new SimulatorState(LISTENERS, STILL.dialects(), true, counts, Optional.of("no answer"))));

        assertThat(find(JLabel.class, "simulator.count.SENT").getText()).isEqualTo("7");
        assertThat(find(JLabel.class, "simulator.count.REFUSED").getToolTipText())
                .contains("station busy: 2");
        assertThat(find(JLabel.class, "simulator.time.p99").getText()).isEqualTo("3.5");
        assertThat(find(JLabel.class, "simulator.outcome").getText()).contains("1");
        assertThat(find(AbstractButton.class, "simulator.start").isVisible()).isFalse();
        assertThat(find(AbstractButton.class, "simulator.stop").isVisible()).isTrue();
    }
}
