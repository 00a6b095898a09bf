package org.shutterline.server.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shutterline.server.monitor.HandCrankedBench;

/** What a technician sees of runs that cannot begin, or begin and end at once; no socket is opened. */
class SimulatorPresenterTest {
    private static final InetSocketAddress OWN = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_501);

    private final HandCrankedBench bench = new HandCrankedBench(Instant.parse("2026-11-23T12:00:00Z"));
    private final List<SimulatorState> shown = new ArrayList<>();
    private final List<Runnable> begun = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final SimulatorPresenter presenter = new SimulatorPresenter(
            new SimulatorSource() {
                @Override
                public List<Place> listeners() {
                    return List.of(new Place("plain", OWN));
                }

                @Override
                public List<String> dialects() {
                    return List.of("insight-push", "plain");
                }

                @Override
                public PlcLanguage language(String dialect, InetSocketAddress address, String settingsFile) {
                    asked.add(dialect + " " + PlcAddress.words(address) + " " + settingsFile);
                    return PlcLanguage.of(Vendors.DIALECTS.find(dialect, "test"), "test", Map.of());
                }
            },
            bench,
            begun::add,
            shown::add);

    private SimulatorState last() {
        return shown.get(shown.size() - 1);
    }

    private static PlcChoice choice(String dialect, String address) {
        return new PlcChoice(dialect, address, "", 1, 10, 5, 0, Set.of(), " plate , bright,");
    }

    private void start(PlcChoice choice) {
        presenter.start(choice);
        bench.settle();
    }

    @Test
    void offersWhatThereIs() {
        bench.settle();

        assertThat(last().dialects()).containsExactly("insight-push", "plain");
        assertThat(last().listeners()).containsExactly(new SimulatorSource.Place("plain", OWN));
        assertThat(last().running()).isFalse();
    }

    @Test
    void playsOneAtATime() {
        start(choice("plain", "127.0.0.1:7501"));
        start(choice("plain", "127.0.0.1:7501"));

        assertThat(begun).hasSize(1);
        assertThat(last().running()).isTrue();
    }

    @Test
    void tellsAnAddressThatIsNone() {
        start(choice("plain", "nowhere"));
        begun.get(0).run();
        bench.settle();

        assertThat(last().running()).isFalse();
        assertThat(last().trouble()).hasValueSatisfying(why -> assertThat(why).contains("nowhere", "HOST:PORT"));
        assertThat(asked).isEmpty();
    }

    @Test
    void tellsALanguageThatCannotTrigger() {
        start(choice("insight-push", "127.0.0.1:7501"));
        begun.get(0).run();
        bench.settle();

        assertThat(asked).containsExactly("insight-push 127.0.0.1:7501 ");
        assertThat(last().trouble()).hasValueSatisfying(why -> assertThat(why).contains("insight-push only tells"));
    }

    @Test
    void aRunThatIsStoppedBeforeItBeginsTriggersNothing() {
        start(choice("plain", "127.0.0.1:7501"));
        presenter.stop();
        bench.settle();
        begun.get(0).run();
        bench.settle();

        assertThat(last().running()).isFalse();
        assertThat(last().counts()).isEqualTo(PlcCounts.NONE);
        assertThat(last().trouble()).isEmpty();
    }

    @Test
    void readsProgramsWithCommas() {
        assertThat(choice("plain", "x").settings().programs()).containsExactly("plate", "bright");
        assertThat(choice("plain", "x").settings().longest()).isPositive();
    }

    @Test
    void aNumberOutOfItsRangeIsTold() {
        start(new PlcChoice("plain", "127.0.0.1:7501", "", 100, 10, 5, 0, Set.of(), ""));
        begun.get(0).run();
        bench.settle();

        assertThat(last().trouble()).hasValueSatisfying(why -> assertThat(why).contains("station"));
    }
}
