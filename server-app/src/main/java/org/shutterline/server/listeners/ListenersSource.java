package org.shutterline.server.listeners;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.ListenerEntry;

/** All that the form of a listener needs of the rest of the server. Safe for all threads. */
public interface ListenersSource {
    /**
     * A listener as it stands now.
     *
     * @param at where it listens, with the port that it got
     * @param entry as the settings file has it
     * @param peers how many are connected
     */
    record Listener(InetSocketAddress at, ListenerEntry entry, int peers) {}

    /** All that are installed. */
    Catalog<Dialect> dialects();

    /** What peers may do where a listener does not say so. */
    Role usualRole();

    /** In the order of the settings. */
    List<Listener> listeners();

    /** The numbers of all stations, ascending; at least one. */
    List<Integer> stations();

    /** The last durable result of a station. Blocks on the disk. */
    Optional<InspectionResult> lastResult(int station);

    /**
     * Listens at one place more, also after the next start. Blocks.
     *
     * @throws BadSetting if the settings cannot be changed so; nothing is changed then
     * @throws IOException if the port is not to be had, with a {@link java.net.BindException} as its cause, or the file
     *     cannot be written; nothing is changed then
     */
    void add(ListenerEntry entry) throws IOException;

    /**
     * Listens there with other settings, also after the next start; who is connected there is closed. Blocks.
     *
     * @throws BadSetting as {@link #add}, or if nothing listens there
     * @throws IOException as {@link #add}
     */
    void change(InetSocketAddress at, ListenerEntry entry) throws IOException;

    /**
     * Listens there no more, nor after the next start; who is connected there is closed. Blocks.
     *
     * @throws BadSetting as {@link #change}, or if it is the last
     * @throws IOException if the file cannot be written; nothing is changed then
     */
    void remove(InetSocketAddress at) throws IOException;
}
