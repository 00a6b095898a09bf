package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersPresenter;
import org.shutterline.server.listeners.ListenersSource;
import org.shutterline.server.listeners.PreviewLine;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.settings.ListenerEntry;

/** Listeners come, change and go while the server runs, at real ports. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenersIT {
    private final AtomicReference<Optional<ListenerForm>> shown = new AtomicReference<>(Optional.empty());
    private Path settings;
    private Server server;
    private ListenersSource source;
    private BenchThread bench;
    private ListenersPresenter presenter;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        Wishes wishes = new Wishes(data, Optional.empty(), true, Optional.of(0), false);
        settings = wishes.settingsFile();
        server = Server.start(wishes, passed -> {});
        source = server.desk().listening();
        bench = new BenchThread("listeners", Clock.systemUTC());
        presenter = new ListenersPresenter(source, bench, shown::set, () -> {});
        presenter.start();
    }

    @AfterAll
    void stop() {
        bench.close();
        server.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private InetSocketAddress at(int index) {
        return source.listeners().get(index).at();
    }

    private ListenerForm form() {
        return shown.get().orElseThrow();
    }

    private List<String> preview() {
        return form().preview().lines().stream()
                .filter(line -> !line.in())
                .map(PreviewLine::text)
                .toList();
    }

    private void saved() {
        presenter.save();
        await().until(() -> shown.get().isEmpty());
    }

    private ListenerEntry entry(Map<String, Object> written) {
        return ListenerEntry.read("test", written, source.dialects());
    }

    @Test
    void aListenerIsAddedTriggeredChangedAndRemovedAndTellsWhatThePreviewShowed() throws IOException {
        int port = freePort();
        try (BarePeer panel = new BarePeer(at(0))) {
            assertThat(panel.says("T1\r\n").line()).startsWith("T1,");
            presenter.add();
            presenter.setOwn("dialect", Optional.of("keyence-xg"));
            presenter.setOwn("port", Optional.of(port));
            presenter.set("resultFields", Optional.of(List.of("station", "job")));
            await().until(() -> shown.get().isPresent() && preview().size() == 2);
            saved();
            assertThat(Files.readString(settings)).contains("- dialect: keyence-xg\n    port: " + port);

            try (BarePeer plc = new BarePeer(at(1))) {
                plc.says("T1\r");
                assertThat(plc.line()).isEqualTo("T1");
                String before = plc.line();
                presenter.edit(at(1));
                await().until(() -> shown.get().isPresent()
                        && form().peers() == 1
                        && !preview().isEmpty());
                assertThat(preview()).containsExactly("T1\r", before + "\r");

                presenter.set("resultPrefix", Optional.of("\\x02"));
                presenter.set("resultSeparator", Optional.of(";"));
                presenter.set("triggerMode", Optional.of("cv-compatible"));
                await().until(() -> preview().size() == 1);
                String promised = preview().get(0);
                assertThat(promised).isEqualTo("T1,\u0002" + before.replace(",", ";") + "\r");
                saved();
                assertThat(plc.line()).as("it is disconnected").isEmpty();

                try (BarePeer again = new BarePeer(at(1))) {
                    assertThat(at(1).getPort()).isEqualTo(port);
                    again.says("T1\r");
                    assertThat(again.line() + "\r").isEqualTo(promised);
                }
            }
            presenter.edit(at(1));
            presenter.remove();
            await().until(() -> source.listeners().size() == 1);
            assertThatThrownBy(() -> new BarePeer(new InetSocketAddress("127.0.0.1", port)))
                    .hasMessageContaining("refused");
            assertThat(Files.readString(settings)).doesNotContain("keyence-xg");
            assertThat(panel.says("PING\r\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void aPortThatIsTakenChangesNothing() throws IOException {
        String before = Files.readString(settings);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ListenerEntry taken = entry(Map.of("dialect", "omron", "port", other.getLocalPort()));
            assertThatThrownBy(() -> source.add(taken)).hasRootCauseInstanceOf(BindException.class);
            assertThatThrownBy(() -> source.change(at(0), taken)).hasRootCauseInstanceOf(BindException.class);
        }
        assertThat(Files.readString(settings)).isEqualTo(before);
        try (BarePeer panel = new BarePeer(at(0))) {
            assertThat(panel.says("PING\r\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void aFileThatCannotBeChangedLeavesTheListenersAsTheyAre() throws IOException {
        String before = Files.readString(settings);
        int port = freePort();
        Files.writeString(settings, before.replaceFirst("port: \\d+", "port: 7999"));
        try {
            assertThatThrownBy(() -> source.change(at(0), entry(Map.of("dialect", "omron", "port", port))))
                    .hasMessageContaining("changed since");
            assertThatThrownBy(() -> new BarePeer(new InetSocketAddress("127.0.0.1", port)))
                    .hasMessageContaining("refused");
        } finally {
            Files.writeString(settings, before);
        }
        assertThatThrownBy(() -> source.remove(at(0))).hasMessageContaining("at least one listener");
        try (BarePeer panel = new BarePeer(at(0))) {
            assertThat(panel.says("PING\r\n").line()).isEqualTo("PING,OK");
        }
    }
}
