package org.shutterline.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.server.access.Books;
import org.shutterline.server.access.Certificates;
import org.shutterline.server.access.Entry;
import org.shutterline.server.net.ListenerSettings;
import org.shutterline.server.net.Surroundings;
import org.shutterline.server.net.TriggerServer;
import org.shutterline.server.settings.Admission;
import org.shutterline.server.settings.ListenerEntry;
import org.shutterline.server.settings.SettingsFile;
import org.shutterline.server.settings.YamlText;

/**
 * All places where this server listens, in the order of the settings. What is changed is changed in the settings file too,
 * or not at all. Safe for all threads.
 */
final class Listeners {
    /** So long those whose listener goes or changes get what is owed to them. */
    private static final Duration DRAIN = Duration.ofMillis(500);

    private final SettingsFile file;
    private final Role usualRole;
    private final Certificates certificates;
    private final Surroundings surroundings;
    private final Books books;
    private volatile List<Listening> open = List.of();
    private boolean closing;

    /** @param entry as the file has it */
    record Listening(ListenerEntry entry, TriggerServer server) {}

    /**
     * @param usualRole what peers may do where a listener on loopback does not say so
     * @param certificates of those that are encrypted
     * @param books where each change is written down
     */
    Listeners(SettingsFile file, Role usualRole, Certificates certificates, Surroundings surroundings, Books books) {
        this.file = file;
        this.usualRole = usualRole;
        this.certificates = certificates;
        this.surroundings = surroundings;
        this.books = books;
    }

    synchronized void open(List<ListenerEntry> entries) throws NotToBeHad {
        for (ListenerEntry entry : entries) {
            try {
                put(open.size(), new Listening(entry, bound(entry)));
            } catch (IOException taken) {
                throw new NotToBeHad(taken.getMessage(), taken);
            }
        }
    }

    private TriggerServer bound(ListenerEntry entry) throws IOException {
        return TriggerServer.open(onTheWire(entry), entry.dialect(), surroundings);
    }

    /** The certificate is there before the first peer is. */
    private ListenerSettings onTheWire(ListenerEntry entry) throws IOException {
        if (entry.admission().encrypted()) {
            certificates.load();
        }
        return entry.onTheWire(usualRole, certificates);
    }

    private void put(int index, Listening listening) {
        List<Listening> all = new ArrayList<>(open);
        if (index == all.size()) {
            all.add(listening);
        } else {
            all.set(index, listening);
        }
        open = List.copyOf(all);
    }

    List<Listening> listening() {
        return open;
    }

    List<TriggerServer> all() {
        return open.stream().map(Listening::server).toList();
    }

    /** Of the certificate that those with TLS show now. */
    Optional<String> fingerprint() {
        return certificates.fingerprint();
    }

    /** One line for each listener: {@code READY plain 127.0.0.1:7501}. */
    List<String> readyLines() {
        return all().stream()
                .map(listener -> "READY " + listener.dialect() + (listener.encrypts() ? Admission.TLS : "") + " "
                        + shown(listener.address()))
                .toList();
    }

    private static String shown(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /**
     * Listens at one place more.
     *
     * @param entry checked, not in the file yet
     * @throws BadSetting if the settings cannot be changed so; nothing is changed then
     * @throws IOException if the port is not to be had, or the file cannot be written; nothing is changed then
     */
    synchronized void add(ListenerEntry entry) throws IOException {
        checkRunning();
        TriggerServer server = bound(entry);
        ListenerEntry now = keptWith(server, () -> file.writeListener(entry.written()));
        put(open.size(), new Listening(now, server));
        changed("listener " + shown(server.address()) + " added", now);
    }

    /**
     * Listens there with other settings; who is connected there is closed.
     *
     * @param entry checked, not in the file yet
     * @throws BadSetting as {@link #add}, or if nothing listens there
     * @throws IOException as {@link #add}
     */
    synchronized void change(InetSocketAddress at, ListenerEntry entry) throws IOException {
        checkRunning();
        int index = index(at::equals, at.getPort());
        Listening before = open.get(index);
        if (isSamePlace(before.entry().written(), entry.written())) {
            // what is not safe is refused before the file has it
            ListenerSettings wired = onTheWire(entry.withPort(at.getPort()));
            ListenerEntry now = file.writeListener(index, before.entry(), entry.written());
            put(index, new Listening(now, before.server()));
            before.server().change(wired, now.dialect(), DRAIN);
            changed("listener " + shown(at) + " changed", now);
            return;
        }
        TriggerServer server = bound(entry);
        ListenerEntry now = keptWith(server, () -> file.writeListener(index, before.entry(), entry.written()));
        put(index, new Listening(now, server));
        before.server().close(DRAIN);
        changed("listener " + shown(at) + " changed", now);
    }

    /** As the file has it: a port that the command line gave, or that was taken because it is free, stays. */
    private static boolean isSamePlace(Map<String, Object> before, Map<String, Object> after) {
        return List.of(ListenerEntry.ADDRESS, ListenerEntry.PORT).stream()
                .allMatch(place -> Objects.equals(before.get(place.key()), after.get(place.key())));
    }

    /**
     * Listens there no more; who is connected there is closed.
     *
     * @throws BadSetting as {@link #change}, or if it is the last
     */
    synchronized void remove(InetSocketAddress at) throws IOException {
        checkRunning();
        int index = index(at::equals, at.getPort());
        Listening gone = open.get(index);
        file.removeListener(index, gone.entry());
        List<Listening> left = new ArrayList<>(open);
        left.remove(index);
        open = List.copyOf(left);
        gone.server().close(DRAIN);
        changed("listener " + shown(at) + " removed", gone.entry());
    }

    private void changed(String deed, ListenerEntry entry) {
        books.did("", "window", deed + ": " + YamlText.inOneLine(shown(entry)), Entry.DONE);
    }

    /** Without the settings of the dialect, which may hold passwords. */
    private static Map<String, Object> shown(ListenerEntry entry) {
        Map<String, Object> shown = new LinkedHashMap<>(entry.written());
        shown.remove(ListenerEntry.OF_DIALECT);
        return shown;
    }

    /** Something that writes the file. */
    private interface Write {
        ListenerEntry done() throws IOException;
    }

    /** A listener that does not come into the file does not listen. */
    private static ListenerEntry keptWith(TriggerServer server, Write write) throws IOException {
        try {
            return write.done();
        } catch (IOException | RuntimeException refused) {
            server.close();
            throw refused;
        }
    }

    private void checkRunning() {
        if (closing) {
            throw new BadSetting("listeners", "the server is stopping");
        }
    }

    private int index(Predicate<InetSocketAddress> which, int port) {
        for (int i = 0; i < open.size(); i++) {
            if (which.test(open.get(i).server().address())) {
                return i;
            }
        }
        throw new BadSetting("port " + port, "expected a listener of this server, there is none");
    }

    /**
     * Has silence end the lines of a listener, from now on and after the next start.
     *
     * @throws BadSetting if the settings cannot be changed so; nothing is changed then
     */
    synchronized void endBySilence(int port, int silenceMs) throws IOException {
        int index = index(address -> address.getPort() == port, port);
        Listening before = open.get(index);
        ListenerEntry now = file.writeListenerSetting(index, before.entry(), LineRules.SILENCE.key(), silenceMs);
        put(index, new Listening(now, before.server()));
        before.server().endBySilence(silenceMs, now.options());
    }

    /**
     * Begins to close all of them; each sends for so long what is owed.
     *
     * @param lastResult open until no result comes any more
     */
    synchronized List<CompletableFuture<Void>> closing(Duration drain, CountDownLatch lastResult) {
        closing = true;
        return all().stream()
                .map(listener -> CompletableFuture.runAsync(
                        () -> listener.close(drain, lastResult), Listeners::onThreadOfItsOwn))
                .toList();
    }

    private static void onThreadOfItsOwn(Runnable work) {
        new Thread(work, "net-close").start();
    }
}
