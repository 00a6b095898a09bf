package org.shutterline.server.terminal;

/** What a technician may want of the terminal. Safe for any thread; each call returns at once. */
public interface TerminalActions {
    /** Another dialect, and with it our own listener's address if the address was that of the one before. */
    void speak(String dialect);

    /** Another address: {@code 10.0.3.20:8500}. A connection to another is closed. */
    void address(String text);

    void end(End end);

    void cut(Cut cut);

    /** Sends what was typed, connected first if it is not. */
    void send(String typed);

    /** Closes the connection. */
    void disconnect();

    /** Forgets the talk. */
    void clear();
}
