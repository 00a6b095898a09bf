package org.shutterline.server.doctor;

/** What the server can do by itself against a finding. */
public sealed interface Fix {
    /** Have silence end the lines of the listener on this port. */
    record EndBySilence(int port, int silenceMs) implements Fix {}

    /** Take a station online. */
    record GoOnline(int station) implements Fix {}
}
