package org.shutterline.server.listeners;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.ListenerEntry;
import org.shutterline.server.settings.Plugins;

/** Listeners of a server that does not listen; station 1 has a result, station 2 has none. */
public final class ScriptedListeners implements ListenersSource {
    static final int TAKEN_PORT = 80;

    private final Catalog<Dialect> dialects = Plugins.installed().dialects();
    private final List<Listener> listeners = new ArrayList<>();
    private Optional<InspectionResult> last = Optional.of(result(1042, 5.02));

    public ScriptedListeners() {
        listeners.add(listener(Map.of("dialect", "plain", "port", 7501), 0));
        listeners.add(listener(
                Map.of("dialect", "keyence-xg", "port", 8500, "settings", Map.of("triggerMode", "cv-compatible")), 3));
    }

    private Listener listener(Map<String, Object> written, int peers) {
        ListenerEntry entry = ListenerEntry.read("test", written, dialects);
        return new Listener(new InetSocketAddress("127.0.0.1", entry.port()), entry, peers);
    }

    static InspectionResult result(long id, double width) {
        return new InspectionResult(
                id,
                1,
                "plate-A",
                OffsetDateTime.parse("2026-11-23T12:00:00Z"),
                23.4,
                Optional.of("SN-1"),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                Verdict.OK,
                Optional.empty(),
                "",
                List.of(new Measurement(
                        "width",
                        new Value.Decimal(width, 3),
                        "mm",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Verdict.OK,
                        "")),
                PictureState.STORED);
    }

    /** From now on station 1 has this last result. */
    void last(Optional<InspectionResult> result) {
        last = result;
    }

    Listener get(int index) {
        return listeners.get(index);
    }

    @Override
    public Catalog<Dialect> dialects() {
        return dialects;
    }

    @Override
    public Role usualRole() {
        return Role.OPERATE;
    }

    @Override
    public List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    @Override
    public List<Integer> stations() {
        return List.of(1, 2);
    }

    @Override
    public Optional<InspectionResult> lastResult(int station) {
        return station == 1 ? last : Optional.empty();
    }

    @Override
    public void add(ListenerEntry entry) throws IOException {
        bind(entry);
        listeners.add(listener(entry.written(), 0));
    }

    private static void bind(ListenerEntry entry) throws IOException {
        if (entry.port() == TAKEN_PORT) {
            throw new IOException("cannot listen on 127.0.0.1:80: Address in use", new BindException("Address in use"));
        }
    }

    @Override
    public void change(InetSocketAddress at, ListenerEntry entry) throws IOException {
        bind(entry);
        listeners.replaceAll(one -> one.at().equals(at) ? listener(entry.written(), 0) : one);
    }

    @Override
    public void remove(InetSocketAddress at) {
        listeners.removeIf(one -> one.at().equals(at));
    }
}
