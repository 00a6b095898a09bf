package org.shutterline.server.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.protocol.message.Grant;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.RecordingView;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.ui.UiWords;

class PeersCardsTest {
    private static final int PLACE = 1;
    private static final int REACH = 3;

    private JTable table;

    private record Cell(String text, Color ink, Color ground, String tip) {}

    @BeforeEach
    void showFourListeners() throws Exception {
        ScriptedPlant plant = new ScriptedPlant();
        plant.listensAt(List.of(
                plate("127.0.0.1", 7_501, Rights.of(Role.OPERATE)),
                plate("::1", 7_502, Rights.of(Role.OPERATE)),
                plate("0.0.0.0", 7_503, Rights.NONE),
                plate("10.0.4.2", 8_500, new Rights(Optional.of(Role.TRIGGER), EnumSet.of(Grant.JOB)))));
        RecordingView view = new RecordingView();
        HandCrankedBench bench = new HandCrankedBench(Instant.parse("2026-11-23T13:03:24Z"));
        new MonitorPresenter(plant, new TrafficRing(), new LogRing(), Optional.empty(), bench, view).start();
        bench.pass(Duration.ofSeconds(2));
        EventQueue.invokeAndWait(() -> {
            PeersCards cards = new PeersCards(new NothingHappens());
            table = table(cards.listenersCard()).findFirst().orElseThrow();
            cards.show(view.last());
        });
    }

    @Test
    void aListenerThatOthersReachIsRedAndSaysWhatTheyMay() {
        Cell all = cell("0.0.0.0:7503", PLACE);
        assertThat(all.ground).isEqualTo(State.NG.tint());
        assertThat(all.ink).isEqualTo(State.NG.text());
        assertThat(all.tip).isEqualTo(UiWords.text("listeners.exposed") + ": " + UiWords.text("role.login"));
        Cell one = cell("10.0.4.2:8500", PLACE);
        assertThat(one.ground).isEqualTo(State.NG.tint());
        assertThat(one.tip)
                .isEqualTo(UiWords.text("listeners.exposed") + ": " + UiWords.text("role." + Role.TRIGGER.word())
                        + ", JOB");
        assertThat(cell("10.0.4.2:8500", REACH).text).isEqualTo(UiWords.text("listeners.exposed"));
    }

    @Test
    void theRedIsRed() {
        Color ground = State.NG.tint();
        assertThat(ground.getRed()).isGreaterThan(ground.getGreen()).isGreaterThan(ground.getBlue());
        assertThat(ground).isNotEqualTo(table.getBackground()).isNotEqualTo(table.getSelectionBackground());
    }

    @Test
    void aListenerOfThisPcAloneIsNotRed() {
        for (String place : List.of("127.0.0.1:7501", "0:0:0:0:0:0:0:1:7502")) {
            Cell cell = cell(place, PLACE);
            assertThat(cell.ground).isEqualTo(table.getBackground());
            assertThat(cell.ink).isEqualTo(Palette.TEXT.colour());
            assertThat(cell.tip).isNull();
            assertThat(cell(place, REACH).text).isEqualTo(UiWords.text("listeners.thisPc"));
        }
    }

    /** As it is painted in the row of this address. */
    private Cell cell(String place, int column) {
        for (int row = 0; row < table.getRowCount(); row++) {
            if (drawn(row, PLACE).text.equals(place)) {
                return drawn(row, column);
            }
        }
        throw new AssertionError("no listener at " + place);
    }

    private Cell drawn(int row, int column) {
        JComponent cell = (JComponent) table.prepareRenderer(table.getCellRenderer(row, column), row, column);
        String text = cell instanceof JLabel label ? label.getText() : "";
        return new Cell(text, cell.getForeground(), cell.getBackground(), cell.getToolTipText());
    }

    private static Stream<JTable> table(Component part) {
        if (part instanceof JTable found) {
            return Stream.of(found);
        }
        return part instanceof Container container
                ? Stream.of(container.getComponents()).flatMap(PeersCardsTest::table)
                : Stream.empty();
    }

    private static ListenerPlate plate(String address, int port, Rights rights) {
        return new ListenerPlate(
                "plain",
                Options.checked("listeners", Map.of(), List.of()),
                new InetSocketAddress(address, port),
                rights,
                Optional.empty(),
                true);
    }

    private static final class NothingHappens implements ListenersActions {
        @Override
        public void add() {}

        @Override
        public void edit(InetSocketAddress at) {}

        @Override
        public void setOwn(String key, Optional<Object> value) {}

        @Override
        public void set(String key, Optional<Object> value) {}

        @Override
        public void save() {}

        @Override
        public void remove() {}

        @Override
        public void close() {}
    }
}
