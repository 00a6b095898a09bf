package org.shutterline.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.access.Act;
import org.shutterline.server.listeners.ListenersSource;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.settings.ListenerEntry;

/** What the form of a listener sees of this server. */
record WindowListeners(
        Listeners open,
        Machine machine,
        IntFunction<Optional<InspectionResult>> lastResults,
        Catalog<Dialect> dialects,
        Role usualRole,
        WindowSeat seat)
        implements ListenersSource {
    @Override
    public List<Listener> listeners() {
        return open.listening().stream()
                .map(one -> new Listener(
                        one.server().address(),
                        one.entry(),
                        one.server().peers().size()))
                .toList();
    }

    @Override
    public List<Integer> stations() {
        return machine.stations().stream()
                .map(station -> station.plan().number())
                .sorted()
                .toList();
    }

    @Override
    public Optional<InspectionResult> lastResult(int station) {
        return lastResults.apply(station);
    }

    @Override
    public void add(ListenerEntry entry) throws IOException {
        seat.does(Act.LISTEN, "listener " + entry.spoken() + " port " + entry.port() + " to be added");
        open.add(entry);
    }

    @Override
    public void change(InetSocketAddress at, ListenerEntry entry) throws IOException {
        seat.does(Act.LISTEN, "listener on port " + at.getPort() + " to be changed");
        open.change(at, entry);
    }

    @Override
    public void remove(InetSocketAddress at) throws IOException {
        seat.does(Act.LISTEN, "listener on port " + at.getPort() + " to be removed");
        open.remove(at);
    }
}
