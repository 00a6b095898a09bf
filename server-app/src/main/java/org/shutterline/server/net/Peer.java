package org.shutterline.server.net;

import java.net.InetSocketAddress;
import org.shutterline.protocol.message.Role;

/**
 * Who is at the other end of a connection.
 *
 * @param id counts up from 1, never used twice while the process runs
 * @param name how it calls itself, empty until it said so; as it was sent, not escaped
 * @param dialect the id of the dialect that it speaks
 * @param role what it may do
 * @param port the one of ours that it came to
 */
public record Peer(long id, String name, InetSocketAddress address, String dialect, Role role, int port) {
    Peer named(String newName) {
        return new Peer(id, newName, address, dialect, role, port);
    }

    /** For people: its name as it was sent, or its address while it has none. */
    public String who() {
        return name.isEmpty() ? place() : name;
    }

    private String place() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** For logs: {@code 7 127.0.0.1:40112}, with its name in visible characters if it has one. */
    public String shown() {
        String place = id + " " + place();
        return name.isEmpty() ? place : place + " " + Visible.text(name);
    }
}
