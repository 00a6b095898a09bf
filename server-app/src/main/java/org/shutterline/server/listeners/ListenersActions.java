package org.shutterline.server.listeners;

import java.net.InetSocketAddress;
import java.util.Optional;

/** What the technician can want of listeners. Safe for any thread; returns at once. */
public interface ListenersActions {
    /** Opens the form of a new one. */
    void add();

    /** Opens the form of the one that listens there. */
    void edit(InetSocketAddress at);

    /**
     * Changes a value in the form.
     *
     * @param key of a setting of the listener itself
     * @param value empty for the default
     */
    void setOwn(String key, Optional<Object> value);

    /** The same for a setting of its dialect. */
    void set(String key, Optional<Object> value);

    /** Has it listen as the form says, now and after the next start; the form closes when that is done. */
    void save();

    /** Has it listen no more; the form closes when that is done. */
    void remove();

    /** Closes the form; what was not saved is forgotten. */
    void close();
}
