package org.shutterline.server.terminal;

import java.io.IOException;
import java.util.List;

/** One connection of the terminal. */
public interface TerminalLink {
    /**
     * Writes each piece by itself. May block; by one thread at a time.
     *
     * @param pauseMs between two of them
     */
    void send(List<byte[]> pieces, int pauseMs) throws IOException, InterruptedException;

    /** Ends it; the listener hears no more. Any thread. */
    void close();

    /** Told what comes, on a thread of the link; it may block to be told no more for a while. */
    interface Listener {
        void received(byte[] bytes) throws InterruptedException;

        /** Told once. */
        void ended(TerminalNote note);
    }

    /** Makes connections. */
    @FunctionalInterface
    interface Opener {
        /** Connects; may block for some seconds. */
        TerminalLink open(String host, int port, Listener listener) throws IOException;
    }
}
