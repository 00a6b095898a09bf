package org.shutterline.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.server.net.ListenerSettings;
import org.shutterline.server.net.Surroundings;
import org.shutterline.server.net.TriggerServer;
import org.shutterline.server.settings.ListenerEntry;
import org.shutterline.server.settings.SettingsFile;

/** All places where this server listens, in the order of the settings. Used by the start and end of the server; the rest is safe for all threads. */
final class Listeners {
    private final SettingsFile file;
    private final List<TriggerServer> open = new ArrayList<>();

    Listeners(SettingsFile file) {
        this.file = file;
    }

    /** @param role what peers may do; every listener is on loopback */
    void open(List<ListenerEntry> entries, Role role, Surroundings surroundings) throws NotToBeHad {
        for (ListenerEntry entry : entries) {
            ListenerSettings settings = new ListenerSettings(
                    entry.place(),
                    entry.address(),
                    entry.port(),
                    entry.options(),
                    role,
                    entry.maxConnections(),
                    entry.maxConnections(),
                    ListenerSettings.STALL_LIMIT);
            try {
                open.add(TriggerServer.open(settings, entry.dialect(), surroundings));
            } catch (IOException taken) {
                throw new NotToBeHad(taken.getMessage(), taken);
            }
        }
    }

    List<TriggerServer> all() {
        return List.copyOf(open);
    }

    /** One line for each listener: {@code READY plain 127.0.0.1:7501}. */
    List<String> readyLines() {
        return open.stream()
                .map(listener -> "READY " + listener.dialect() + " " + shown(listener.address()))
                .toList();
    }

    private static String shown(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /**
     * Has silence end the lines of a listener, from now on and after the next start.
     *
     * @throws BadSetting if the settings cannot be changed so; nothing is changed then
     */
    void endBySilence(int port, int silenceMs) throws IOException {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).address().getPort() == port) {
                ListenerEntry now = file.writeListenerSetting(i, LineRules.SILENCE.key(), silenceMs);
                open.get(i).endBySilence(silenceMs, now.options());
                return;
            }
        }
        throw new BadSetting("port " + port, "expected a listener of this server, there is none");
    }

    /** Begins to close all of them; each sends for so long what is owed. */
    List<CompletableFuture<Void>> closing(Duration drain) {
        return open.stream()
                .map(listener -> CompletableFuture.runAsync(() -> listener.close(drain), Listeners::onThreadOfItsOwn))
                .toList();
    }

    private static void onThreadOfItsOwn(Runnable work) {
        new Thread(work, "net-close").start();
    }
}
