package org.shutterline.server.monitor;

import java.net.InetSocketAddress;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;

/**
 * A place where the server listens.
 *
 * @param dialect the id of the dialect that is spoken there
 * @param options of the dialect
 * @param address with the port that it got
 * @param role what its peers may do
 * @param accepts whether it takes connections at present
 */
public record ListenerPlate(String dialect, Options options, InetSocketAddress address, Role role, boolean accepts) {}
