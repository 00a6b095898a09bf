package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.RecordingView;
import org.shutterline.server.monitor.Samples;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.StageTimes;
import org.shutterline.server.monitor.TrafficRing;

class StationsPageTest {
    private final HandCrankedBench bench = new HandCrankedBench(Instant.parse("2026-11-23T13:03:24Z"));
    private final ScriptedPlant plant = new ScriptedPlant();
    private final RecordingView view = new RecordingView();
    private final MonitorPresenter presenter =
            new MonitorPresenter(plant, new TrafficRing(), new LogRing(), Optional.empty(), bench, view);
    private StationsPage page;

    @BeforeEach
    void showAStation() throws Exception {
        plant.station(1, "plate-A", StationState.READY, "");
        plant.stages(List.of(
                new StageTimes("exposure", 2.1, 2.0, 2.1, 2.2),
                new StageTimes("inspection", 13.9, 13.6, 15.8, 18.1),
                new StageTimes("all", 23.4, 22.9, 26.1, 30.7)));
        plant.holds(Samples.result(1, 1, Verdict.OK, 5));
        presenter.start();
        bench.pass(Duration.ofSeconds(2));
        EventQueue.invokeAndWait(() -> {
            page = new StationsPage(presenter, new Darkroom(() -> {}), () -> {});
            page.show(view.last());
        });
    }

    private void size(int widthPx, int heightPx) throws Exception {
        EventQueue.invokeAndWait(() -> {
            page.setSize(widthPx, heightPx);
            for (int round = 0; round < 3; round++) {
                layOut(page);
            }
        });
    }

    private static void layOut(Container part) {
        part.doLayout();
        for (Component inner : part.getComponents()) {
            if (inner instanceof Container container) {
                layOut(container);
            }
        }
    }

    private Container right() {
        return find(page, "stations.right").orElseThrow();
    }

    private boolean shows(String name) {
        return find(right(), name).filter(Component::isVisible).isPresent();
    }

    private static Optional<Container> find(Container in, String name) {
        for (Component part : in.getComponents()) {
            if (part instanceof Container inner) {
                if (name.equals(part.getName())) {
                    return Optional.of(inner);
                }
                Optional<Container> found = find(inner, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private void assertThatNothingLiesOverAnother() {
        List<Rectangle> cards = Arrays.stream(right().getComponents())
                .filter(Component::isVisible)
                .map(Component::getBounds)
                .toList();
        Rectangle column = new Rectangle(right().getSize());
        for (int i = 0; i < cards.size(); i++) {
            assertThat(column.contains(cards.get(i))).as("inside: %s", cards).isTrue();
            assertThat(cards.get(i).height).isGreaterThan(40);
            for (Rectangle other : cards.subList(i + 1, cards.size())) {
                assertThat(cards.get(i).intersects(other))
                        .as("apart: %s", cards)
                        .isFalse();
            }
        }
    }

    @Test
    void inARoomyWindowTimesAndCameraStandBelowTheValues() throws Exception {
        size(1_500, 900);
        assertThat(shows("stations.times")).isTrue();
        assertThat(shows("stations.camera")).isTrue();
        assertThatNothingLiesOverAnother();
    }

    @Test
    void inALowWindowAsUnderBannersTheyGiveTheirRoomToTheValues() throws Exception {
        for (int heightPx : new int[] {740, 560, 420}) {
            size(1_268, heightPx);
            assertThatNothingLiesOverAnother();
        }
        assertThat(shows("stations.times")).isFalse();
        size(1_500, 900);
        assertThat(shows("stations.camera")).as("and are there again").isTrue();
    }
}
