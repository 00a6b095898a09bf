package org.shutterline.server.net;

import java.net.InetSocketAddress;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;

/**
 * Who is at the other end of a connection.
 *
 * @param id counts up from 1, never used twice while the process runs
 * @param name how it calls itself, empty until it said so; as it was sent, not escaped
 * @param dialect the id of the dialect that it speaks
 * @param rights what it may do
 * @param port the one of ours that it came to
 * @param user as whom it logged in, empty until it did
 * @param encrypted whether nobody can read along
 */
public record Peer(
        long id,
        String name,
        InetSocketAddress address,
        String dialect,
        Rights rights,
        int port,
        String user,
        boolean encrypted) {
    /** One that need not log in, unencrypted. */
    public Peer(long id, String name, InetSocketAddress address, String dialect, Role role, int port) {
        this(id, name, address, dialect, Rights.of(role), port, "", false);
    }

    Peer named(String newName) {
        return new Peer(id, newName, address, dialect, rights, port, user, encrypted);
    }

    Peer loggedIn(String newUser, Role role) {
        return new Peer(id, name, address, dialect, Rights.of(role), port, newUser, encrypted);
    }

    /** It proved one of the listener's own logins, which is no user of the server. */
    Peer letIn(Rights may) {
        return new Peer(id, name, address, dialect, may, port, user, encrypted);
    }

    /** Whether it is on this machine. */
    public boolean isHere() {
        return address.getAddress().isLoopbackAddress();
    }

    /** Where its guesses and refusals are counted: its address, or the first half of one of IPv6. */
    public String source() {
        return Source.of(address.getAddress());
    }

    /** For people: its name as it was sent, or its address while it has none. */
    public String who() {
        return name.isEmpty() ? place() : name;
    }

    /** Where it is: {@code 127.0.0.1:40112}. */
    public String place() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** For logs: {@code 7 127.0.0.1:40112}, with its name in visible characters if it has one. */
    public String shown() {
        String place = id + " " + place();
        return name.isEmpty() ? place : place + " " + Visible.text(name);
    }
}
